// A name that is a keyword must be written with `%` wherever it stands, and many languages have trouble with it too.
import { keywords } from "../../syntax/tokens.ts";
import { declaredNames } from "./declared-names.ts";
import { type Lint, lint } from "./lint.ts";

export const keywordName: Lint = {
  name: "keyword-name",
  severity: "off",
  byMember: "alone",
  check: c => {
    for (const { name, unit, offset } of declaredNames(c.outline))
      if (keywords.has(name.text))
        lint(c, keywordName, unit, offset, name, `\`${name.text}\` is a keyword; another name would need no \`%\``);
  },
};
