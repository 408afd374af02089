// One file of a new project in Python: what its text refers to, and the imports that follow from it.
import { realDef, type TypeDef, type WorldModel } from "../../wit/world-model.ts";
import { type ExportedResource, exportedResources } from "../exports.ts";
import { uniqueNames } from "../unique-names.ts";
import { className, type ModuleName, moduleNames, pythonName } from "./names.ts";

export interface FileScope {
  readonly modules: ReadonlyMap<string, ModuleName>;
  readonly resources: ReadonlyMap<TypeDef, ExportedResource>;
  /** The text for a type; the class for an exported resource. */
  reference(def: TypeDef): string;
  /** The name of a module with an interface's types. */
  module(side: ModuleName["side"], name: string): string;
  /** A name of `componentize_py_types`: `Ok`. */
  support(name: string): string;
  /** The import statements for what was referred to. */
  imports(): readonly string[];
}

/** `own` is the interface whose resources the file defines; absent for the file with the functions. */
export function fileScope(world: WorldModel, own?: string): FileScope {
  const { modules } = moduleNames(world);
  const resources = exportedResources(world);
  const names = uniqueNames([
    "wit_world",
    "exports",
    "WitWorld",
    ...[...modules.values()].map(({ name }) => className(name)),
  ]);
  const lines = new Map<string, string>();
  const supports = new Set<string>();
  const imported = (key: string, wanted: string, line: (name: string) => string): string => {
    const known = lines.get(key);
    if (known !== undefined) return known;
    const name = names.take(wanted);
    lines.set(key, name);
    statements.push(line(name));
    return name;
  };
  const statements: string[] = [];
  const from = (place: string, what: string): string =>
    imported(`${place} ${what}`, what, name => `from ${place} import ${what}${name === what ? "" : ` as ${name}`}`);
  const module = (side: ModuleName["side"], name: string): string => from(`wit_world.${side}`, pythonName(name));
  const ownClasses = new Set(
    [...resources.keys()].filter(({ owner }) => owner?.id === own).map(({ name }) => names.take(className(name))),
  );
  return {
    modules,
    resources,
    module,
    reference(def) {
      const found = realDef(def) ?? def;
      const name = className(found.name);
      const home = found.owner === undefined ? undefined : modules.get(found.owner.id);
      if (home === undefined) return `wit_world.${name}`;
      if (!resources.has(found)) return `${module(home.side, home.name)}.${name}`;
      return found.owner?.id === own && ownClasses.has(name) ? name : from(pythonName(home.name), name);
    },
    support(name) {
      supports.add(name);
      return name;
    },
    imports() {
      const support =
        supports.size === 0 ? [] : [`from componentize_py_types import ${[...supports].sort().join(", ")}`];
      return [...support, ...[...statements].sort()];
    },
  };
}
