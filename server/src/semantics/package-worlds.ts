// The worlds of a package, elaborated after the worlds that they include, up to a bound.
import { sameItems } from "../base/memo.ts";
import { splitItemId } from "./ids.ts";
import { inlineDeps } from "./item.ts";
import type { ItemOrder } from "./item-order.ts";
import type { ItemAnalysis, PackageEnvironment } from "./package.ts";
import type { Package } from "./packages.ts";
import type { InterfaceSummary } from "./targets.ts";
import { type ElaboratedWorld, elaborateWorld } from "./world.ts";

/** A package whose items are analysed. */
interface Worlds {
  readonly pkg: Package;
  readonly foreign: ReadonlyMap<string, unknown>;
  readonly items: Map<string, ItemAnalysis>;
  readonly env: PackageEnvironment;
}

/** Imports and exports that the worlds of a package may have together: each may have all of another's and one more. */
const mostWorldItems = 300_000;

/** Adds its elaboration to each world; those that the bound leaves out are marked. */
export function elaborateWorlds(r: Worlds, order: ItemOrder): void {
  let room = mostWorldItems;
  const summary = (id: string): InterfaceSummary | undefined => findItem(r, id)?.analysis.summary;
  const world = (id: string): ElaboratedWorld | undefined => findItem(r, id)?.world;
  const graph = interfaceGraph(r);
  for (const i of order.sorted.order) {
    const item = order.items[i]!;
    if (item.item.kind !== "world") continue;
    const known = r.items.get(item.item.name.text)!;
    const included = includedWorlds(known).map(id => findItem(r, id));
    if (room < 0 || included.some(other => other?.leftOut)) {
      r.items.set(item.item.name.text, { ...known, leftOut: true });
      continue;
    }
    const inputs = [known.analysis, graph, ...included.map(other => other?.world)];
    const before = r.env.keep.worlds.get(known.id);
    const elaborated = before && sameItems(before.inputs, inputs) ? before.value : elaborate(r, known, summary, world);
    r.env.keep.worlds.set(known.id, { inputs, value: elaborated });
    r.items.set(item.item.name.text, { ...known, world: elaborated });
    room -= elaborated.imports.length + elaborated.exports.length;
  }
}

/** Ids of the worlds that a world's own text includes. */
function includedWorlds({ analysis }: ItemAnalysis): readonly string[] {
  return analysis.scope.outline.includes.flatMap(({ unit, offset }) => {
    const target = unit.path && analysis.targetAt(offset + unit.path.start);
    return target?.status === "world" ? [target.id] : [];
  });
}

function elaborate(
  r: Worlds,
  known: ItemAnalysis,
  summary: (id: string) => InterfaceSummary | undefined,
  world: (id: string) => ElaboratedWorld | undefined,
): ElaboratedWorld {
  const { analysis, id, item } = known;
  return elaborateWorld({
    id,
    package: r.pkg.key,
    container: item.item.container,
    scope: analysis.scope,
    features: r.env.features,
    targetAt: analysis.targetAt,
    summary,
    world,
    inlineDeps: extern => inlineDeps(analysis, extern),
  });
}

/** The same list as before while no interface that worlds may reach uses others than before. */
function interfaceGraph(r: Worlds): readonly unknown[] {
  const now: unknown[] = [];
  for (const { analysis, item } of r.items.values())
    if (item.item.kind === "interface") now.push(analysis.summary.id, analysis.summary.deps, analysis.summary.off);
  for (const key of r.foreign.keys()) now.push(r.env.lookup(key));
  const before = r.env.keep.graph;
  if (before && sameItems(before, now)) return before;
  r.env.keep.graph = now;
  return now;
}

/** An item of any package by its id. */
function findItem(r: Worlds, id: string): ItemAnalysis | undefined {
  const { key, name } = splitItemId(id);
  return key === r.pkg.key ? r.items.get(name) : r.env.lookup(key)?.items.get(name);
}
