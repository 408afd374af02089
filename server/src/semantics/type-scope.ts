// The types that a container's members can name: what it uses and what it defines.
import type { Ident, UseName } from "../syntax/ast.ts";
import type { Features } from "../workspace/layout-types.ts";
import { type Gate, gateOf, isDeprecated } from "./gates.ts";
import {
  eachName,
  mentionedTypes,
  type Outline,
  typeParts as partsOf,
  type TypeDecl,
  typesOf,
  type UseDecl,
} from "./outline.ts";
import { type PathTarget, typeBits } from "./targets.ts";
import { type Sorted, toposort } from "./toposort.ts";

interface EntryBase {
  readonly name: string;
  /** The name that brings it in; container offsets. */
  readonly start: number;
  readonly end: number;
  readonly gate: Gate;
}

export interface UsedEntry extends EntryBase {
  readonly kind: "use";
  readonly use: UseDecl;
  readonly useName: UseName;
  readonly target: PathTarget;
  readonly bits: number;
}

export interface DefinedEntry extends EntryBase {
  readonly kind: "def";
  readonly decl: TypeDecl;
  bits: number;
}

export type TypeEntry = UsedEntry | DefinedEntry;

/** The member that brings a type in. */
export function unitOfEntry(entry: TypeEntry): UsedEntry["use"]["unit"] | TypeDecl["unit"] {
  return entry.kind === "use" ? entry.use.unit : entry.decl.unit;
}

/** A dependency between types that closes a cycle: `from` mentions `to` at `ident`. */
export interface CycleEdge {
  readonly from: DefinedEntry;
  readonly ident: Ident;
}

export interface TypeScope {
  readonly outline: Outline;
  readonly entries: ReadonlyMap<string, TypeEntry>;
  /** In the order in which the reference defines them: uses, then definitions after what they mention. */
  readonly order: readonly TypeEntry[];
  /** Names brought in a second time, in the order of the text. */
  readonly duplicates: readonly TypeEntry[];
  /** Definitions that a later `use` of the same name takes the place of, in the order of the text. */
  readonly replaced: readonly DefinedEntry[];
  readonly sorted: Sorted;
  readonly defs: readonly DefinedEntry[];
}

/** Resolves the names of a container's types. `targetOf` tells what each `use` points at. */
export function typeScope(o: Outline, features: Features, targetOf: (use: UseDecl) => PathTarget): TypeScope {
  const entries = new Map<string, TypeEntry>();
  const duplicates: TypeEntry[] = [];
  const used = o.uses.flatMap(use => usedEntries(use, features, targetOf(use)));
  for (const entry of used) add(entries, duplicates, entry);
  const replaced = new Map<string, DefinedEntry>();
  const defs: DefinedEntry[] = [];
  for (let i = 0; i < o.types.length; i++) {
    const decl = o.types[i]!;
    const entry = definedEntry(decl, features);
    const other = entries.get(entry.name);
    if (other?.kind === "use" && other.use.offset > decl.offset && !replaced.has(entry.name))
      replaced.set(entry.name, entry);
    else if (other) duplicates.push(entry);
    else {
      entries.set(entry.name, entry);
      defs.push(entry);
    }
  }
  const sorted = sortDefs(defs, [...replaced.values()], used, entries);
  const order = [...used.filter(e => entries.get(e.name) === e), ...sorted.order.map(i => defs[i]!)];
  for (const i of sorted.stuck) defs[i]!.bits |= typeBits.unknown;
  for (const i of sorted.order) defs[i]!.bits = bitsOf(defs[i]!, entries);
  return { outline: o, entries, order, duplicates, replaced: [...replaced.values()], sorted, defs };
}

function add(entries: Map<string, TypeEntry>, duplicates: TypeEntry[], entry: TypeEntry): void {
  if (entries.has(entry.name)) duplicates.push(entry);
  else entries.set(entry.name, entry);
}

function usedEntries(use: UseDecl, features: Features, target: PathTarget): UsedEntry[] {
  const gate = gateOf(use.unit.attributes, features);
  return use.unit.names.map(useName => {
    const ident = useName.alias ?? useName.name;
    const place = { start: use.offset + ident.start, end: use.offset + ident.end };
    return {
      kind: "use",
      name: ident.text,
      ...place,
      gate,
      use,
      useName,
      target,
      bits: usedBits(target, useName.name.text, gate),
    };
  });
}

