// `own` and `borrow` take a resource, or an alias of one.

import type { TypeExpr } from "../../syntax/ast.ts";
import { facts } from "../facts.ts";
import { typesWithin } from "../outline.ts";
import { typeBits } from "../targets.ts";
import { type CheckContext, elsewhere, type Rule, report } from "./rule.ts";

export const notAResource: Rule = {
  code: "not-a-resource",
  severity: "error",
  needs: facts.handle,
  byMember: "scoped",
  check: c => {
    for (const { unit, offset } of c.outline.types) for (const expr of typesWithin(unit)) checkExpr(c, offset, expr);
    for (const { func, offset } of c.functions)
      if (func) for (const expr of typesWithin(func)) checkExpr(c, offset, expr);
  },
};

function checkExpr(c: CheckContext, offset: number, expr: TypeExpr): void {
  if ((expr.kind === "own" || expr.kind === "borrow") && expr.name) {
    const entry = c.scope.entries.get(expr.name.text);
    const bits = entry?.bits ?? typeBits.unknown;
    if (entry && (bits & (typeBits.resource | typeBits.unknown)) === 0) {
      report(
        c,
        notAResource,
        offset,
        expr.name,
        `\`${expr.kind}\` takes a resource, and \`${expr.name.text}\` is another kind of type; write \`${expr.name.text}\` alone`,
        { related: [elsewhere(c, entry, `\`${entry.name}\` is here`)] },
      );
    }
  }
}
