// Reads type definitions of the component model's binary format (Binary.md, "Type Definitions") into WIT's types.
import type { FunctionType, HandleType, Primitive, Resource, WitType } from "../wave/wit-type.ts";
import type { BinaryReader } from "./binary-reader.ts";

/** What a name of a component, an instance or a scope stands for. */
export type Item =
  | { readonly sort: "value-type"; readonly type: WitType }
  | { readonly sort: "func"; readonly type: FunctionType }
  /** An instance, or the type of one: what it exports. */
  | { readonly sort: "instance"; readonly exports: Exports }
  | { readonly sort: "component"; readonly instantiate: (args: Exports) => Exports }
  | { readonly sort: "other" };

export type Exports = ReadonlyMap<string, Item>;

/** The index spaces of a component or of a type that has its own; `outer` is the one around it. */
export interface Scope {
  readonly outer: Scope | undefined;
  /** How many resource types were met in the whole component. */
  readonly resources: { count: number };
  readonly types: Item[];
  readonly funcs: Item[];
  readonly instances: Item[];
  readonly components: Item[];
}

export function newScope(outer: Scope | undefined): Scope {
  return { outer, resources: outer?.resources ?? { count: 0 }, types: [], funcs: [], instances: [], components: [] };
}

const PRIMITIVES: Readonly<Record<number, Primitive>> = {
  127: "bool",
  126: "s8",
  125: "u8",
  124: "s16",
  123: "u16",
  122: "s32",
  121: "u32",
  120: "s64",
  119: "u64",
  118: "f32",
  117: "f64",
  116: "char",
  115: "string",
};

/** A resource type gets its name where it is exported. */
type Unnamed = { -readonly [Key in keyof Resource]: Resource[Key] };

function newResource({ resources }: Scope): WitType {
  const resource: Unnamed = { id: resources.count++, name: "" };
  return { kind: "handle", what: "resource", resource };
}

const UNKNOWN_HANDLE: HandleType = { kind: "handle", what: "resource" };

/** One type definition (`deftype`). */
export function readType(reader: BinaryReader, scope: Scope): Item {
  const start = reader.peek();
  switch (start) {
    case 0x40:
    case 0x43:
      reader.byte();
      return { sort: "func", type: readFunction(reader, scope) };
    case 0x41:
    case 0x42:
      reader.byte();
      return readDeclarations(reader, newScope(scope));
    case 0x3f:
      reader.skip(2);
      reader.optional(() => reader.u32());
      return { sort: "value-type", type: newResource(scope) };
    default:
      return { sort: "value-type", type: readDefined(reader, scope) };
  }
}

function readFunction(reader: BinaryReader, scope: Scope): FunctionType {
  const params = reader.vector(() => ({ name: reader.name(), type: readReference(reader, scope) }));
  if (reader.byte() === 0) return { params, result: readReference(reader, scope) };
  reader.byte();
  return { params, result: undefined };
}

/** A primitive or the index of a type (`valtype`). */
function readReference(reader: BinaryReader, scope: Scope): WitType {
  const byte = reader.peek();
  // In one byte of s33 the sixth bit makes a negative number: a primitive, not an index.
  if (byte >= 0x40 && byte < 0x80) return primitive(reader.byte());
  const item = scope.types[reader.u32()];
  return item?.sort === "value-type" ? item.type : UNKNOWN_HANDLE;
}

function primitive(code: number): WitType {
  const kind = PRIMITIVES[code];
  if (kind !== undefined) return { kind };
  if (code === 0x64) return { kind: "handle", what: "error-context" };
  throw new Error(`the component has a type of an unknown kind (0x${code.toString(16)})`);
}

function readDefined(reader: BinaryReader, scope: Scope): WitType {
  const reference = (): WitType => readReference(reader, scope);
  const maybe = (): WitType | undefined => reader.optional(reference);
  const code = reader.byte();
  switch (code) {
    case 0x72:
      return { kind: "record", fields: reader.vector(() => ({ name: reader.name(), type: reference() })) };
    case 0x71:
      return { kind: "variant", cases: reader.vector(() => readCase(reader, scope)) };
    case 0x70:
      return { kind: "list", element: reference() };
    case 0x67:
      return { kind: "list", element: reference(), size: reader.u32() };
    case 0x6f:
      return { kind: "tuple", elements: reader.vector(reference) };
    case 0x6e:
      return { kind: "flags", names: reader.vector(() => reader.name()) };
    case 0x6d:
      return { kind: "enum", names: reader.vector(() => reader.name()) };
    case 0x6b:
      return { kind: "option", element: reference() };
    case 0x6a:
      return { kind: "result", ok: maybe(), err: maybe() };
    case 0x69:
    case 0x68:
      return readHandle(reader, scope, code === 0x68);
    case 0x66:
    case 0x65:
      maybe();
      return { kind: "handle", what: code === 0x66 ? "stream" : "future" };
    case 0x63:
      return { kind: "map", key: reference(), value: reference() };
    default:
      return primitive(code);
  }
}