function usedBits(target: PathTarget, name: string, gate: Gate): number {
  const off = gate === "off" ? typeBits.off : 0;
  const bits = target.status === "interface" ? target.summary.types.get(name) : undefined;
  return bits === undefined ? typeBits.unknown | off : (bits & ~typeBits.off) | off;
}

function definedEntry(decl: TypeDecl, features: Features): DefinedEntry {
  const gate = gateOf(decl.unit.attributes, features);
  return {
    kind: "def",
    name: decl.name.text,
    start: decl.offset + decl.name.start,
    end: decl.offset + decl.name.end,
    gate,
    decl,
    bits: 0,
  };
}

/** A `use` has its place in the order too: a definition comes no earlier than the last `use` that it needs. */
function sortDefs(
  defs: readonly DefinedEntry[],
  replaced: readonly DefinedEntry[],
  used: readonly UsedEntry[],
  entries: ReadonlyMap<string, TypeEntry>,
): Sorted {
  const late = defs[0] !== undefined && used.some(use => use.start > defs[0]!.start);
  const nodes = late ? inTextOrder([...defs, ...replaced, ...used]) : defs;
  const index = new Map(nodes.map((node, i) => [node.name, i]));
  const sorted = toposort(
    nodes.map(node =>
      node.kind === "def" && entries.get(node.name) === node
        ? mentionedTypes(node.decl.unit).flatMap(name => index.get(name.text) ?? [])
        : [],
    ),
  );
  if (!late) return sorted;
  const place = new Map<TypeEntry, number>(defs.map((def, i) => [def, i]));
  const asDefs = (found: Iterable<number>): number[] => [...found].flatMap(i => place.get(nodes[i]!) ?? []);
  return { order: asDefs(sorted.order), stuck: new Set(asDefs(sorted.stuck)) };
}

/** The entries in the order of the text, the first of each name. */
function inTextOrder(entries: readonly TypeEntry[]): readonly TypeEntry[] {
  const seen = new Set<string>();
  return [...entries]
    .sort((a, b) => a.start - b.start)
    .filter(({ name }) => {
      if (seen.has(name)) return false;
      seen.add(name);
      return true;
    });
}

/** What a name has of its own, whatever it stands for. */
const ownBits = typeBits.off | typeBits.deprecated;

/** What can be observed of a definition; what it mentions has its bits already. */
function bitsOf(def: DefinedEntry, entries: ReadonlyMap<string, TypeEntry>): number {
  const { unit } = def.decl;
  let bits = (def.gate === "off" ? typeBits.off : 0) | (isDeprecated(unit) ? typeBits.deprecated : 0);
  if (unit.kind === "resource") return bits | typeBits.resource;
  if (unit.problems.length > 0) bits |= typeBits.unknown;
  if (unit.kind === "type" && unit.type?.kind === "name") {
    const target = entries.get(unit.type.name.text);
    return target ? bits | (target.bits & ~ownBits) : bits | typeBits.unknown;
  }
  return bits | (mentionsBorrow(typesOf(unit), entries) ? typeBits.borrow : 0);
}

function mentionsBorrow(types: ReturnType<typeof typesOf>, entries: ReadonlyMap<string, TypeEntry>): boolean {
  return types.some(expr => holdsBorrow(expr, entries));
}

/** Whether a type holds a `borrow`, directly or through the types that it names. */
export function holdsBorrow(
  expr: ReturnType<typeof typesOf>[number],
  entries: ReadonlyMap<string, TypeEntry>,
): boolean {
  if (expr.kind === "borrow") return true;
  if (expr.kind === "own") return false;
  if (expr.kind === "name") return ((entries.get(expr.name.text)?.bits ?? 0) & typeBits.borrow) !== 0;
  let found = false;
  for (const part of partsOf(expr)) found ||= holdsBorrow(part, entries);
  return found;
}

/** Names mentioned by a definition that nothing brings in. */
export function unresolved(scope: TypeScope, types: ReturnType<typeof typesOf>): readonly Ident[] {
  const missing: Ident[] = [];
  for (const expr of types) eachName(expr, name => !scope.entries.has(name.text) && missing.push(name));
  return missing;
}
