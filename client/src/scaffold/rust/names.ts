// The names that wit-bindgen gives in Rust: of modules, types, functions and parameters.
import type { Interface, InterfaceName, PackageName, Type, TypeDef, WorldModel } from "../../wit/world-model.ts";
import { pascal, snake } from "../casing.ts";
import { baseResource } from "../resources.ts";

export type Home = InterfaceName | undefined;

export interface RustNames {
  /** The lines that give exported interfaces short names. */
  readonly uses: readonly string[];
  /** What stands in front of `::` for an interface's names. */
  module(home: NonNullable<Home>): string;
  type(type: Type): string;
  /** The named type without lifetime: what values are made with. */
  path(def: TypeDef): string;
  isExported(home: Home): boolean;
  /** The name of the struct that stands for a resource of the component's own. */
  resource(def: TypeDef): string;
}

/** The name of a module of bindings, such as `wasi::cli::run`; without `exports` in front. */
export function modulePath(home: NonNullable<Home>, packages: readonly PackageName[]): string {
  const { package: owner, name } = home;
  if (owner === undefined) return identifier(name);
  const versions = packages.filter(each => each.namespace === owner.namespace && each.name === owner.name);
  const version = versions.length > 1 && owner.version !== undefined ? snake(owner.version) : "";
  return [identifier(owner.namespace), snake(owner.name) + version, identifier(name)].join("::");
}

/**
 * The names of a world's exported interfaces; with `inWorld`, those of the functions that it exports itself: a type that these use is always
 * that of an import, also where its interface is exported besides.
 */
export function rustNames(world: WorldModel, inWorld = false): RustNames {
  const packages = world.packages ?? [];
  const exports = inWorld ? [] : world.exports;
  const interfaces = exports.flatMap(each => (each.kind === "interface" ? [each.interface] : []));
  const aliases = shortNames(world, interfaces);
  const isExported = (home: Home): boolean => home !== undefined && aliases.has(home.id);
  const module = (home: NonNullable<Home>): string => aliases.get(home.id) ?? modulePath(home, packages);
  const path = ({ owner, name }: TypeDef): string => (owner === undefined ? "" : `${module(owner)}::`) + typeName(name);
  const twice = repeatedResources(interfaces);
  return {
    uses: interfaces.map(each => useLine(`exports::${modulePath(each, packages)}`, module(each))),
    module,
    path,
    isExported,
    resource: ({ name, owner }) => `My${twice.has(name) ? pascal(owner?.name ?? "") : ""}${pascal(name)}`,
    type: type => typeText(type, path, isExported),
  };
}

function useLine(path: string, alias: string): string {
  return path.endsWith(`::${alias}`) ? `use ${path};` : `use ${path} as ${alias};`;
}

/** Each interface's name in the crate's root: its own where that is free, else with its package in front. */
function shortNames(world: WorldModel, interfaces: readonly Interface[]): ReadonlyMap<string, string> {
  const taken = new Set(["exports", "std", "core", "alloc", "wit_bindgen", ...importedRoots(world)]);
  const found = new Map<string, string>();
  for (const { id, name, package: owner } of interfaces) {
    const long = [owner?.namespace ?? "", owner?.name ?? "", name, owner?.version ?? ""];
    const candidates = [identifier(name), snake(`${owner?.name ?? "exported"}-${name}`), snake(long.join("-"))];
    const free = candidates.find(candidate => !taken.has(candidate)) ?? candidates[2]!;
    taken.add(free);
    found.set(id, free);
  }
  return found;
}

/** The modules that the imports have in the crate's root. */
function importedRoots({ imports }: WorldModel): readonly string[] {
  return imports.flatMap(each =>
    each.kind === "interface" ? [identifier(each.interface.package?.namespace ?? each.interface.name)] : [],
  );
}

function repeatedResources(interfaces: readonly Interface[]): ReadonlySet<string> {
  const names = interfaces
    .flatMap(({ types }) => types.filter(({ body }) => body.kind === "resource"))
    .map(({ name }) => name);
  return new Set(names.filter((name, i) => names.indexOf(name) !== i));
}

const SAME = new Set(["bool", "char", "u8", "u16", "u32", "u64", "f32", "f64"]);
const SIGNED: Readonly<Record<string, string>> = { s8: "i8", s16: "i16", s32: "i32", s64: "i64", string: "String" };

type Path = (def: TypeDef) => string;

function typeText(type: Type, path: Path, isExported: (home: Home) => boolean): string {
  const text = (of: Type): string => typeText(of, path, isExported);
  const orUnit = (of: Type | undefined): string => (of === undefined ? "()" : text(of));
  switch (type.kind) {
    case "named":
      return path(type.def) + (hasBorrow(type) ? "<'_>" : "");
    case "own":
      return path(type.resource);
    case "borrow":
      return isExported(baseResource(type.resource).owner)
        ? `${path(type.resource)}Borrow<'_>`
        : `&${path(type.resource)}`;
    case "list":
      return type.size === undefined ? `Vec<${text(type.element)}>` : `[${text(type.element)}; ${type.size}]`;
    case "map":
      return `wit_bindgen::rt::Map<${text(type.key)}, ${text(type.value)}>`;
    case "option":
      return `Option<${text(type.element)}>`;
    case "result":
      return `Result<${orUnit(type.ok)}, ${orUnit(type.err)}>`;
    case "tuple":
      return type.elements.length === 1 ? `(${text(type.elements[0]!)},)` : `(${type.elements.map(text).join(", ")})`;
    case "future":
    case "stream":
      return `wit_bindgen::rt::async_support::${pascal(type.kind)}Reader<${orUnit(type.element)}>`;
    case "error-context":
      return "wit_bindgen::rt::async_support::ErrorContext";
    default:
      return SAME.has(type.kind) ? type.kind : SIGNED[type.kind]!;
  }
}

/** Whether a type's values hold borrowed resources, which gives the type a lifetime. */
function hasBorrow(type: Type): boolean {
  switch (type.kind) {
    case "borrow":
      return true;
    case "named": {
      const { body } = type.def;
      if (body.kind === "alias") return hasBorrow(body.type);
      if (body.kind === "record") return body.fields.some(field => hasBorrow(field.type));
      return body.kind === "variant" && body.cases.some(each => each.type !== undefined && hasBorrow(each.type));
    }
    case "list":
    case "option":
      return hasBorrow(type.element);
    case "map":
      return hasBorrow(type.key) || hasBorrow(type.value);
    case "tuple":
      return type.elements.some(hasBorrow);
    case "result":
      return [type.ok, type.err].some(of => of !== undefined && hasBorrow(of));
    default:
      return false;
  }
}

export function typeName(name: string): string {
  // The traits of interfaces have this name.
  return name === "guest" ? "Guest_" : pascal(name);
}

/** A name of a function or module: Rust's own words get an underscore. */
export function identifier(name: string): string {
  return KEYWORDS.has(name) ? `${name}_` : snake(name);
}

const KEYWORDS: ReadonlySet<string> = new Set(
  `
  as break const continue crate else enum extern false fn for if impl in let loop match mod move mut pub ref return self static struct super trait
  true type unsafe use where while async await dyn abstract become box do final macro override priv typeof unsized virtual yield try
  `
    .trim()
    .split(/\s+/),
);
