// The changes of one item, kept as long as the item, its earlier state and all that was read of others stay the same.
import { sameItems } from "../../base/memo.ts";
import type { RootAnalysis } from "../analysis.ts";
import { definitionIn, type Holder, itemHolder } from "../holders.ts";
import type { ContainerAnalysis } from "../item.ts";
import type { ItemAnalysis } from "../package.ts";
import { isSpilt } from "../unfinished.ts";
import { type Audience, type ItemChanges, named } from "./change.ts";
import { addRead, type Comparison, home, isCurrent, type Reads } from "./comparison.ts";
import { memberChanges } from "./members.ts";
import { worldChanges } from "./worlds.ts";

/** Two states of a root. */
export interface Sides {
  readonly was: RootAnalysis;
  readonly now: RootAnalysis;
  /** The packages that are compared item by item, without what compatible versions may change. */
  readonly own: ReadonlySet<string>;
  /** The keys of all packages of `now`. */
  readonly packages: string;
}

/** What became of one item, and all that it was made from. */
export interface Kept {
  readonly analysis: ContainerAnalysis;
  readonly was: ContainerAnalysis;
  readonly wasWorld: ItemAnalysis["world"];
  readonly world: ItemAnalysis["world"];
  readonly own: ReadonlySet<string>;
  readonly packages: string;
  readonly exporters: readonly string[] | undefined;
  readonly spilt: boolean;
  readonly reads: Reads;
  /** What the types that the item uses of others are defined as, and the items that were passed to find out. */
  readonly homes: readonly string[];
  passed: Reads;
  readonly value: ItemChanges;
}

/**
 * What became of an interface or world that has its name and kind on both sides: `kept` where that stands. `exporters`
 * are the worlds that export it on both.
 */
export function changesOf(
  sides: Sides,
  was: ItemAnalysis,
  now: ItemAnalysis,
  exporters: readonly string[] | undefined,
  kept: Kept | undefined,
): Kept {
  const spilt = isSpilt(now.item.scope, now.item.item);
  const stands =
    kept?.analysis === now.analysis &&
    kept.was === was.analysis &&
    kept.wasWorld === was.world &&
    kept.world === now.world &&
    kept.own === sides.own &&
    kept.packages === sides.packages &&
    kept.exporters === exporters &&
    kept.spilt === spilt &&
    isCurrent(sides.now, kept.reads) &&
    isAtHome(sides, now, kept);
  if (stands) return kept;
  const c: Comparison = { ...sides, item: now, spilt, reads: new Map(), pairs: new Map() };
  const value =
    now.item.item.kind === "world"
      ? worldChanges(c, was, now)
      : memberChanges(c, itemHolder(c.was, was), itemHolder(c.now, now), audience(now, exporters ?? []));
  const { homes, passed } = homesOf(itemHolder(sides.now, now));
  return {
    analysis: now.analysis,
    was: was.analysis,
    wasWorld: was.world,
    world: now.world,
    own: sides.own,
    packages: sides.packages,
    exporters,
    spilt,
    reads: c.reads,
    homes,
    passed,
    value,
  };
}

/** Whether the types that an item uses of others are still defined where they were. */
function isAtHome(sides: Sides, now: ItemAnalysis, kept: Kept): boolean {
  if (isCurrent(sides.now, kept.passed)) return true;
  const { homes, passed } = homesOf(itemHolder(sides.now, now));
  if (!sameItems(homes, kept.homes)) return false;
  kept.passed = passed;
  return true;
}

/** Interfaces that are written in an item use types too. */
function homesOf(holder: Holder): Pick<Kept, "homes" | "passed"> {
  const homes: string[] = [];
  const passed: Reads = new Map();
  for (const analysis of [holder.analysis, ...holder.analysis.bodies.values()]) {
    for (const entry of analysis.scope.order) {
      if (entry.kind !== "use") break;
      const at = definitionIn({ ...holder, analysis }, entry.name, through => addRead(passed, through.item));
      homes.push(at ? home(at) : "");
    }
  }
  return { homes, passed };
}

function audience({ item }: ItemAnalysis, worlds: readonly string[]): Audience {
  const of = named(item.item.name.text);
  const base = { of, removed: `whoever imports ${of} and needs it`, changed: `whoever imports or exports ${of}` };
  if (worlds.length === 0) return base;
  return { ...base, exporting: `components built for ${worlds.map(named).join(", ")}` };
}
