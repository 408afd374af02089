// The names that an interface or world declares, for lints about names.
import { memo } from "../../base/memo.ts";
import type { Ident, Unit } from "../../syntax/ast.ts";
import { externFunction, type Outline } from "../outline.ts";

export interface DeclaredName {
  readonly kind: "interface" | "world" | "type" | "function" | "extern" | "alias" | "part" | "parameter";
  readonly name: Ident;
  readonly unit: Unit;
  /** Where the unit starts in the container. */
  readonly offset: number;
}

/** Its own name first; those of interfaces written in place are not among them. Parts are fields, cases and flags. */
export const declaredNames: (o: Outline) => readonly DeclaredName[] = memo(o => {
  const found: DeclaredName[] = [];
  const { head } = o.container;
  if ((head?.kind === "interface" || head?.kind === "world") && head.name)
    found.push({ kind: head.kind, name: head.name, unit: head, offset: 0 });
  for (const { unit, offset } of o.uses)
    for (const { alias } of unit.names) if (alias) found.push({ kind: "alias", name: alias, unit, offset });
  for (const { unit, offset, name } of o.types) {
    found.push({ kind: "type", name, unit, offset });
    if ("fields" in unit) for (const field of unit.fields) found.push({ kind: "part", name: field.name, unit, offset });
  }
  for (const { unit, offset, name, func, kind } of [
    ...o.functions,
    ...o.externs.flatMap(e => externFunction(e) ?? []),
  ]) {
    if (kind !== "constructor") found.push({ kind: "function", name, unit, offset });
    for (const param of func?.params ?? []) found.push({ kind: "parameter", name: param.name, unit, offset });
  }
  for (const { unit, offset } of o.externs)
    if (unit.name && !unit.func) found.push({ kind: "extern", name: unit.name, unit, offset });
  return found;
});
