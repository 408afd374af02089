// The world that a component in binary form has, as WIT: what it imports, and what it exports through the instances it makes.
import { liftedType } from "./canon.ts";
import { foreignLines, type Items, worldItemLines } from "./items.ts";
import { type DecodedPackage, decodePackage, isWasm, packageBlock } from "./package.ts";
import { BinaryFault, byte, list, optional, part, type Reader, text, u32 } from "./reader.ts";
import { declare, declsOf, type Entry, entryAt, fault, newSpace, type Space } from "./space.ts";
import {
  type Decl,
  type Extern,
  type ExternDecl,
  type ExternName,
  extern,
  externName,
  type TypeDef,
  typeDef,
  type ValType,
} from "./types.ts";

/** WIT as `wasm-tools component wit` prints it: world `root` of `root:component`, and of each package what it holds. A WIT package is printed as one. */
export function componentText(bytes: Uint8Array): DecodedPackage {
  if (isWasm(bytes) && bytes[6] !== 1) return { kind: "fault", message: "this is a core module, not a component" };
  const asPackage = decodePackage(bytes);
  if (asPackage.kind === "wit" || !isWasm(bytes)) return asPackage;
  try {
    const frame = walk({ bytes, at: 8, end: bytes.length }, new Map(), undefined);
    return { kind: "wit", text: printWorld(frame) };
  } catch (error) {
    if (error instanceof BinaryFault || error instanceof RangeError) return { kind: "fault", message: error.message };
    throw error;
  }
}

/** What an instance exports: declarations to be read in an index space of their own, and what a component around it may pass on. */
interface Instance {
  readonly decls: readonly Decl[];
  readonly instances: ReadonlyMap<string, Instance>;
  readonly funcs: ReadonlyMap<string, Func>;
}

/** The type of a function, in the space that has it. */
interface Func {
  readonly space: Space;
  readonly type: number;
}

interface Export extends ExternName {
  readonly sort: number;
  readonly index: number;
  readonly ascribed: Extern | undefined;
}

/** A component that has been read, with its index spaces; core items are not kept. */
interface Frame {
  readonly space: Space;
  /** All that adds to the space of types, in its order. */
  readonly decls: Decl[];
  readonly imports: ExternDecl[];
  readonly exports: Export[];
  /** Those whose types are known. */
  readonly funcs: (Func | undefined)[];
  readonly instances: (Instance | undefined)[];
  readonly components: ((args: Arguments) => Instance)[];
}

/** What a component is given for its imports of types. */
type Arguments = ReadonlyMap<string, Entry>;

const sorts = { core: 0, func: 1, type: 3, component: 4, instance: 5 } as const;

const rootPackage = "root:component";

function walk(r: Reader, args: Arguments, parent: Space | undefined): Frame {
  const space = newSpace(rootPackage, parent);
  const frame: Frame = { space, decls: [], imports: [], exports: [], funcs: [], instances: [], components: [] };
  while (r.at < r.end) {
    const id = byte(r);
    readSection(frame, id, part(r, u32(r)), args);
  }
  return frame;
}

function readSection(f: Frame, id: number, r: Reader, args: Arguments): void {
  switch (id) {
    case 4:
      r.at += 8;
      f.components.push(given => instanceOf(walk({ ...r }, given, f.space)));
      return;
    case 5:
      list(r, () => addInstance(f, readInstance(f, r)));
      return;
    case 6:
      list(r, () => readAlias(f, r));
      return;
    case 7:
      list(r, () => readType(f, r));
      return;
    case 8:
      list(r, () => {
        const type = liftedType(r);
        if (type !== undefined) f.funcs.push({ space: f.space, type });
      });
      return;
    case 10:
      list(r, () => readImport(f, r, args));
      return;
    case 11:
      list(r, () => readExport(f, r));
      return;
    default:
    // Custom sections and everything of core WebAssembly: without meaning for types.
  }
}

function add(f: Frame, decl: Decl): void {
  f.decls.push(decl);
  declare(f.space, decl);
}

