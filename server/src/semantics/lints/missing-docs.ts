// A public item without documentation.

import type { Ident, Unit } from "../../syntax/ast.ts";
import { docMarkdown, leadingDocs } from "../../syntax/docs.ts";
import type { CheckContext } from "../checks/rule.ts";
import { type Lint, lint } from "./lint.ts";

export const missingDocs: Lint = {
  name: "missing-docs",
  severity: "off",
  byMember: "alone",
  check: c => {
    const head = c.container.head;
    if (head && (head.kind === "interface" || head.kind === "world") && head.name) say(c, head, 0, head.name);
    for (const { unit, offset, name } of c.outline.types) say(c, unit, offset, name);
    for (const { unit, offset, name } of c.functions) say(c, unit, offset, name);
  },
};

function say(c: CheckContext, unit: Unit, offset: number, name: Ident): void {
  if (docMarkdown(leadingDocs(unit)) === "")
    lint(c, missingDocs, unit, offset, name, `\`${name.text}\` has no documentation; describe it with \`///\``);
}
