// A function can't return a `borrow`: it would outlive the call (WIT.md "Handles").

import type { TypeExpr } from "../../syntax/ast.ts";
import { gateOf } from "../gates.ts";
import { typeParts } from "../outline.ts";
import { typeBits } from "../targets.ts";
import { holdsBorrow } from "../type-scope.ts";
import { type CheckContext, type Rule, report } from "./rule.ts";

export const borrowInResult: Rule = {
  code: "borrow-in-result",
  severity: "error",
  byMember: "scoped",
  check: c => {
    for (const { name, func, offset, unit } of c.functions) {
      if (!func?.result || !holdsBorrow(func.result, c.scope.entries)) continue;
      if (!isSound(func.result, c)) continue;
      if (gateOf(unit.attributes, c.features) === "off") continue;
      report(
        c,
        borrowInResult,
        offset,
        func.result,
        `\`${name.text}\` returns a \`borrow\`, which ends with the call; return \`own<…>\` or the resource's name`,
        { at: offset + name.start },
      );
    }
  },
};

/** Whether every `borrow` written in a type is of a resource; else that is the mistake. */
function isSound(expr: TypeExpr, c: CheckContext): boolean {
  if (expr.kind === "borrow") {
    const bits = expr.name && c.scope.entries.get(expr.name.text)?.bits;
    return bits !== undefined && (bits & (typeBits.resource | typeBits.unknown)) !== 0;
  }
  return typeParts(expr).every(part => isSound(part, c));
}
