// What a world has that not every toolchain knows, and where it has it.
import { visitTypes } from "./visit-types.ts";
import {
  binaryName,
  type Construct,
  type Constructs,
  type Extern,
  type Func,
  type Interface,
  type Type,
  type TypeDef,
  type WorldModel,
  withoutAliases,
} from "./world-model.ts";

/** What a world imports and exports, also by what its interfaces use. */
export function constructsOf({
  imports,
  exports,
  gated,
}: Pick<WorldModel, "imports" | "exports" | "gated">): Constructs {
  const found = new Map<Construct, string>();
  const add = (construct: Construct, place: string): void => {
    if (!found.has(construct)) found.set(construct, place);
  };
  for (const direction of ["import", "export"] as const) {
    const holders = { import: imports, export: exports }[direction].map(holder);
    const namespaces = new Set(holders.map(({ owner }) => owner?.package?.namespace));
    for (const each of holders) {
      const { owner } = each;
      if (owner?.implements !== undefined) add("label", `${direction} ${owner.id}: ${owner.implements}`);
      if (owner && !owner.package && namespaces.has(owner.id)) add("name-of-namespace", `${direction} ${owner.id}`);
      for (const func of each.functions) inFunction(func, direction, owner, add);
      for (const def of each.types) inDefinition(def, owner, add);
      if (direction === "export") bareResources(each, add);
      if (direction === "export" && owner && each.functions.length + each.types.length === 0)
        add("empty-export", owner.id);
      if (owner) accessorClashes(each.functions, owner, add);
      inTypes(each, add);
    }
    const own = holders.flatMap(({ owner, functions }) => (owner ? [] : functions));
    accessorClashes(own, undefined, add);
  }
  if (gated !== undefined) add("unstable", gated);
  for (const of of interfacesOf(imports)) bothWays(of, interfacesOf(exports), add);
  for (const of of interfacesOf(exports)) labelTypes(of, interfacesOf(exports), add);
  return found;
}

function interfacesOf(externs: readonly Extern[]): readonly Interface[] {
  return externs.flatMap(each => (each.kind === "interface" ? [each.interface] : []));
}

/** An interface with a name of the world's that is exported under it too, with parts of the same names. */
function bothWays(imported: Interface, exports: readonly Interface[], add: Add): void {
  const exported = imported.package ? undefined : exports.find(({ id }) => id === imported.id);
  if (exported === undefined) return;
  const functions = new Set(exported.functions.map(binaryName));
  const kinds = new Map(exported.types.map(({ name, body }) => [name, body.kind]));
  const shared = imported.types.map(({ name }) => kinds.get(name));
  const isDefined = shared.some(kind => kind !== undefined && kind !== "alias" && kind !== "resource");
  if (isDefined) add("both-ways-type", imported.id);
  if (shared.includes("resource") || imported.functions.some(func => functions.has(binaryName(func))))
    add("both-ways", imported.id);
}

/** An interface that is exported under a name of the world's alone, and whose types other exports take from the import. */
function labelTypes(of: Interface, exports: readonly Interface[], add: Add): void {
  if (of.implements === undefined || exports.some(({ id }) => id === of.implements)) return;
  for (const each of exports)
    visitTypes(each, each, type => {
      if (type.kind === "named" && type.def.owner?.id === of.implements) add("label-types", `export ${of.id}`);
    });
}

type Add = (construct: Construct, place: string) => void;

interface Holder {
  /** Undefined for the world. */
  readonly owner: Interface | undefined;
  readonly functions: readonly Func[];
  readonly types: readonly TypeDef[];
}

function holder(item: Extern): Holder {
  switch (item.kind) {
    case "interface":
      return { owner: item.interface, ...item.interface };
    case "function":
      return { owner: undefined, functions: [item.function], types: [] };
    case "type":
      return { owner: undefined, functions: [], types: [item.type] };
  }
}

function placeOf(owner: Interface | undefined, named: Func | TypeDef): string {
  const name = "kind" in named ? binaryName(named) : named.name;
  return owner === undefined ? name : `${owner.id}, ${name}`;
}

function inFunction(func: Func, direction: "import" | "export", owner: Interface | undefined, add: Add): void {
  const place = placeOf(owner, func);
  if (func.accessor !== undefined) add("accessor", place);
  // Engines bring WASI's imports themselves.
  const isWasiImport = direction === "import" && owner?.package?.namespace === "wasi";
  if (func.isAsync && !isWasiImport) add(`async-${direction}`, place);
}

/** In code, an accessor of `p` is often `get_p` or `set_p`, which `get-p` and `set-p` are too. Of a resource, only what sets is named so. */
function accessorClashes(functions: readonly Func[], owner: Interface | undefined, add: Add): void {
  const key = ({ resource }: Func, name: string): string => `${resource?.name ?? ""}.${name}`;
  const plain = new Map(functions.filter(each => !each.accessor).map(each => [key(each, each.name), each]));
  for (const func of functions) {
    const other = func.accessor && plain.get(key(func, `${func.accessor}-${func.name}`));
    if (other === undefined) continue;
    if (func.resource === undefined) add("accessor-clash", placeOf(owner, other));
    else if (func.accessor === "set") add("setter-clash", placeOf(owner, other));
  }
}

function inDefinition(def: TypeDef, owner: Interface | undefined, add: Add): void {
  const { body } = def;
  const place = placeOf(owner, def);
  if (body.kind === "alias" && (body.type.kind === "own" || body.type.kind === "borrow")) add("handle-alias", place);
  if (body.kind !== "resource" || owner?.package !== undefined) return;
  add(owner === undefined ? "world-resource" : "inline-resource", place);
}

function bareResources({ types, functions, owner }: Holder, add: Add): void {
  const bare = types.find(def => def.body.kind === "resource" && !functions.some(func => func.resource === def));
  if (bare !== undefined) add("bare-resource", placeOf(owner, bare));
}

function inTypes({ functions, types, owner }: Holder, add: Add): void {
  const see = (named: Func | TypeDef, part: Pick<Holder, "functions" | "types">): void =>
    visitTypes(part, owner, type => {
      const place = placeOf(owner, named);
      if (type.kind === "error-context" || type.kind === "map") add(type.kind, place);
      if (type.kind === "future" || type.kind === "stream") add("channel", place);
      if (type.kind === "option" && isNameOfName(type.element)) add("option-of-alias", place);
      if (type.kind === "list" && type.size !== undefined) add("fixed-length-list", place);
    });
  for (const func of functions) see(func, { functions: [func], types: [] });
  for (const def of types) see(def, { functions: [], types: [def] });
}

/** A name for the name of an option, as a `use` of that name is too. */
function isNameOfName(type: Type): boolean {
  if (type.kind !== "named" || type.def.body.kind !== "alias") return false;
  return type.def.body.type.kind === "named" && withoutAliases(type).kind === "option";
}
