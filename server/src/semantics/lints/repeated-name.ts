// WASI's conventions: a name doesn't repeat what it lies in, since it is never seen without it (WIT.md "Package Names").
import type { Ident, Unit } from "../../syntax/ast.ts";
import { keywords } from "../../syntax/tokens.ts";
import type { CheckContext } from "../checks/rule.ts";
import { type Lint, lint } from "./lint.ts";

export const repeatedName: Lint = {
  name: "repeated-name",
  severity: "hint",
  byMember: "alone",
  check: c => {
    const own = /:([^/@:]+)(?:@|$)/.exec(c.packageKey)?.[1];
    const head = c.container.head;
    if (own !== undefined && head?.kind === "interface" && head.name) say(c, head, 0, head.name, "package", own);
    for (const { unit, offset, name } of c.outline.types) {
      if (unit.kind !== "enum" && unit.kind !== "variant" && unit.kind !== "flags") continue;
      for (const field of unit.fields) say(c, unit, offset, field.name, unit.kind, name.text);
    }
    for (const { unit, offset, name, resource } of c.functions)
      if (resource !== undefined) say(c, unit, offset, name, "resource", resource);
  },
};

function say(c: CheckContext, unit: Unit, offset: number, name: Ident, what: string, owner: string): void {
  if (!name.text.startsWith(`${owner}-`)) return;
  const rest = name.text.slice(owner.length + 1);
  if (!/^[A-Za-z]/.test(rest) || keywords.has(rest)) return;
  const message = `\`${name.text}\` repeats the name of its ${what}; \`${rest}\` says as much`;
  lint(c, repeatedName, unit, offset, name, message, { data: { name: rest } });
}
