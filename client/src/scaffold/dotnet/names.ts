// The names that `wit-bindgen c-sharp` gives: of namespaces, types and parameters.
import type { InterfaceName, Type, TypeDef, WorldModel } from "../../wit/world-model.ts";
import { realDef } from "../../wit/world-model.ts";
import { camel, pascal } from "../casing.ts";

export type Home = InterfaceName;

export interface CSharpNames {
  /** The namespace of the world, and the prefix of its own interfaces' names. */
  readonly world: string;
  /** Where the class for an exported interface stands. */
  namespace(home: Home): string;
  /** `IShapesExports`: what stands for an interface. */
  contract(home: Home): string;
  /** A type as a signature has it. */
  type(type: Type): string;
  /** A type that has a name. */
  path(def: TypeDef): string;
  isExported(home: Home | undefined): boolean;
  /** The namespaces of all that was named until now. */
  used(): readonly string[];
}

const PRIMITIVES: Readonly<Record<string, string>> = {
  bool: "bool",
  u8: "byte",
  u16: "ushort",
  u32: "uint",
  u64: "ulong",
  s8: "sbyte",
  s16: "short",
  s32: "int",
  s64: "long",
  f32: "float",
  f64: "double",
  char: "uint",
  string: "string",
};

/**
 * The names of a world's exported interfaces; with `inWorld`, those of the functions that it exports itself: a type that these use is always
 * that of an import, also where its interface is exported besides.
 */
export function csharpNames(model: WorldModel, inWorld = false): CSharpNames {
  const world = `${pascal(model.name)}World`;
  const exported = new Set(
    (inWorld ? [] : model.exports).flatMap(each => (each.kind === "interface" ? [each.interface.id] : [])),
  );
  const used = new Set<string>();
  const isExported = (home: Home | undefined): boolean => home !== undefined && exported.has(home.id);
  const direction = (home: Home): string => (isExported(home) ? "Exports" : "Imports");
  const spaces = (home: Home): readonly string[] => namespaces(model, `${world}.wit.${direction(home)}`, home);
  const contract = (home: Home): string => {
    for (const space of spaces(home)) used.add(space);
    return `I${pascal(home.name)}${direction(home)}`;
  };
  const path = (def: TypeDef): string => {
    const { owner, name, body } = realDef(def) ?? def;
    if (owner !== undefined) return `${contract(owner)}.${pascal(name)}`;
    // Of the world's own types these stand beside its interfaces, the others in that of its imports.
    return body.kind === "enum" || body.kind === "flags" ? pascal(name) : `I${world}Imports.${pascal(name)}`;
  };
  return {
    world,
    namespace: home => spaces(home)[0]!,
    contract,
    path,
    isExported,
    used: () => [...used],
    type: type => typeText(type, path),
  };
}

/**
 * A package's version is a part of its namespace where there are several versions; else in wit-bindgen up to 0.5x only, so that it may be
 * in either.
 */
function namespaces({ packages = [] }: WorldModel, start: string, { package: owner }: Home): readonly string[] {
  if (owner === undefined) return [start];
  const plain = [start, identifier(owner.namespace), identifier(owner.name)].join(".");
  if (owner.version === undefined) return [plain];
  const versioned = `${plain}.v${owner.version.replace(/[.+-]/g, "_")}`;
  const same = packages.filter(each => each.namespace === owner.namespace && each.name === owner.name);
  return new Set(same.map(each => each.version)).size > 1 ? [versioned] : [plain, versioned];
}

function typeText(type: Type, path: (def: TypeDef) => string): string {
  const text = (of: Type): string => typeText(of, path);
  const orNone = (of: Type | undefined): string => (of === undefined ? "None" : text(of));
  switch (type.kind) {
    case "named":
      return type.def.body.kind === "alias" ? text(type.def.body.type) : path(type.def);
    case "own":
    case "borrow":
      return path(type.resource);
    case "list":
      return isNumber(type.element) ? `${text(type.element)}[]` : `List<${text(type.element)}>`;
    case "map":
      return `Dictionary<${text(type.key)}, ${text(type.value)}>`;
    case "option":
      return isOption(type.element) ? `Option<${text(type.element)}>` : `${text(type.element)}?`;
    case "result":
      return `Result<${orNone(type.ok)}, ${orNone(type.err)}>`;
    case "tuple":
      return type.elements.length === 1 ? text(type.elements[0]!) : `(${type.elements.map(text).join(", ")})`;
    case "future":
    case "stream":
      return `${pascal(type.kind)}Reader${type.element === undefined ? "" : `<${text(type.element)}>`}`;
    default:
      return PRIMITIVES[type.kind] ?? pascal(type.kind);
  }
}

/** Lists of these are arrays. */
function isNumber({ kind }: Type): boolean {
  return /^(?:[us](?:8|16|32|64)|f32|f64)$/.test(kind);
}

/** An option as it stands, or the definition of a name for one; a name for that name does not count. */
export function isOption(type: Type): boolean {
  if (type.kind !== "named") return type.kind === "option";
  const { body } = type.def;
  return body.kind === "alias" && body.type.kind === "option";
}

/** A name of a parameter, field or namespace: C#'s own words get an at sign. */
export function identifier(name: string): string {
  return KEYWORDS.has(name) ? `@${name}` : camel(name);
}

const KEYWORDS: ReadonlySet<string> = new Set(
  `
  abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern
  false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override
  params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof
  uint ulong unchecked unsafe ushort using virtual void volatile while
  `
    .trim()
    .split(/\s+/),
);
