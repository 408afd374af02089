// Parts of items that fixes work on: fields, parameters, used names, types; where they are and what they are called.
import type { Span } from "../../base/span.ts";
import type { ContainerAnalysis } from "../../semantics/item.ts";
import { eachName, typeParts, typesOf, typesOfFunction } from "../../semantics/outline.ts";
import type { Field, FuncType, Ident, TypeExpr, Unit } from "../../syntax/ast.ts";
import type { FixContext, ProblemMember } from "./fix.ts";

export function funcOf(unit: Unit): FuncType | undefined {
  return "func" in unit ? unit.func : undefined;
}

/** From a field's name to its end, in the file; its comments are left out. */
export function fieldSpan(member: ProblemMember, field: Field): Span {
  return { start: member.start + field.name.start, end: member.start + field.end };
}

/** The types written in an item. */
export function typesIn(unit: Unit): readonly TypeExpr[] {
  const func = funcOf(unit);
  if (func) return typesOfFunction(func);
  if (unit.kind === "type" || unit.kind === "resource" || "fields" in unit) return typesOf(unit);
  return [];
}

/** The smallest type of an item that an offset of the file lies in and that `wanted` takes. */
export function typeAt(
  member: ProblemMember,
  offset: number,
  wanted: (type: TypeExpr) => boolean,
): TypeExpr | undefined {
  let best: TypeExpr | undefined;
  const rel = offset - member.start;
  const visit = (type: TypeExpr): void => {
    if (rel < type.start || rel >= type.end) return;
    if (wanted(type)) best = type;
    for (const part of typeParts(type)) visit(part);
  };
  for (const type of typesIn(member.unit)) visit(type);
  return best;
}

export function textOf(c: FixContext, member: ProblemMember, { start, end }: Span): string {
  return c.file.source.text.slice(member.start + start, member.start + end);
}

export function spanIn(member: ProblemMember, { start, end }: Span): Span {
  return { start: member.start + start, end: member.start + end };
}

/** How often the types of a container mention a name. */
export function mentionsOf({ scope }: ContainerAnalysis, name: string): number {
  let count = 0;
  const add = (ident: Ident): void => {
    if (ident.text === name) count++;
  };
  for (const { unit } of scope.outline.types) for (const type of typesOf(unit)) eachName(type, add);
  for (const { func } of scope.outline.functions)
    if (func) for (const type of typesOfFunction(func)) eachName(type, add);
  for (const { unit } of scope.outline.externs)
    if (unit.func) for (const type of typesOfFunction(unit.func)) eachName(type, add);
  return count;
}

/** Every name that a container declares, as components tell them apart. */
export function namesIn({ scope }: ContainerAnalysis): readonly string[] {
  const { outline } = scope;
  return [
    ...scope.entries.keys(),
    ...outline.functions.flatMap(f => (f.kind === "free" ? [f.name.text] : [])),
    ...outline.externs.flatMap(e => e.unit.name?.text ?? e.unit.path?.name.text ?? []),
  ];
}

/** Names that a type holds by `own` or `borrow`. */
export function handlesIn(type: TypeExpr): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (each: TypeExpr): void => {
    if ((each.kind === "own" || each.kind === "borrow") && each.name) found.add(each.name.text);
    for (const part of typeParts(each)) visit(part);
  };
  visit(type);
  return found;
}
