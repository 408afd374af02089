// Something that is there names something that is not, because its feature is not activated (WIT.md "Feature Gates").
import type { Ident, TypeExpr } from "../../syntax/ast.ts";
import { type Gate, gateOf } from "../gates.ts";
import { type FuncDecl, type TypeDecl, typeParts } from "../outline.ts";
import { typeBits } from "../targets.ts";
import { type CheckContext, type Rule, report } from "./rule.ts";

export const gatedOff: Rule = {
  code: "gated-off",
  severity: "error",
  check: c => {
    for (const entry of c.scope.order) {
      if (c.container.kind === "world" && entry.gate === "off") say(c, entry.start, entry.end, entry.name, entry.start);
    }
    checkUses(c);
    for (const decl of c.outline.types) checkType(c, decl);
    if (c.container.head && c.container.kind !== "world" && headGate(c) === "off") return;
    for (const f of c.functions) checkFunction(c, f);
    checkPaths(c);
  },
};

function headGate(c: CheckContext): Gate {
  return gateOf(c.container.head!.attributes, c.features);
}

function say(c: CheckContext, start: number, end: number, name: string, at: number): void {
  const message = `\`${name}\` is switched off, as its feature is not activated; put the same gate on what names it, or activate the feature`;
  report(c, gatedOff, 0, { start, end }, message, { at });
}

function checkUses(c: CheckContext): void {
  for (const { unit, offset } of c.outline.uses) {
    if (!unit.path || gateOf(unit.attributes, c.features) === "off") continue;
    const target = c.targetAt(offset + unit.path.start);
    if (target.status !== "interface") continue;
    for (const { name } of unit.names) {
      if (((target.summary.types.get(name.text) ?? 0) & typeBits.off) !== 0)
        say(c, offset + name.start, offset + name.end, name.text, offset + name.start);
    }
  }
}

function checkType(c: CheckContext, { unit, offset, name }: TypeDecl): void {
  const own = gateOf(unit.attributes, c.features);
  if (unit.kind === "resource") return;
  if (unit.kind !== "type") {
    for (const field of unit.fields)
      if (field.type) checkExpr(c, offset, field.type, own, unit.kind === "record" ? field.name : name);
  } else if (unit.type) {
    const top = unit.type;
    if (top.kind === "name" || top.kind === "own" || top.kind === "borrow") checkExpr(c, offset, top, own, name);
    else for (const part of typeParts(top)) checkExpr(c, offset, part, own, name);
  }
}

function checkFunction(c: CheckContext, f: FuncDecl): void {
  if (!f.func || gateOf(f.unit.attributes, c.features) === "off") return;
  const resource = f.resource === undefined ? undefined : c.scope.entries.get(f.resource);
  if (resource?.gate === "off")
    say(c, f.offset + f.name.start, f.offset + f.name.end, resource.name, f.offset + f.name.start);
  for (const param of f.func.params) if (param.type) checkExpr(c, f.offset, param.type, "none", f.name);
  if (f.func.result) checkExpr(c, f.offset, f.func.result, "none", f.name);
}

/**
 * Reports names in `expr` that are switched off. The reference names the innermost type without a name that holds them,
 * or `place` where there is none; a type without a name takes on a gate from what it holds, and is then switched off itself.
 */
function checkExpr(c: CheckContext, offset: number, expr: TypeExpr, own: Gate, place: Ident | TypeExpr): void {
  const name = namedIn(expr);
  if (name && expr.kind !== "borrow") {
    if (own !== "off" && gateOfName(c, name) === "off")
      say(c, offset + name.start, offset + name.end, name.text, offset + place.start);
    return;
  }
  const gate = own !== "none" ? own : inheritedGate(c, expr);
  if (own !== "off" && own === "none" && gate === "off")
    say(c, offset + expr.start, offset + expr.end, name?.text ?? expr.kind, offset + place.start);
  if (name) {
    if (gate !== "off" && gateOfName(c, name) === "off")
      say(c, offset + name.start, offset + name.end, name.text, offset + name.start);
    return;
  }
  for (const part of typeParts(expr)) checkExpr(c, offset, part, own === "none" && gate === "off" ? "off" : own, expr);
}

function namedIn(expr: TypeExpr): Ident | undefined {
  return expr.kind === "name" || expr.kind === "own" || expr.kind === "borrow" ? expr.name : undefined;
}

function gateOfName(c: CheckContext, name: Ident): Gate {
  return c.scope.entries.get(name.text)?.gate ?? "none";
}

/** The gate of the first gated type that a type without a name holds directly. */
function inheritedGate(c: CheckContext, expr: TypeExpr): Gate {
  const name = namedIn(expr);
  if (name) return gateOfName(c, name);
  for (const part of typeParts(expr)) {
    const gate = inheritedGate(c, part);
    if (gate !== "none") return gate;
  }
  return "none";
}

function checkPaths(c: CheckContext): void {
  for (const { unit, offset } of c.outline.externs) {
    if (!unit.path || gateOf(unit.attributes, c.features) === "off") continue;
    const target = c.targetAt(offset + unit.path.start);
    const off = target.status === "gated-off" || (target.status === "interface" && target.summary.off);
    const name = unit.path.name;
    if (off) say(c, offset + name.start, offset + name.end, name.text, offset + (unit.name ?? name).start);
  }
  for (const { unit, offset } of c.outline.includes) {
    if (!unit.path || gateOf(unit.attributes, c.features) === "off") continue;
    const target = c.targetAt(offset + unit.path.start);
    const name = unit.path.name;
    if (target.status === "gated-off" || (target.status === "world" && target.off))
      say(c, offset + name.start, offset + name.end, name.text, offset + name.start);
  }
}
