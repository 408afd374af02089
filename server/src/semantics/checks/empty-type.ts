// Records, variants, enums, flags and tuples must hold something.

import type { TypeExpr } from "../../syntax/ast.ts";
import { facts } from "../facts.ts";
import { typesWithin } from "../outline.ts";
import { type CheckContext, type Rule, report } from "./rule.ts";

const parts = { record: "field", variant: "case", enum: "case", flags: "flag" } as const;

export const emptyType: Rule = {
  code: "empty-type",
  severity: "error",
  needs: facts.empty,
  byMember: "alone",
  check: c => {
    for (const { unit, offset, name } of c.outline.types) {
      if (unit.problems.length > 0) continue;
      if (unit.kind !== "type" && unit.kind !== "resource" && unit.fields.length === 0) {
        report(
          c,
          emptyType,
          offset,
          name,
          `${unit.kind === "flags" ? "these flags" : `this ${unit.kind}`} must have at least one ${parts[unit.kind]}`,
        );
      }
      for (const expr of typesWithin(unit)) checkTuple(c, offset, expr);
    }
    for (const { unit, func, offset } of c.functions) {
      if (func && unit.problems.length === 0) for (const expr of typesWithin(func)) checkTuple(c, offset, expr);
    }
  },
};

function checkTuple(c: CheckContext, offset: number, expr: TypeExpr): void {
  if (expr.kind === "tuple" && expr.elements.length === 0)
    report(c, emptyType, offset, expr, "a tuple must have at least one element");
}
