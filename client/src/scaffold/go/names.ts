// The names that `wit-bindgen go` gives to packages, types and functions.
import {
  type Func,
  type InterfaceName,
  type Type,
  type TypeDef,
  type WorldModel,
  withoutAliases,
} from "../../wit/world-model.ts";
import { camel, pascal, snake } from "../casing.ts";
import { type ExportedResource, exportedResources } from "../exports.ts";

const KEYWORDS = new Set(
  "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var".split(
    " ",
  ),
);

const RESERVED_METHODS = new Set(["TakeHandle", "SetHandle", "Handle", "Drop", "OnDrop"]);

/** An interface; undefined stands for the world itself. */
export type Home = InterfaceName | undefined;

export interface GoNames {
  readonly world: WorldModel;
  readonly resources: ReadonlyMap<TypeDef, ExportedResource>;
  /** The package of an interface's types. */
  packageOf(home: Home): string;
  /** The package that a type is declared in: what holds an exported resource is with the functions. */
  packageOfType(def: TypeDef): string;
}

export function goNames(world: WorldModel): GoNames {
  const resources = exportedResources(world);
  const packageOf = (home: Home): string => packageName(home, world);
  const packageOfType = (def: TypeDef): string =>
    holdsExported({ kind: "named", def }, resources) ? exportPackage(packageOf(def.owner)) : packageOf(def.owner);
  return { world, resources, packageOf, packageOfType };
}

/** The package of the functions that are exported. */
export function exportPackage(name: string): string {
  return `export_${name}`;
}

function packageName(home: Home, { packages = [] }: WorldModel): string {
  if (home === undefined) return "wit_world";
  const { package: owner } = home;
  if (owner === undefined) return escaped(snake(home.name));
  const { namespace, name, version } = owner;
  const versions = new Set(
    packages.filter(each => each.namespace === namespace && each.name === name).map(each => each.version),
  );
  const suffix = versions.size > 1 && version !== undefined ? [version.replace(/[.+-]/g, "_")] : [];
  return [snake(namespace), snake(name), ...suffix, snake(home.name)].join("_");
}

function holdsExported(type: Type, resources: GoNames["resources"]): boolean {
  const real = withoutAliases(type);
  const any = (...parts: readonly (Type | undefined)[]): boolean =>
    parts.some(part => part !== undefined && holdsExported(part, resources));
  switch (real.kind) {
    case "named": {
      const { body } = real.def;
      if (body.kind === "resource") return resources.has(real.def);
      if (body.kind === "record") return any(...body.fields.map(field => field.type));
      return body.kind === "variant" && any(...body.cases.map(each => each.type));
    }
    case "own":
    case "borrow":
      return holdsExported({ kind: "named", def: real.resource }, resources);
    case "list":
    case "option":
    case "future":
    case "stream":
      return any(real.element);
    case "map":
      return any(real.key, real.value);
    case "result":
      return any(real.ok, real.err);
    case "tuple":
      return any(...real.elements);
    default:
      return false;
  }
}

function escaped(name: string): string {
  return KEYWORDS.has(name) ? `${name}_` : name;
}

export function paramName(name: string): string {
  return escaped(camel(name));
}

/** The name of a function as it is declared: with its receiver, where it is a method. */
export function declaredName(func: Func): string {
  const name = pascal(func.name);
  const owner = func.resource === undefined ? "" : pascal(func.resource.name);
  switch (func.kind) {
    case "freestanding":
      return name;
    case "constructor":
      return `Make${owner}`;
    case "static":
      return `${owner}${name}`;
    case "method":
      return `(self *${owner}) ${RESERVED_METHODS.has(name) ? `${name}_` : name}`;
  }
}
