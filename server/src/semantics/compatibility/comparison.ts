// What the comparison of one item with its earlier state shares: both sides, and what was read of the present one.
import type { TypeExpr } from "../../syntax/ast.ts";
import type { RootAnalysis } from "../analysis.ts";
import { type Definition, definitionIn, type Holder, itemHolder } from "../holders.ts";
import type { ContainerAnalysis } from "../item.ts";
import type { ItemAnalysis } from "../package.ts";
import { itemById } from "../symbol-lookup.ts";
import type { SymbolId } from "../symbols.ts";
import { packageIn, trackId } from "./tracks.ts";

export interface Comparison {
  readonly was: RootAnalysis;
  readonly now: RootAnalysis;
  /** The packages that are compared item by item, without what compatible versions may change. */
  readonly own: ReadonlySet<string>;
  /** The item of `now` that is compared. */
  readonly item: ItemAnalysis;
  /** Whether what follows the item makes no sense, and may be the item's. */
  readonly spilt: boolean;
  /** The analyses of other items of `now` that the result depends on. */
  readonly reads: Map<SymbolId, ContainerAnalysis | undefined>;
  /** Pairs of definitions that were compared, or are being compared; those are taken for equal. */
  readonly pairs: Map<string, boolean>;
}

/** A type where it is written. */
export interface Typed {
  readonly expr: TypeExpr;
  readonly holder: Holder;
}

/** Whether two holders are one item then and now, whose members are compared one by one anyway. */
export function isCompared({ own }: Comparison, was: Holder, now: Holder): boolean {
  const id = trackId(now.id);
  return trackId(was.id) === id && own.has(packageIn(id));
}

/** A definition's name without what compatible versions may change. */
export function home({ holder, entry }: Definition): string {
  return `${trackId(holder.id)}#${entry.name}`;
}

/** The definition behind a name. What the compared item uses itself need not be noted: the item's results are kept by it. */
export function definition(c: Comparison, holder: Holder, name: string): Definition | undefined {
  const noted = holder.item.id !== c.item.id;
  if (noted) note(c, holder);
  return definitionIn(holder, name, passed => {
    if (noted) note(c, passed);
  });
}

/** Says that the result depends on what a holder has. */
export function note({ now, item, reads }: Comparison, holder: Holder): void {
  if (holder.root === now && holder.item.id !== item.id) reads.set(holder.item.id, holder.item.analysis);
}

/** The interface or world of `now` that has the place of one of `was`, through a compatible version. */
export function successor(c: Comparison, was: Holder): Holder | undefined {
  const wanted = trackId(was.item.id);
  for (const key of c.now.byKey.keys()) {
    if (packageIn(wanted) !== trackId(key)) continue;
    const item = c.now.byKey.get(key)?.items.get(was.item.item.item.name.text);
    if (!item) continue;
    c.reads.set(item.id, item.analysis);
    return itemHolder(c.now, item);
  }
  return undefined;
}

/** Whether all that a result depended on is as it was. */
export function isCurrent(now: RootAnalysis, reads: Comparison["reads"]): boolean {
  for (const [id, analysis] of reads) if (itemById(now, id)?.analysis !== analysis) return false;
  return true;
}