function addInstance(f: Frame, instance: Instance | undefined, id = ""): void {
  f.instances.push(instance);
  f.space.instances.push(id);
}

function readType(f: Frame, r: Reader): void {
  if (r.bytes[r.at] === 0x3f) {
    // A resource, with how it is represented and perhaps what drops it.
    r.at += 2;
    optional(r, u32);
    add(f, { kind: "given", entry: { kind: "resource" } });
  } else add(f, { kind: "type", type: typeDef(r) });
}

function readInstance(f: Frame, r: Reader): Instance | undefined {
  if (byte(r) === 0x01) {
    list(r, () => [externName(r), readSort(r), u32(r)]);
    return undefined;
  }
  const component = f.components[u32(r)];
  const args = new Map<string, Entry>();
  for (const [name, sort, index] of list(r, () => [text(r), readSort(r), u32(r)] as const))
    if (sort === sorts.type) args.set(name, entryAt(f.space, index));
  return component?.(args);
}

function readSort(r: Reader): number {
  const sort = byte(r);
  if (sort === sorts.core) byte(r);
  return sort;
}

function readAlias(f: Frame, r: Reader): void {
  const sort = readSort(r);
  const target = byte(r);
  const index = u32(r);
  if (target === 0x02) {
    addOuter(f, sort, index, u32(r));
    return;
  }
  const name = text(r);
  if (sort === sorts.type) add(f, { kind: "alias", instance: index, name });
  else if (sort === sorts.func) f.funcs.push(f.instances[index]?.funcs.get(name));
  else if (sort === sorts.instance) addInstance(f, f.instances[index]?.instances.get(name));
  else if (sort === sorts.component) f.components.push(() => fault("a component comes out of an instance"));
}

function addOuter(f: Frame, sort: number, count: number, index: number): void {
  if (sort === sorts.type) add(f, { kind: "outer", count, index });
  else if (sort === sorts.component) f.components.push(() => fault("a component comes from around another"));
}

/** Inside a component that is instantiated, a type is what it was given. */
function readImport(f: Frame, r: Reader, args: Arguments): void {
  const decl: ExternDecl = { kind: "import", ...externName(r), extern: extern(r) };
  f.imports.push(decl);
  const { kind } = decl.extern;
  const entry = f.space.parent && givenEntry(f, decl, args.get(decl.name));
  add(f, entry ? { kind: "given", entry } : decl);
  if (kind === "func") f.funcs.push({ space: f.space, type: decl.extern.type });
  else if (kind === "component") f.components.push(() => fault("a component is imported"));
  else if (kind === "instance")
    f.instances.push({ decls: declsOf(f.space, decl.extern.type, "instance"), instances: new Map(), funcs: new Map() });
}

function givenEntry(f: Frame, { extern: what }: ExternDecl, given: Entry | undefined): Entry | undefined {
  if (what.kind !== "eq" && what.kind !== "resource") return undefined;
  if (given?.kind === "foreign") return given;
  return what.kind === "resource" ? { kind: "resource" } : entryAt(f.space, what.type);
}

function readExport(f: Frame, r: Reader): void {
  const name = externName(r);
  const sort = readSort(r);
  const index = u32(r);
  const found: Export = { ...name, sort, index, ascribed: optional(r, extern) };
  f.exports.push(found);
  if (sort === sorts.type) add(f, { kind: "export", ...name, extern: typeExtern(f, index) });
  else if (sort === sorts.func) addExportedFunction(f, found);
  else if (sort === sorts.instance) {
    // Its types are known by the export's name from here on, as are those of the instance itself.
    f.space.instances[index] ||= name.name;
    addInstance(f, f.instances[index], name.name);
  }
}

function addExportedFunction(f: Frame, { sort: _, index, ascribed, ...name }: Export): void {
  const func = ascribed?.kind === "func" ? { space: f.space, type: ascribed.type } : f.funcs[index];
  f.funcs.push(func);
  if (func?.space === f.space) add(f, { kind: "export", ...name, extern: { kind: "func", type: func.type } });
}

