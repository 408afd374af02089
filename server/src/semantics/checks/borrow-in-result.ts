// A function can't return a `borrow`: it would outlive the call (WIT.md "Handles").

import type { TypeExpr } from "../../syntax/ast.ts";
import { gateOf } from "../gates.ts";
import { eachName, typeParts } from "../outline.ts";
import type { Finding } from "../problem.ts";
import { typeBits } from "../targets.ts";
import { holdsBorrow } from "../type-scope.ts";
import { type CheckContext, elsewhere, type Rule, report } from "./rule.ts";

export const borrowInResult: Rule = {
  code: "borrow-in-result",
  severity: "error",
  byMember: "scoped",
  check: c => {
    for (const { name, func, offset, unit } of c.functions) {
      if (!func?.result || !holdsBorrow(func.result, c.scope.entries)) continue;
      if (!isSound(func.result, c)) continue;
      if (gateOf(unit.attributes, c.features) === "off") continue;
      const extra = { at: offset + name.start, related: whereBorrowed(func.result, c) };
      report(c, borrowInResult, offset, func.result, message(name.text, func.result), extra);
    }
  },
};

function message(name: string, result: TypeExpr): string {
  return result.kind === "borrow"
    ? `\`${name}\` returns a \`borrow\`, which ends with the call; return \`own<…>\` or the resource's name`
    : `\`${name}\` returns a type that holds a \`borrow\`, which ends with the call; hold \`own<…>\` or the resource's name`;
}

/** The types of this interface, named in a result, that hold the `borrow`. */
function whereBorrowed(result: TypeExpr, c: CheckContext): NonNullable<Finding["related"]> {
  const names = new Set<string>();
  eachName(result, ({ text }) => names.add(text));
  return [...names].flatMap(name => {
    const entry = c.scope.entries.get(name);
    if (!entry || (entry.bits & typeBits.borrow) === 0) return [];
    return [elsewhere(c, entry, `\`${name}\` holds a \`borrow\``)];
  });
}

/** Whether every `borrow` written in a type is of a resource; else that is the mistake. */
function isSound(expr: TypeExpr, c: CheckContext): boolean {
  if (expr.kind === "borrow") {
    const bits = expr.name && c.scope.entries.get(expr.name.text)?.bits;
    return bits !== undefined && (bits & (typeBits.resource | typeBits.unknown)) !== 0;
  }
  return typeParts(expr).every(part => isSound(part, c));
}
