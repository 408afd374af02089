// The types of a package in the order in which the reference makes them, each with the gate that it takes on.
//
// The reference keeps one type for each type without a name: `list<u8>` is the same type wherever the package writes
// it. Such a type takes the gate of the definition that it is first written in, or else of the first gated type that
// it holds, and where that gate is off the type is gone for all who write it.
import type { Attribute, Field, TypeExpr } from "../syntax/ast.ts";
import type { Features } from "../workspace/layout-types.ts";
import { type Gate, gateOf } from "./gates.ts";
import type { ContainerAnalysis } from "./item.ts";
import { externFunction, type FuncDecl, typeParts } from "./outline.ts";
import { typeBits } from "./targets.ts";
import type { TypeEntry } from "./type-scope.ts";

/** A type, as far as gates go. */
export interface Slot {
  readonly key: string;
  /** Whether it holds no named type, so that other interfaces of the package share it. */
  readonly closed: boolean;
  readonly gate: Gate;
  /** The attributes that the gate comes from, and the offset that theirs count from; undefined where another item has them. */
  readonly attributes: readonly Attribute[];
  readonly offset: number | undefined;
}

/** A type written somewhere; offsets count from the outermost container. */
export interface Mention {
  readonly slot: Slot;
  /** What it is called where it is written: a name, or `list`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Where the reference places a fault of it, where that is not the place of what holds it. */
  readonly at?: number;
  /** Whether it is the resource of the function at whose name it is placed. */
  readonly self?: true;
}

/** A type made: a definition, a used name, or a type without a name where it is first written. */
export interface Allocation {
  readonly slot: Slot;
  readonly start: number;
  readonly mentions: readonly Mention[];
}

export interface ArenaFunction {
  readonly decl: FuncDecl;
  /** Offset of the function's name. */
  readonly start: number;
  /** Whether it, or the interface or world that holds it, is switched off. */
  readonly off: boolean;
  readonly mentions: readonly Mention[];
}

export interface Arena {
  readonly allocations: readonly Allocation[];
  readonly functions: readonly ArenaFunction[];
  /** The shared types written here, each as it is after this interface or world. */
  readonly closed: ReadonlyMap<string, Slot>;
}

interface Filling {
  readonly features: Features;
  readonly before: ReadonlyMap<string, Slot>;
  readonly allocations: Allocation[];
  readonly functions: ArenaFunction[];
  readonly closed: Map<string, Slot>;
  /** Types without a name that hold named ones. */
  readonly local: Map<string, Slot>;
}

/** The types and functions of an interface or world. `before` holds the shared types that were made before. */
export function arenaOf(analysis: ContainerAnalysis, features: Features, before: ReadonlyMap<string, Slot>): Arena {
  const filling: Filling = { features, before, allocations: [], functions: [], closed: new Map(), local: new Map() };
  fill(filling, analysis, 0);
  return { allocations: filling.allocations, functions: filling.functions, closed: filling.closed };
}

/** What the names of one interface or world stand for. */
interface Names {
  readonly slots: Map<string, Slot>;
  readonly base: number;
}

function fill(f: Filling, analysis: ContainerAnalysis, base: number): void {
  const names: Names = { slots: new Map(), base };
  for (const entry of analysis.scope.order) {
    const slot = entrySlot(f, entry, base);
    f.allocations.push({ slot, start: base + placeOf(entry), mentions: entryMentions(f, names, entry, slot) });
    names.slots.set(entry.name, slot);
  }
  const head = analysis.container.head;
  const off = head !== undefined && gateOf(head.attributes, f.features) === "off";
  const { functions, externs } = analysis.scope.outline;
  for (const decl of [...functions, ...externs].sort((a, b) => a.offset - b.offset)) {
    const body = analysis.bodies.get(decl.offset);
    const func = "mangled" in decl ? decl : externFunction(decl);
    if (func) addFunction(f, names, func, off);
    else if (body) fill(f, body, base + decl.offset);
  }
}

function placeOf(entry: TypeEntry): number {
  return entry.kind === "use" ? entry.use.offset + entry.useName.name.start : entry.start;
}

function entrySlot(f: Filling, entry: TypeEntry, base: number): Slot {
  const { unit, offset } = entry.kind === "use" ? entry.use : entry.decl;
  const key = `#${f.allocations.length}`;
  return { key, closed: false, gate: entry.gate, attributes: unit.attributes, offset: base + offset };
}

const nothing: Omit<Slot, "key"> = { closed: true, gate: "none", attributes: [], offset: 0 };

