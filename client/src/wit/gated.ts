// What a world has because features are switched on.
import type { FunctionJson, ItemJson, ResolveJson, StabilityJson, WorldJson } from "./resolve-json.ts";

/**
 * The first place, `a:b/i, f`: anything that the world exports, or its own package gives it to import. What other packages' interfaces
 * have besides is nothing that a component has to import.
 */
export function gatedIn(resolve: ResolveJson, world: WorldJson): string | undefined {
  if (isGated(world)) return `world ${world.name}`;
  const own = resolve.packages[world.package]!;
  const exported = Object.entries(world.exports).map(item => gatedItem(resolve, item, () => true));
  const imported = Object.entries(world.imports).map(item =>
    gatedItem(resolve, item, owner => resolve.packages[owner] === own),
  );
  return [...exported, ...imported].find(place => place !== undefined);
}

function gatedItem(
  resolve: ResolveJson,
  [key, item]: readonly [string, ItemJson],
  counts: (owner: number) => boolean,
): string | undefined {
  if ("type" in item) return isGated(resolve.types[item.type]!) ? key : undefined;
  if ("function" in item) return isGated(item.function) ? key : undefined;
  const { id } = item.interface;
  const found = resolve.interfaces[id]!;
  const name = found.name === null ? key : `${resolve.packages[found.package]!.name.split("@")[0]}/${found.name}`;
  if (isGated(item.interface)) return name;
  if (!counts(found.package)) return undefined;
  if (isGated(found)) return name;
  const types = Object.entries(found.types).map(([type, index]) => [type, resolve.types[index]!] as const);
  const functions: readonly (readonly [string, FunctionJson])[] = Object.entries(found.functions);
  const member = [...types, ...functions].find(([, each]) => isGated(each));
  return member === undefined ? undefined : `${name}, ${member[0]}`;
}

function isGated({ stability }: { readonly stability?: StabilityJson }): boolean {
  return stability !== undefined && "unstable" in stability;
}
