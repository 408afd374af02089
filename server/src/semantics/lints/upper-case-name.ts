// WASI's conventions: names are in lower case, words joined by hyphens.

import type { Ident, Unit } from "../../syntax/ast.ts";
import type { CheckContext } from "../checks/rule.ts";
import { type Lint, lint } from "./lint.ts";

export const upperCaseName: Lint = {
  name: "upper-case-name",
  severity: "hint",
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
  if (!/[A-Z]/.test(name.text)) return;
  lint(c, upperCaseName, unit, offset, name, `names are in lower case by convention: \`${name.text.toLowerCase()}\``, {
    data: { name: name.text.toLowerCase() },
  });
}
