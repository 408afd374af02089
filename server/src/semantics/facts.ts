// What a unit holds that rules look for, as bits; found once a unit, so that a rule need not look where there is nothing.
import { memo } from "../base/memo.ts";
import type { FuncType, TypeExpr, Unit, Version } from "../syntax/ast.ts";
import { canonicalName } from "../syntax/names.ts";
import { type Outline, typesWithin } from "./outline.ts";

export const facts = {
  map: 1,
  handle: 2,
  /** A record, variant, enum, flags or tuple without a part. */
  empty: 4,
  manyFlags: 8,
  doubleField: 16,
  doubleParameter: 32,
  accessor: 64,
  constructorResult: 128,
  /** Gates that may not stand together. */
  gates: 256,
  /** An `@unstable` gate. */
  unstable: 512,
  /** A `@since` gate. */
  since: 1024,
  /** A version that ends in a suffix without content. */
  versionSuffix: 2048,
} as const;

/** Flags fit in 32 bits (CanonicalABI.md "Flattening"). */
export const mostFlags = 32;

/** The facts of all units of a container, its head's among them; those of interfaces written in place are not. */
export function factsOf(o: Outline): number {
  const bits = o.container.head ? unitFacts(o.container.head) : 0;
  return (
    bits |
    listFacts(o.uses) |
    listFacts(o.types) |
    listFacts(o.functions) |
    listFacts(o.externs) |
    listFacts(o.includes)
  );
}

function listFacts(list: readonly { readonly unit: Unit }[]): number {
  let bits = 0;
  for (let i = 0; i < list.length; i++) bits |= unitFacts(list[i]!.unit);
  return bits;
}

/** The versions that `@since` names in a container, each once. */
export const sinceVersions: (o: Outline) => ReadonlySet<string> = memo(o => {
  const versions = new Set<string>();
  const add = (unit: Unit): void => {
    for (const a of unit.attributes) if (a.kind === "since" && a.version) versions.add(a.version.text);
  };
  if (o.container.head) add(o.container.head);
  for (const list of [o.uses, o.types, o.functions, o.externs, o.includes]) for (const { unit } of list) add(unit);
  return versions;
});

const unitFacts: (unit: Unit) => number = memo(unit => {
  const [first, ...others] = unit.attributes;
  let bits = others.length > 0 || first?.kind === "deprecated" ? facts.gates : 0;
  for (const { kind } of unit.attributes)
    bits |= kind === "unstable" ? facts.unstable : kind === "since" ? facts.since : 0;
  if (versionsWithSuffix(unit).length > 0) bits |= facts.versionSuffix;
  if ("fields" in unit) {
    if (unit.fields.length === 0) bits |= facts.empty;
    if (unit.kind === "flags" && unit.fields.length > mostFlags) bits |= facts.manyFlags;
    if (hasDoubles(unit.fields.map(f => f.name.text))) bits |= facts.doubleField;
  }
  if ("fields" in unit || unit.kind === "type") for (const expr of typesWithin(unit)) bits |= typeFacts(expr);
  return "func" in unit && unit.func ? bits | functionFacts(unit, unit.func) : bits;
});

function functionFacts(unit: Unit, func: FuncType): number {
  let bits = func.accessor ? facts.accessor : 0;
  if (unit.kind === "constructor" && func.result) bits |= facts.constructorResult;
  if (hasDoubles(["self", ...func.params.map(p => p.name.text)])) bits |= facts.doubleParameter;
  for (const expr of typesWithin(func)) bits |= typeFacts(expr);
  return bits;
}

function typeFacts(expr: TypeExpr): number {
  if (expr.kind === "map") return facts.map;
  if (expr.kind === "own" || expr.kind === "borrow") return facts.handle;
  return expr.kind === "tuple" && expr.elements.length === 0 ? facts.empty : 0;
}

function hasDoubles(names: readonly string[]): boolean {
  return new Set(names.map(canonicalName)).size < names.length;
}

const noVersions: readonly Version[] = [];

/** The versions in a unit that end in a suffix without content: `1.0.0-`, `1.0.0+`. */
export function versionsWithSuffix(unit: Unit): readonly Version[] {
  const named = unit.kind === "package" ? unit.name : "path" in unit ? unit.path?.package : undefined;
  if (named?.version === undefined && unit.attributes.length === 0) return noVersions;
  const gates = unit.attributes.flatMap(a => ("version" in a && a.version ? [a.version] : []));
  const versions = named?.version ? [...gates, named.version] : gates;
  return versions.filter(({ text, start, end }) => text.length < end - start);
}
