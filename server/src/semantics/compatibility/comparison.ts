// What the comparison of one item with its earlier state shares: both sides, and what was read of the present one.
import type { TypeExpr } from "../../syntax/ast.ts";
import type { RootAnalysis } from "../analysis.ts";
import { type Definition, definitionIn, type Holder, itemHolder } from "../holders.ts";
import type { ContainerAnalysis } from "../item.ts";
import type { ItemAnalysis } from "../package.ts";
import type { SymbolId } from "../symbols.ts";
import { packageIn, trackId } from "./tracks.ts";

/** Items of a root by their ids, as they were when they were read. */
export type Reads = Map<SymbolId, Read>;

interface Read {
  /** Key of the package. */
  readonly package: string;
  readonly name: string;
  /** Undefined where it was not there. */
  readonly analysis: ContainerAnalysis | undefined;
}

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
  readonly reads: Reads;
  /** Pairs of definitions that were compared, or are being compared; those are taken for equal. */
  readonly pairs: Map<string, boolean>;
  /** Whether a resource of one side is one of the other besides, although its home has another name there. */
  readonly isTwin?: (was: Definition, now: Definition) => boolean;
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
  if (holder.root === now && holder.item.id !== item.id) addRead(reads, holder.item);
}

export function addRead(reads: Reads, { id, analysis, item }: ItemAnalysis): void {
  if (!reads.has(id)) reads.set(id, { package: packageIn(id), name: item.item.name.text, analysis });
}

/** The interface or world of `now` that has the place of one of `was`, through a compatible version. */
export function successor({ now, reads }: Comparison, was: Holder): Holder | undefined {
  const wanted = packageIn(trackId(was.item.id));
  const { text: name } = was.item.item.item.name;
  for (const [key, pkg] of now.byKey) {
    if (wanted !== trackId(key)) continue;
    const item = pkg.items.get(name);
    reads.set(`${key} ${name}`, { package: key, name, analysis: item?.analysis });
    if (item) return itemHolder(now, item);
  }
  return undefined;
}

/** Whether all that was read is as it was. */
export function isCurrent({ byKey }: RootAnalysis, reads: Reads): boolean {
  for (const { package: key, name, analysis } of reads.values())
    if (byKey.get(key)?.items.get(name)?.analysis !== analysis) return false;
  return true;
}
