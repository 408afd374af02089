// Keys of a map are of a primitive type that has an order and an equality: not floats, not named types.

import type { TypeExpr } from "../../syntax/ast.ts";
import { facts } from "../facts.ts";
import { typesWithin } from "../outline.ts";
import { type CheckContext, type Rule, report } from "./rule.ts";

const allowed: ReadonlySet<string> = new Set("bool u8 u16 u32 u64 s8 s16 s32 s64 char string".split(" "));

export const mapKey: Rule = {
  code: "map-key",
  severity: "error",
  needs: facts.map,
  byMember: "alone",
  check: c => {
    for (const { unit, offset } of c.outline.types) for (const expr of typesWithin(unit)) checkExpr(c, offset, expr);
    for (const { func, offset } of c.functions)
      if (func) for (const expr of typesWithin(func)) checkExpr(c, offset, expr);
  },
};

function checkExpr(c: CheckContext, offset: number, expr: TypeExpr): void {
  if (expr.kind === "map" && expr.key && !(expr.key.kind === "primitive" && allowed.has(expr.key.name))) {
    const alias = expr.key.kind === "name" ? " (an alias of one does not count)" : "";
    report(
      c,
      mapKey,
      offset,
      expr.key,
      `the key of a map must be \`bool\`, \`char\`, \`string\` or an integer type${alias}`,
      {
        at: offset + expr.start,
      },
    );
  }
}
