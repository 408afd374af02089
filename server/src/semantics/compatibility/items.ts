// The changes of one item, kept as long as the item, its earlier state and all that was read of others stay the same.
import { sameItems } from "../../base/memo.ts";
import type { RootAnalysis } from "../analysis.ts";
import { definitionIn, type Holder, itemHolder } from "../holders.ts";
import type { ContainerAnalysis } from "../item.ts";
import type { ItemAnalysis } from "../package.ts";
import { isSpilt } from "../unfinished.ts";
import { type Audience, type ItemChanges, named } from "./change.ts";
import { type Comparison, home, isCurrent } from "./comparison.ts";
import { memberChanges } from "./members.ts";
import { trackId } from "./tracks.ts";
import { worldChanges } from "./worlds.ts";

/** Two states of a root. */
export interface Sides {
  readonly was: RootAnalysis;
  readonly now: RootAnalysis;
  /** The packages that are compared item by item, without what compatible versions may change. */
  readonly own: ReadonlySet<string>;
  /** The worlds that export an interface on both sides, by its id without what compatible versions may change. */
  readonly exporters: ReadonlyMap<string, readonly string[]>;
}

interface Kept {
  readonly inputs: readonly unknown[];
  readonly reads: Comparison["reads"];
  readonly value: ItemChanges;
}

const memory = new WeakMap<ContainerAnalysis, Kept>();

/** What became of an interface or world that has its name and kind on both sides. */
export function changesOf(sides: Sides, was: ItemAnalysis, now: ItemAnalysis): ItemChanges {
  const worlds = sides.exporters.size === 0 ? undefined : sides.exporters.get(trackId(now.id));
  const spilt = isSpilt(now.item.scope, now.item.item);
  const inputs = [was.analysis, was.world, now.world, sides.own, worlds, spilt, ...homes(itemHolder(sides.now, now))];
  const kept = memory.get(now.analysis);
  if (kept && sameItems(kept.inputs, inputs) && isCurrent(sides.now, kept.reads)) return kept.value;
  const c: Comparison = { ...sides, item: now, spilt, reads: new Map(), pairs: new Map() };
  const value =
    now.item.item.kind === "world"
      ? worldChanges(c, was, now)
      : memberChanges(c, itemHolder(c.was, was), itemHolder(c.now, now), audience(now, worlds ?? []));
  memory.set(now.analysis, { inputs, reads: c.reads, value });
  return value;
}

/** What the types that an item uses of others are defined as, interfaces written in it included. */
function homes(holder: Holder): readonly string[] {
  const found: string[] = [];
  for (const analysis of [holder.analysis, ...holder.analysis.bodies.values()]) {
    for (const entry of analysis.scope.order) {
      if (entry.kind !== "use") break;
      const at = definitionIn({ ...holder, analysis }, entry.name);
      found.push(at ? home(at) : "");
    }
  }
  return found;
}

function audience({ item }: ItemAnalysis, worlds: readonly string[]): Audience {
  const of = named(item.item.name.text);
  const base = { of, removed: `whoever imports ${of} and needs it`, changed: `whoever imports or exports ${of}` };
  if (worlds.length === 0) return base;
  return { ...base, exporting: `components built for ${worlds.map(named).join(", ")}` };
}