function typeExtern(f: Frame, index: number): Extern {
  let entry = entryAt(f.space, index);
  while (entry.kind === "named") entry = entry.entry;
  return entry.kind === "resource" ? { kind: "resource" } : { kind: "eq", type: index };
}

function instanceOf(f: Frame): Instance {
  const instances = new Map<string, Instance>();
  const funcs = new Map<string, Func>();
  for (const { name, sort, index, ascribed } of f.exports) {
    const inner = sort === sorts.instance ? f.instances[index] : undefined;
    const func = ascribed?.kind === "func" ? { space: f.space, type: ascribed.type } : f.funcs[index];
    if (inner) instances.set(name, inner);
    else if (sort === sorts.func && func) funcs.set(name, func);
  }
  return { decls: f.decls, instances, funcs };
}

/** The world and, in blocks, what it tells of interfaces. */
function printWorld(f: Frame): string {
  const decls = [...f.imports, ...f.exports.flatMap(found => exportDecl(f, found) ?? [])];
  const items: Items = { own: rootPackage, foreign: new Map(), notes: undefined };
  const lines = worldItemLines(items, f.space, decls);
  const world = [`package ${rootPackage};`, "", "world root {", ...lines.map(line => `  ${line}`), "}"];
  const packages = [...items.foreign].map(([key, interfaces]) => packageBlock(key, foreignLines(interfaces)));
  return `${[world, ...packages].map(part => part.join("\n")).join("\n\n")}\n`;
}

/** An export as a declaration whose type the space has. A world exports no types. */
function exportDecl(f: Frame, { sort, index, ascribed, ...name }: Export): ExternDecl | undefined {
  if (sort === sorts.type) return undefined;
  if (ascribed) return { kind: "export", ...name, extern: ascribed };
  if (sort === sorts.func) {
    const func = f.funcs[index] ?? fault(`the type of \`${name.name}\` is not told`);
    return { kind: "export", ...name, extern: { kind: "func", type: adopted(f.space, func) } };
  }
  const instance = sort === sorts.instance ? f.instances[index] : undefined;
  if (!instance) return fault(`what \`${name.name}\` exports is not told`);
  const type = pushed(f.space, { kind: "def", def: { kind: "instance", decls: instance.decls } });
  return { kind: "export", ...name, extern: { kind: "instance", type } };
}

/** The index of a function's type in a space that may lack it. */
function adopted(space: Space, func: Func): number {
  if (func.space === space) return func.type;
  const entry = entryAt(func.space, func.type);
  return entry.kind === "def"
    ? pushed(space, { kind: "def", def: copy(space, func.space, entry.def) })
    : fault("a function has no type");
}

/** A definition with its types by their places in another space. */
function copy(to: Space, from: Space, def: TypeDef): TypeDef {
  const of = (type: ValType): ValType => {
    if (typeof type === "string") return type;
    const entry = entryAt(from, type);
    return pushed(to, entry.kind === "def" ? { kind: "def", def: copy(to, from, entry.def) } : entry);
  };
  const maybe = <K extends string>(key: K, type: ValType | undefined): { readonly [_ in K]?: ValType } =>
    (type === undefined ? {} : { [key]: of(type) }) as { readonly [_ in K]?: ValType };
  switch (def.kind) {
    case "list":
    case "option":
      return { ...def, element: of(def.element) };
    case "stream":
    case "future":
      return { kind: def.kind, ...maybe("element", def.element) };
    case "tuple":
      return { ...def, elements: def.elements.map(of) };
    case "map":
      return { ...def, key: of(def.key), value: of(def.value) };
    case "result":
      return { kind: "result", ...maybe("ok", def.ok), ...maybe("err", def.err) };
    case "own":
    case "borrow":
      return { ...def, resource: of(def.resource) as number };
    case "func":
      return { ...def, params: def.params.map(p => ({ ...p, type: of(p.type) })), ...maybe("result", def.result) };
    default:
      return def;
  }
}

function pushed(space: Space, entry: Entry): number {
  return space.types.push(entry) - 1;
}
