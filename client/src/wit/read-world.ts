// Reads a world out of resolved packages as tools print them (JSON with indexes) into objects that refer to each other.
import type { Primitive } from "../wave/wit-type.ts";
import { gatedIn } from "./gated.ts";
import {
  type FunctionJson,
  type ItemJson,
  isLabelled,
  type KindJson,
  type ResolveJson,
  type TypeRefJson,
} from "./resolve-json.ts";
import type {
  Extern,
  Func,
  Interface,
  InterfaceName,
  PackageName,
  Part,
  Type,
  TypeBody,
  TypeDef,
  WorldModel,
} from "./world-model.ts";
import { writtenIn } from "./written.ts";

/** The world `name` of the package `owner` (`namespace:name@version`); undefined when it is not there. `features` are those it was resolved with. */
export function readWorld(
  resolve: ResolveJson,
  owner: string,
  name: string,
  features: readonly string[] = [],
): WorldModel | undefined {
  const world = resolve.worlds.find(each => each.name === name && resolve.packages[each.package]?.name === owner);
  if (world === undefined) return undefined;
  const reader = newReader(resolve);
  const gated = gatedIn(resolve, world);
  const externs = (items: Readonly<Record<string, ItemJson>>): Extern[] =>
    Object.entries(items).map(([key, item]) => reader.extern(key, item));
  return {
    package: packageName(owner),
    name,
    docs: docsOf(world),
    imports: externs(world.imports),
    exports: externs(world.exports),
    packages: resolve.packages.map(each => packageName(each.name)),
    written: writtenIn(resolve),
    ...(gated === undefined ? {} : { gated }),
    features,
  };
}

/** `namespace:name@version` in its parts. */
export function packageName(text: string): PackageName {
  const [path = "", version] = text.split("@", 2);
  const [namespace = "", name = ""] = path.split(":", 2);
  return { namespace, name, ...(version === undefined ? {} : { version }) };
}

function docsOf({ docs }: { readonly docs?: { readonly contents: string | null } }): string {
  return docs?.contents ?? "";
}

interface Reader {
  extern(key: string, item: ItemJson): Extern;
  interface(index: number): Interface;
}

/** A name that a world gives to an interface that has one (`import name: other`): all that is the interface's goes by it. */
interface Label {
  readonly interface: number;
  readonly name: string;
  /** Reads the types of other interfaces. */
  readonly others: ReadDef;
}

type ReadType = (ref: TypeRefJson) => Type;
type ReadDef = (index: number) => TypeDef;

function newReader(resolve: ResolveJson, label?: Label): Reader {
  const defs = new Map<number, TypeDef>();
  const home = (index: number): InterfaceName =>
    label?.interface === index ? labelled(resolve, label) : interfaceName(resolve, index);
  const named = (index: number): TypeDef => {
    if (label !== undefined && resolve.types[index]!.owner?.interface !== label.interface) return label.others(index);
    const known = defs.get(index) ?? readTypeDef(resolve, index, { home, type, named });
    defs.set(index, known);
    return known;
  };
  const type = (ref: TypeRefJson): Type => {
    if (typeof ref === "string") return { kind: ref as Primitive };
    const { name, kind } = resolve.types[ref]!;
    return name === null ? anonymous(kind, type, named) : { kind: "named", def: named(ref) };
  };
  const readInterface = (index: number): Interface => {
    const found = resolve.interfaces[index]!;
    return {
      ...home(index),
      docs: docsOf(found),
      types: Object.values(found.types).map(named),
      functions: Object.values(found.functions).map(each => readFunction(each, type, named)),
    };
  };
  return {
    interface: readInterface,
    extern(key, item) {
      if ("type" in item) return { kind: "type", type: named(item.type) };
      if ("function" in item) return { kind: "function", function: readFunction(item.function, type, named) };
      const { id } = item.interface;
      const reader = isLabelled(resolve, key, id)
        ? newReader(resolve, { interface: id, name: key, others: named })
        : this;
      return { kind: "interface", interface: reader.interface(id) };
    },
  };
}

function labelled(resolve: ResolveJson, { interface: index, name }: Label): InterfaceName {
  return { id: name, name, implements: interfaceName(resolve, index).id };
}

function interfaceName(resolve: ResolveJson, index: number): InterfaceName {
  const { name, package: owner } = resolve.interfaces[index]!;
  const ownerName = resolve.packages[owner]?.name;
  if (name === null || ownerName === undefined) {
    const inline = inlineName(resolve, index);
    return { id: inline, name: inline };
  }
  const pkg = packageName(ownerName);
  const version = pkg.version === undefined ? "" : `@${pkg.version}`;
  return { id: `${pkg.namespace}:${pkg.name}/${name}${version}`, name, package: pkg };
}

