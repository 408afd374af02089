// What two states of a world have by a world that both include: its changes are said where it is, once.
import { memo } from "../../base/memo.ts";
import { type Holder, holderOf, itemHolder } from "../holders.ts";
import type { ItemAnalysis } from "../package.ts";
import type { ElaboratedWorld, WorldItem } from "../world.ts";
import type { Comparison } from "./comparison.ts";
import { packageIn, trackId } from "./tracks.ts";
import { byKey } from "./world-items.ts";

/** A world of a compared package that both states include. */
export interface Shared {
  readonly was: ElaboratedWorld;
  readonly now: ElaboratedWorld;
}

type Direction = "import" | "export";

export function sharedIncludes(c: Comparison, was: ItemAnalysis, now: ItemAnalysis): readonly Shared[] {
  const before = includedBy(itemHolder(c.was, was));
  return [...includedBy(itemHolder(c.now, now))].flatMap(([id, world]) => {
    const old = before.get(id);
    return old && c.own.has(packageIn(id)) ? [{ was: old, now: world }] : [];
  });
}

/** The worlds that a world includes itself, by id without what compatible versions may change. */
function includedBy({ root, analysis }: Holder): ReadonlyMap<string, ElaboratedWorld> {
  const found = new Map<string, ElaboratedWorld>();
  for (const { unit, offset } of analysis.scope.outline.includes) {
    const target = unit.path && analysis.targetAt(offset + unit.path.start);
    const included = target?.status === "world" ? holderOf(root, target.id) : undefined;
    if (included?.item.world) found.set(trackId(included.id), included.item.world);
  }
  return found;
}

/** Whether an item came from the same item of a shared world then and now, whatever the includes call it. */
export function isSharedItem(
  shared: readonly Shared[],
  direction: Direction,
  old: WorldItem,
  item: WorldItem,
): boolean {
  return shared.some(({ was, now }) => {
    const key = keyIn(now, direction, item);
    return key !== undefined && key === keyIn(was, direction, old);
  });
}

/** Whether a shared world says that an item of one side is not there on the other. */
export function isSaidShared(
  shared: readonly Shared[],
  direction: Direction,
  side: keyof Shared,
  item: WorldItem,
): boolean {
  return shared.some(world => {
    const key = keyIn(world[side], direction, item);
    const other = world[side === "was" ? "now" : "was"];
    return key !== undefined && !byKey(itemsOf(other, direction)).has(key);
  });
}

function keyIn(world: ElaboratedWorld, direction: Direction, item: WorldItem): string | undefined {
  return keysBySource(itemsOf(world, direction)).get(sourceOf(item));
}

function itemsOf(world: ElaboratedWorld, direction: Direction): readonly WorldItem[] {
  return direction === "import" ? world.imports : world.exports;
}

/** What an item is, whatever an include calls it. */
function sourceOf({ func, type, id }: WorldItem): unknown {
  return func ?? type ?? id;
}

const keysBySource: (items: readonly WorldItem[]) => ReadonlyMap<unknown, string> = memo(
  items => new Map(items.map(item => [sourceOf(item), trackId(item.key)])),
);
