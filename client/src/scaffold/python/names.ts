// The names that componentize-py gives to modules, classes and functions.
import type { Interface, WorldModel } from "../../wit/world-model.ts";
import { pascal, shouty, snake } from "../casing.ts";
import { exportedInterfaces } from "../exports.ts";

const KEYWORDS = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " ",
  ),
);

function escaped(name: string): string {
  return KEYWORDS.has(name) ? `${name}_` : name;
}

export function pythonName(name: string): string {
  return escaped(snake(name));
}

export function className(name: string): string {
  return escaped(pascal(name));
}

export function enumCase(name: string): string {
  return shouty(name);
}

export interface ModuleNames {
  /** Of the module with an interface's types, by the interface's id: where it is, and its name there. */
  readonly modules: ReadonlyMap<string, ModuleName>;
}

export interface ModuleName {
  readonly side: "imports" | "exports";
  /** In kebab case; the class with the functions is named after it too. */
  readonly name: string;
}

export function moduleNames(world: WorldModel): ModuleNames {
  const imported = world.imports.flatMap(item => (item.kind === "interface" ? [item.interface] : []));
  const exported = exportedInterfaces(world).map(item => item.interface);
  return { modules: new Map([...named(imported, "imports"), ...named(exported, "exports")]) };
}

function named(interfaces: readonly Interface[], side: ModuleName["side"]): readonly [string, ModuleName][] {
  return interfaces.map(each => [each.id, { side, name: kebabName(each, interfaces) }]);
}

/** The interface's own name, with its package in front where others have it too, and the version behind where only that tells them apart. */
function kebabName({ id, name, package: owner }: Interface, all: readonly Interface[]): string {
  if (owner === undefined) return name;
  const same = all.filter(each => each.id !== id && each.name === name);
  if (same.length === 0) return name;
  const { namespace, name: packageName, version } = owner;
  const long = `${namespace}-${packageName}-${name}`;
  const hasOtherVersion = same.some(each => each.package?.namespace === namespace && each.package.name === packageName);
  return hasOtherVersion && version !== undefined ? `${long}-${version.replaceAll(".", "-")}` : long;
}
