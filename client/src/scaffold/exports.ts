// What a world wants written: its exported functions, and its exported interfaces with the functions of each resource together.
import type { Func, Interface, TypeDef, WorldModel } from "../wit/world-model.ts";

export interface ExportedInterface {
  readonly interface: Interface;
  /** Those that belong to no resource. */
  readonly functions: readonly Func[];
  readonly resources: readonly ExportedResource[];
}

export interface ExportedResource {
  readonly def: TypeDef;
  /** Constructor, methods and static functions, in the order of the text. */
  readonly functions: readonly Func[];
}

export function exportedInterfaces({ exports }: WorldModel): readonly ExportedInterface[] {
  return exports.flatMap(item => (item.kind === "interface" ? [ofInterface(item.interface)] : []));
}

export function exportedFunctions({ exports }: WorldModel): readonly Func[] {
  return exports.flatMap(item => (item.kind === "function" ? [item.function] : []));
}

/** The exported resources with their constructors, to make values of them. */
export function exportedResources(world: WorldModel): ReadonlyMap<TypeDef, ExportedResource> {
  return new Map(exportedInterfaces(world).flatMap(({ resources }) => resources.map(each => [each.def, each])));
}

export function constructorOf({ functions }: ExportedResource): Func | undefined {
  return functions.find(({ kind }) => kind === "constructor");
}

/** The interface of a package, in whatever version of 0.2, that a world exports: `wasi:cli/run`. */
export function exportsWasi(world: WorldModel, path: string): Interface | undefined {
  return wasi(
    exportedInterfaces(world).map(item => item.interface),
    path,
  );
}

/** The same of what a world imports. */
export function importsWasi(world: WorldModel, path: string): Interface | undefined {
  return wasi(
    world.imports.flatMap(item => (item.kind === "interface" ? [item.interface] : [])),
    path,
  );
}

function wasi(interfaces: readonly Interface[], path: string): Interface | undefined {
  return interfaces.find(({ id }) => id.startsWith(`${path}@0.2.`));
}

function ofInterface(found: Interface): ExportedInterface {
  const defs = found.types.filter(({ body }) => body.kind === "resource");
  return {
    interface: found,
    functions: found.functions.filter(({ kind }) => kind === "freestanding"),
    resources: defs.map(def => ({ def, functions: found.functions.filter(({ resource }) => resource === def) })),
  };
}