interface DefReader {
  readonly home: (index: number) => InterfaceName;
  readonly type: ReadType;
  readonly named: ReadDef;
}

function readTypeDef(resolve: ResolveJson, index: number, { home, type, named }: DefReader): TypeDef {
  const { name, kind, owner, ...rest } = resolve.types[index]!;
  let body: TypeBody | undefined;
  return {
    name: name ?? "",
    ...(owner?.interface === undefined ? {} : { owner: home(owner.interface) }),
    docs: docsOf(rest),
    get body() {
      body ??= readBody(kind, type, named);
      return body;
    },
  };
}

/** The name under which a world holds an interface that it declares itself. */
function inlineName({ worlds }: ResolveJson, index: number): string {
  for (const { imports, exports } of worlds)
    for (const [key, item] of [...Object.entries(imports), ...Object.entries(exports)])
      if ("interface" in item && item.interface.id === index) return key;
  return "";
}

function readBody(kind: KindJson, type: ReadType, named: ReadDef): TypeBody {
  if (kind === "resource") return { kind: "resource" };
  if ("record" in kind) {
    return { kind: "record", fields: kind.record.fields.map(field => ({ ...partOf(field), type: type(field.type) })) };
  }
  if ("variant" in kind) {
    const cases = kind.variant.cases.map(each => ({
      ...partOf(each),
      ...(each.type === null ? {} : { type: type(each.type) }),
    }));
    return { kind: "variant", cases };
  }
  if ("enum" in kind) return { kind: "enum", names: kind.enum.cases.map(({ name }) => name) };
  if ("flags" in kind) return { kind: "flags", names: kind.flags.flags.map(({ name }) => name) };
  if ("type" in kind) return { kind: "alias", type: type(kind.type) };
  return { kind: "alias", type: anonymous(kind, type, named) };
}

function partOf(part: { readonly name: string; readonly docs?: { readonly contents: string | null } }): Part {
  const docs = docsOf(part);
  return { name: part.name, ...(docs === "" ? {} : { docs }) };
}

function anonymous(kind: KindJson, type: ReadType, named: ReadDef): Type {
  if (typeof kind === "string") return unreachable();
  if ("handle" in kind) {
    const { own, borrow } = kind.handle;
    return own === undefined ? { kind: "borrow", resource: named(borrow!) } : { kind: "own", resource: named(own) };
  }
  if ("tuple" in kind) return { kind: "tuple", elements: kind.tuple.types.map(type) };
  if ("option" in kind) return { kind: "option", element: type(kind.option) };
  if ("list" in kind) return { kind: "list", element: type(kind.list) };
  if ("fixed-length-list" in kind) {
    const [element, size] = kind["fixed-length-list"];
    return { kind: "list", element: type(element), size };
  }
  if ("map" in kind) return { kind: "map", key: type(kind.map[0]), value: type(kind.map[1]) };
  if ("result" in kind) {
    const { ok, err } = kind.result;
    return { kind: "result", ...(ok === null ? {} : { ok: type(ok) }), ...(err === null ? {} : { err: type(err) }) };
  }
  if ("future" in kind) return channel("future", kind.future, type);
  if ("stream" in kind) return channel("stream", kind.stream, type);
  return unreachable();
}

function channel(kind: "future" | "stream", element: TypeRefJson | null, type: ReadType): Type {
  return element === null ? { kind } : { kind, element: type(element) };
}

function unreachable(): never {
  throw new Error("a type without a name can't be a definition");
}

const KIND = /^(async-)?(freestanding|method|static|constructor)?-?(?:([gs]et)ter)?$/;

function readFunction(json: FunctionJson, type: ReadType, named: ReadDef): Func {
  const [word, owner] = typeof json.kind === "string" ? [json.kind] : Object.entries(json.kind)[0]!;
  const [, isAsync, kind = "freestanding", accessor] = KIND.exec(word) ?? [];
  const result = json.result ?? undefined;
  return {
    name: json.name.replace(/^(?:\[[^\]]*\])*(?:[^.]*\.)?/, ""),
    kind: kind as Func["kind"],
    ...(accessor === undefined ? {} : { accessor: accessor as "get" | "set" }),
    isAsync: isAsync !== undefined,
    ...(owner === undefined ? {} : { resource: named(owner) }),
    params: json.params.slice(kind === "method" ? 1 : 0).map(param => ({ name: param.name, type: type(param.type) })),
    ...(result === undefined ? {} : { result: type(result) }),
    docs: docsOf(json),
  };
}
