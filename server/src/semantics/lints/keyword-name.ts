// A name that is a keyword must be written with `%` wherever it stands, and many languages have trouble with it too.

import type { Ident, Unit } from "../../syntax/ast.ts";
import { keywords } from "../../syntax/tokens.ts";
import type { CheckContext } from "../checks/rule.ts";
import { type Lint, lint } from "./lint.ts";

export const keywordName: Lint = {
  name: "keyword-name",
  severity: "off",
  check: c => {
    for (const { unit, offset, name } of c.outline.types) {
      say(c, unit, offset, name);
      if ("fields" in unit) for (const field of unit.fields) say(c, unit, offset, field.name);
    }
    for (const { unit, offset, name, func, kind } of c.functions) {
      if (kind !== "constructor") say(c, unit, offset, name);
      for (const param of func?.params ?? []) say(c, unit, offset, param.name);
    }
  },
};

function say(c: CheckContext, unit: Unit, offset: number, name: Ident): void {
  if (keywords.has(name.text))
    lint(c, keywordName, unit, offset, name, `\`${name.text}\` is a keyword; another name would need no \`%\``);
}