/** What a definition mentions directly; what it holds without a name is made on the way. */
function entryMentions(f: Filling, names: Names, entry: TypeEntry, slot: Slot): readonly Mention[] {
  if (entry.kind === "use") {
    const bits = entry.target.status === "interface" ? entry.target.summary.types.get(entry.useName.name.text) : 0;
    const gate = ((bits ?? 0) & typeBits.off) !== 0 ? "off" : "none";
    const { start, end } = entry.useName.name;
    const at = names.base + entry.use.offset;
    const name = entry.useName.name.text;
    return [{ slot: { ...nothing, key: "#", closed: false, gate }, name, start: at + start, end: at + end }];
  }
  const { unit, offset } = entry.decl;
  const place = { ...names, base: names.base + offset };
  if (unit.kind === "resource") return [];
  if (unit.kind !== "type") return unit.fields.flatMap(field => fieldMentions(f, place, field, slot, unit.kind));
  const top = unit.type;
  if (!top) return [];
  if (top.kind === "name" || top.kind === "own" || top.kind === "borrow") {
    const named = top.name && names.slots.get(top.name.text);
    if (!named) return [];
    return [{ slot: named, name: top.name.text, start: place.base + top.start, end: place.base + top.end }];
  }
  return typeParts(top).map(part => mention(f, place, part, slot));
}

function fieldMentions(f: Filling, names: Names, field: Field, slot: Slot, kind: string): Mention[] {
  if (!field.type) return [];
  const found = mention(f, names, field.type, slot);
  return [kind === "record" ? { ...found, at: names.base + field.name.start } : found];
}

function addFunction(f: Filling, names: Names, decl: FuncDecl, outerOff: boolean): void {
  const place = { ...names, base: names.base + decl.offset };
  const start = place.base + decl.name.start;
  const resource = decl.resource === undefined ? undefined : names.slots.get(decl.resource);
  const free: Slot = { ...nothing, key: "" };
  const mentions: Mention[] = [];
  if (resource) {
    const self: Mention = { slot: resource, name: decl.resource!, start, end: place.base + decl.name.end, self: true };
    mentions.push(self);
    if (decl.kind === "method") {
      // Its first parameter borrows the resource.
      const borrowed = makeType(f, `borrow ${resource.key}`, false, free, [self], start);
      if (borrowed.gate !== resource.gate) mentions.push({ ...self, slot: borrowed });
    }
  }
  for (const param of decl.func?.params ?? []) if (param.type) mentions.push(mention(f, place, param.type, free));
  if (decl.func?.result) mentions.push(mention(f, place, decl.func.result, free));
  const off = outerOff || gateOf(decl.unit.attributes, f.features) === "off";
  f.functions.push({ decl, start, off, mentions });
}

/** A type as it is written, made first where nothing has made it; `outer` is the definition that it is written in. */
function mention(f: Filling, names: Names, expr: TypeExpr, outer: Slot): Mention {
  const place = { name: wordOf(expr), start: names.base + expr.start, end: names.base + expr.end };
  if (expr.kind === "primitive") return { slot: { ...nothing, key: expr.name }, ...place };
  if (expr.kind === "name" || expr.kind === "own" || expr.kind === "borrow") {
    const slot = (expr.name && names.slots.get(expr.name.text)) ?? { ...nothing, key: "?", closed: false };
    if (expr.kind !== "borrow") return { slot, ...place };
    // The reference places a handle at its resource.
    const start = names.base + (expr.name ?? expr).start;
    return { slot: makeType(f, `borrow ${slot.key}`, false, outer, [{ slot, ...place }], start), ...place };
  }
  const parts = typeParts(expr).map(part => mention(f, names, part, outer));
  const closed = parts.every(part => part.slot.closed);
  return { slot: makeType(f, typeKey(expr, parts), closed, outer, parts, place.start), ...place };
}

function wordOf(expr: TypeExpr): string {
  if (expr.kind === "primitive") return expr.name;
  return "name" in expr && expr.name ? expr.name.text : expr.kind;
}

function typeKey(expr: TypeExpr, parts: readonly Mention[]): string {
  const size = expr.kind === "list" && expr.size !== undefined ? `,${expr.size}` : "";
  const ok = expr.kind === "result" && expr.ok === undefined ? "_," : "";
  return `${expr.kind}<${ok}${parts.map(p => p.slot.key).join(",")}${size}>`;
}

function makeType(
  f: Filling,
  key: string,
  closed: boolean,
  outer: Slot,
  mentions: readonly Mention[],
  start: number,
): Slot {
  const known = closed ? (f.closed.get(key) ?? fromOther(f.before.get(key))) : f.local.get(key);
  const slot = known ?? { ...giver(outer, mentions), key, closed };
  (closed ? f.closed : f.local).set(key, slot);
  if (!known) f.allocations.push({ slot, start, mentions });
  return slot;
}

/** Whose gate a type without a name takes on. */
function giver(outer: Slot, mentions: readonly Mention[]): Slot {
  return outer.gate !== "none" ? outer : (mentions.find(m => m.slot.gate !== "none")?.slot ?? outer);
}

/** A shared type as an item sees it that did not make it: its attributes lie elsewhere. */
function fromOther(slot: Slot | undefined): Slot | undefined {
  return slot && { ...slot, offset: undefined };
}