function readHandle(reader: BinaryReader, scope: Scope, borrowed: boolean): WitType {
  const item = scope.types[reader.u32()];
  const type = item?.sort === "value-type" && item.type.kind === "handle" ? item.type : UNKNOWN_HANDLE;
  return borrowed ? { ...type, borrowed } : type;
}

function readCase(reader: BinaryReader, scope: Scope): { name: string; type: WitType | undefined } {
  const found = { name: reader.name(), type: reader.optional(() => readReference(reader, scope)) };
  // Once the place of "refines", which no tool writes any more.
  reader.byte();
  return found;
}

/** The declarations of a component type or an instance type; what counts is what they export. */
function readDeclarations(reader: BinaryReader, scope: Scope): Item {
  const exports = new Map<string, Item>();
  reader.vector(() => {
    const kind = reader.byte();
    if (kind === 0x01) scope.types.push(readType(reader, scope));
    else if (kind === 0x02) readAlias(reader, scope);
    else if (kind === 0x03) declare(reader, scope);
    else if (kind === 0x04) exports.set(...nameResource(declare(reader, scope)));
    else throw new Error("the component has a core type inside a type, which is not read");
  });
  return { sort: "instance", exports };
}

/** The first name under which a resource type is exported is its own. */
export function nameResource<Named extends readonly [name: string, item: Item]>(named: Named): Named {
  const [name, item] = named;
  const resource = item.sort === "value-type" && item.type.kind === "handle" ? item.type.resource : undefined;
  if (resource?.name === "") (resource as Unnamed).name = name;
  return named;
}

/** A name and its description, put into the scope. */
function declare(reader: BinaryReader, scope: Scope): [string, Item] {
  const name = readExternName(reader);
  const { item, sort } = readDescription(reader, scope);
  push(scope, item, sort);
  return [name, item];
}

export function readExternName(reader: BinaryReader): string {
  reader.byte();
  return reader.name();
}

export interface Description {
  readonly item: Item;
  readonly sort: Sort;
}

const UNKNOWN: Item = { sort: "other" };

/** What an import or export is declared to be (`externdesc`). */
export function readDescription(reader: BinaryReader, scope: Scope): Description {
  const typeAt = (): Item => scope.types[reader.u32()] ?? UNKNOWN;
  switch (reader.byte()) {
    case 0x00:
      reader.skip(1);
      reader.u32();
      return { item: UNKNOWN, sort: "core" };
    case 0x01:
      return { item: typeAt(), sort: "func" };
    case 0x03:
      return { item: reader.byte() === 0 ? typeAt() : { sort: "value-type", type: newResource(scope) }, sort: "type" };
    case 0x04: {
      const type = typeAt();
      const exports: Exports = type.sort === "instance" ? type.exports : new Map();
      return { item: { sort: "component", instantiate: () => exports }, sort: "component" };
    }
    case 0x05:
      return { item: typeAt(), sort: "instance" };
    default:
      throw new Error("the component imports or exports a value, which is not read");
  }
}

/** An alias of an instance's export or of something further out. */
export function readAlias(reader: BinaryReader, scope: Scope): void {
  const sort = readSort(reader);
  const target = reader.byte();
  if (target === 0x02) {
    const from = outerScope(scope, reader.u32());
    const index = reader.u32();
    if (from !== undefined) push(scope, itemAt(from, sort, index), sort);
    return;
  }
  const instance = scope.instances[reader.u32()];
  const name = reader.name();
  const found = target === 0x00 && instance?.sort === "instance" ? instance.exports.get(name) : undefined;
  push(scope, found ?? UNKNOWN, sort);
}

function outerScope(scope: Scope, count: number): Scope | undefined {
  let found: Scope | undefined = scope;
  for (let left = count; left > 0; left--) found = found?.outer;
  return found;
}

export type Sort = "core" | "func" | "type" | "component" | "instance";

export function readSort(reader: BinaryReader): Sort {
  const code = reader.byte();
  if (code === 0x00) reader.byte();
  const sort = (["core", "func", undefined, "type", "component", "instance"] as const)[code];
  if (sort === undefined) throw new Error("the component has values, which are not read");
  return sort;
}

export function itemAt(scope: Scope, sort: Sort, index: number): Item {
  return spaceOf(scope, sort)?.[index] ?? UNKNOWN;
}

/** Adds an item to the index space of its sort; core items are not kept. */
export function push(scope: Scope, item: Item, sort: Sort): void {
  spaceOf(scope, sort)?.push(item);
}

function spaceOf(scope: Scope, sort: Sort): Item[] | undefined {
  switch (sort) {
    case "core":
      return undefined;
    case "func":
      return scope.funcs;
    case "type":
      return scope.types;
    case "component":
      return scope.components;
    case "instance":
      return scope.instances;
  }
}
