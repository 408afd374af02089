// Whether two types are one to a component: equal in structure, resources by identity (Explainer.md "Type Checking").
// What can't be made out counts as equal: it has an error of its own.
import type { FieldsUnit, TypeExpr } from "../../syntax/ast.ts";
import { type Definition, definitionIn, type Holder } from "../holders.ts";
import type { TypeEntry } from "../type-scope.ts";
import { type Comparison, definition, home, isCompared, note, successor, type Typed } from "./comparison.ts";
import { packageIn, trackId } from "./tracks.ts";

/** A type with its names resolved, aliases looked through. */
type Shape =
  | { readonly kind: "written"; readonly typed: Typed }
  | { readonly kind: "fields"; readonly at: Definition; readonly unit: FieldsUnit }
  | { readonly kind: "own" | "borrow"; readonly at: Definition };

const deepest = 500;

/** A member that has its name on both sides stands for itself: where it changed, that is said there. */
export function sameType(c: Comparison, was: Typed, now: Typed, depth = 0): boolean {
  const [a, b] = [was.expr, now.expr];
  if (a.kind === "name" && b.kind === "name" && a.name.text === b.name.text && isCompared(c, was.holder, now.holder))
    return true;
  return sameShape(c, shapeOf(c, was), shapeOf(c, now), depth);
}

/** Whether a type that two holders have under one name is the same. */
export function sameMember(
  c: Comparison,
  was: { readonly holder: Holder; readonly entry: TypeEntry },
  now: { readonly holder: Holder; readonly entry: TypeEntry },
): boolean {
  const [a, b] = [definition(c, was.holder, was.entry.name), definition(c, now.holder, now.entry.name)];
  if (!a || !b) return true;
  const [shape, other] = [shapeOfName(c, was.holder, was.entry.name), shapeOfName(c, now.holder, now.entry.name)];
  const isDefined = was.entry.kind === "def" && now.entry.kind === "def";
  if (!isDefined && isSaidThere(c, a, b)) return true;
  // That a member is defined where it was does not make it the same.
  if (isDefined && shape?.kind === "fields" && other?.kind === "fields") return sameFields(c, shape, other, 0);
  return sameShape(c, shape, other, 0);
}

/** Whether two definitions are one member then and now, whose changes are said where it is. */
function isSaidThere(c: Comparison, was: Definition, now: Definition): boolean {
  return home(was) === home(now) && isCompared(c, was.holder, now.holder);
}

function shapeOf(c: Comparison, { expr, holder }: Typed): Shape | undefined {
  if (expr.kind === "name") return shapeOfName(c, holder, expr.name.text);
  if (expr.kind !== "own" && expr.kind !== "borrow") return { kind: "written", typed: { expr, holder } };
  const found = expr.name && shapeOfName(c, holder, expr.name.text);
  return found?.kind === "own" ? { kind: expr.kind, at: found.at } : undefined;
}

/** What a name stands for; a resource is a handle that owns it. */
function shapeOfName(c: Comparison, holder: Holder, name: string): Shape | undefined {
  let at = definition(c, holder, name);
  for (let steps = 0; at && steps < 1000; steps++) {
    note(c, at.holder);
    const { unit } = at.entry.decl;
    if (unit.problems.length > 0) return undefined;
    if (unit.kind === "resource") return { kind: "own", at };
    if (unit.kind !== "type") return { kind: "fields", at, unit };
    if (unit.type?.kind !== "name") return unit.type && shapeOf(c, { expr: unit.type, holder: at.holder });
    at = definition(c, at.holder, unit.type.name.text);
  }
  return undefined;
}

function sameShape(c: Comparison, was: Shape | undefined, now: Shape | undefined, depth: number): boolean {
  if (!was || !now || depth > deepest) return true;
  if (was.kind === "written" && now.kind === "written") return sameWritten(c, was.typed, now.typed, depth + 1);
  if (was.kind === "fields" && now.kind === "fields") return sameDefinition(c, was, now, depth + 1);
  if ((was.kind === "own" || was.kind === "borrow") && now.kind === was.kind) return sameResource(c, was.at, now.at);
  return false;
}

function sameWritten(c: Comparison, was: Typed, now: Typed, depth: number): boolean {
  const [a, b] = [was.expr, now.expr];
  if (a.kind !== b.kind) return false;
  if (a.kind === "primitive") return b.kind === "primitive" && a.name === b.name;
  if (a.kind === "list" && b.kind === "list" && a.size !== b.size) return false;
  const [parts, others] = [slots(a), slots(b)];
  if (parts.length !== others.length) return false;
  return parts.every((part, i) => {
    const other = others[i];
    if (!part || !other) return !part && !other;
    return sameType(c, { expr: part, holder: was.holder }, { expr: other, holder: now.holder }, depth);
  });
}

/** The places for types directly inside a type; a payload may be left out. */
function slots(expr: TypeExpr): readonly (TypeExpr | undefined)[] {
  switch (expr.kind) {
    case "list":
    case "option":
    case "stream":
    case "future":
      return [expr.element];
    case "map":
      return [expr.key, expr.value];
    case "result":
      return [expr.ok, expr.err];
    case "tuple":
      return expr.elements;
    default:
      return [];
  }
}

type FieldsShape = Extract<Shape, { readonly kind: "fields" }>;

function sameDefinition(c: Comparison, was: FieldsShape, now: FieldsShape, depth: number): boolean {
  if (isSaidThere(c, was.at, now.at)) return true;
  const key = `${home(was.at)} ${home(now.at)}`;
  const known = c.pairs.get(key);
  if (known !== undefined) return known;
  c.pairs.set(key, true);
  const same = sameFields(c, was, now, depth);
  c.pairs.set(key, same);
  return same;
}

function sameFields(c: Comparison, was: FieldsShape, now: FieldsShape, depth: number): boolean {
  if (was.unit.kind !== now.unit.kind || was.unit.fields.length !== now.unit.fields.length) return false;
  return was.unit.fields.every((field, i) => {
    const other = now.unit.fields[i]!;
    if (field.name.text !== other.name.text) return false;
    if (!field.type || !other.type) return !field.type && !other.type;
    return sameType(c, { expr: field.type, holder: was.at.holder }, { expr: other.type, holder: now.at.holder }, depth);
  });
}

/** A resource is the same when its old name now stands for it, wherever it is defined now. */
function sameResource(c: Comparison, was: Definition, now: Definition): boolean {
  if (home(was) === home(now) || c.isTwin?.(was, now)) return true;
  const there = successor(c, was.holder);
  // An interface that is gone from a compared package is said on its own.
  if (!there) return c.own.has(packageIn(trackId(was.holder.id)));
  const [member] = was.holder.base === 0 ? [definitionIn(there, was.entry.name, passed => note(c, passed))] : [];
  const end = member && resourceBehind(c, member);
  return !end || home(end) === home(now);
}

function resourceBehind(c: Comparison, at: Definition): Definition | undefined {
  const shape = shapeOfName(c, at.holder, at.entry.name);
  return shape?.kind === "own" ? shape.at : undefined;
}
