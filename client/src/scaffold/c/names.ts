// The names that `wit-bindgen c` gives: of types, functions and what frees values.
import { binaryName, type Func, type InterfaceName, type Type, type WorldModel } from "../../wit/world-model.ts";
import { snake } from "../casing.ts";
import { KEYWORDS } from "./keywords.ts";
import { typeOwners } from "./shared-types.ts";

/** What a name needs of an interface; undefined stands for the world itself. */
export type Home = InterfaceName | undefined;

export interface CNames {
  /** The world, as a prefix. */
  readonly world: string;
  /** The prefix of what belongs to an interface, or to the world. */
  prefix(home: Home): string;
  /** The type as C writes it; types without a name belong to `home`, where they stand. */
  type(type: Type, home: Home): string;
  func(func: Func, home: Home): string;
  /** Whether an interface is exported: its types and resources are then the component's own. */
  isExported(home: Home): boolean;
}

const PRIMITIVES: Readonly<Record<string, string>> = {
  bool: "bool",
  char: "uint32_t",
  u8: "uint8_t",
  s8: "int8_t",
  u16: "uint16_t",
  s16: "int16_t",
  u32: "uint32_t",
  s32: "int32_t",
  u64: "uint64_t",
  s64: "int64_t",
  f32: "float",
  f64: "double",
};

/**
 * The names of a world's exported interfaces; with `inWorld`, those of the functions that it exports itself: a type that these use is always
 * that of an import, also where its interface is exported besides.
 */
export function cNames(model: WorldModel, inWorld = false): CNames {
  const world = snake(model.name);
  const packages = model.packages ?? [];
  const exports = inWorld ? [] : model.exports;
  const exported = new Set(exports.flatMap(each => (each.kind === "interface" ? [each.interface.id] : [])));
  const ownerOf = typeOwners(model, inWorld);
  const isExported = (home: Home): boolean => home !== undefined && exported.has(home.id);
  const prefix = (home: Home): string => {
    if (home === undefined) return world;
    const { package: owner, name } = home;
    if (owner === undefined) return snake(name);
    const all = packages.filter(each => each.namespace === owner.namespace && each.name === owner.name);
    const versions = new Set(all.map(each => each.version));
    const version = versions.size > 1 && owner.version !== undefined ? [owner.version.replace(/[.+-]/g, "_")] : [];
    const parts = [snake(owner.namespace), snake(owner.name), ...version, snake(name)];
    return [...(isExported(home) ? ["exports"] : []), ...parts].join("_");
  };
  const type = (of: Type, home: Home): string => {
    const primitive = PRIMITIVES[of.kind];
    if (primitive !== undefined) return primitive;
    if (of.kind === "named") return `${prefix(of.def.owner)}_${snake(of.def.name)}_t`;
    return `${isShared(of) ? world : prefix(ownerOf(of, home))}_${encoded(of)}_t`;
  };
  const func = (of: Func, home: Home): string =>
    `${home === undefined ? `exports_${world}` : prefix(home)}_${snake(binaryName(of))}`;
  return { world, prefix, type, func, isExported };
}

/** Whether a type without a name is of built-in types alone: it is there once for the whole world. */
export function isShared(type: Type): boolean {
  switch (type.kind) {
    case "list":
    case "option":
      return isShared(type.element);
    case "map":
      return isShared(type.key) && isShared(type.value);
    case "tuple":
      return type.elements.every(isShared);
    default:
      return type.kind === "string" || type.kind in PRIMITIVES;
  }
}

/** A type without a name as a part of a name. */
export function encoded(type: Type | undefined): string {
  if (type === undefined) return "void";
  switch (type.kind) {
    case "named":
      return snake(type.def.name);
    case "char":
      return "char32";
    case "own":
    case "borrow":
      return `${type.kind}_${snake(type.resource.name)}`;
    case "list":
    case "option":
    case "future":
    case "stream":
      return `${type.kind}_${encoded(type.element)}`;
    case "map":
      return `map_${encoded(type.key)}_${encoded(type.value)}`;
    case "result":
      return `result_${encoded(type.ok)}_${encoded(type.err)}`;
    case "tuple":
      return [`tuple${type.elements.length}`, ...type.elements.map(encoded)].join("_");
    default:
      return type.kind;
  }
}

/** A name of a field or parameter: C's and C++'s own words get an underscore. */
export function identifier(name: string): string {
  const word = snake(name);
  return KEYWORDS.has(name) ? `${name}_` : word;
}
