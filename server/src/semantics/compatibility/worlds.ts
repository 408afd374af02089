// How a world differs from what it was. Components built for it must go on running where the new one is offered: all that
// they import must be there, and they must export all that is asked for (a component type's subtypes, Explainer.md).
import { memo } from "../../base/memo.ts";
import type { Span } from "../../base/span.ts";
import { filePlace, type Holder, holderOf, holderOfContainer, itemHolder } from "../holders.ts";
import type { ItemAnalysis } from "../package.ts";
import { resourceBehind } from "../resources.ts";
import { isCutShort, isUnfinished } from "../unfinished.ts";
import type { ElaboratedWorld, WorldItem } from "../world.ts";
import { type Audience, type Breach, type Difference, type ItemChanges, named } from "./change.ts";
import { type Comparison, note } from "./comparison.ts";
import { functionDifferences } from "./functions.ts";
import { memberChanges } from "./members.ts";
import { isSaidShared, isSharedItem, type Shared, sharedIncludes } from "./shared-includes.ts";
import { packageIn, trackId } from "./tracks.ts";
import { typeDifferences } from "./types.ts";
import { byKey, called, declarationOf, headName, isComplete, nameIn, unitOf, withoutVersion } from "./world-items.ts";

type Direction = "import" | "export";

interface Pair {
  readonly c: Comparison;
  readonly was: Holder;
  readonly now: Holder;
  readonly direction: Direction;
  /** Worlds that both include, whose changes are said there. */
  readonly shared: readonly Shared[];
  /** Whether all that the world names now could be made out. */
  readonly complete: boolean;
  /** "components built for `w`". */
  readonly built: string;
}

/** Compares the imports and exports of two elaborated worlds. */
export function worldChanges(c: Comparison, was: ItemAnalysis, now: ItemAnalysis): ItemChanges {
  if (!was.world || !now.world) return { breaches: [] };
  const pair = {
    c,
    was: itemHolder(c.was, was),
    now: itemHolder(c.now, now),
    shared: sharedIncludes(c, was, now),
    complete: isComplete(now),
    built: `components built for ${named(now.item.item.name.text)}`,
  };
  const imports = itemChanges({ ...pair, direction: "import" }, was.world.imports, now.world.imports);
  const exports = itemChanges({ ...pair, direction: "export" }, was.world.exports, now.world.exports);
  const added = imports.added ?? exports.added;
  return { breaches: [...imports.breaches, ...exports.breaches], ...(added === undefined ? {} : { added }) };
}

function itemChanges(pair: Pair, was: ElaboratedWorld["imports"], now: ElaboratedWorld["imports"]): ItemChanges {
  const [before, after] = [byKey(was), byKey(now)];
  const breaches: Breach[] = [];
  let added: string | undefined;
  for (const [key, old] of before) {
    const item = after.get(key);
    if (item) breaches.push(...became(pair, old, item));
    else if (pair.direction === "export") {
      added ??= `${worldName(pair)} no longer exports ${called(old)}`;
      breaches.push(...exportsTorn(pair, old, now));
    }
    // With its resource a function goes too.
    else if (old.func?.resource === undefined || after.has(old.func.resource)) breaches.push(...gone(pair, old, now));
  }
  for (const [key, item] of after) {
    if (before.has(key)) continue;
    if (pair.direction === "import")
      added ??= `${worldName(pair)} ${item.kind === "type" ? "has" : "imports"} ${called(item)} now`;
    else if (!isSaidShared(pair.shared, pair.direction, "now", item)) breaches.push(newExport(pair, item));
  }
  return { breaches, ...(added === undefined ? {} : { added }) };
}

function title({ direction }: Pair, item: WorldItem): string {
  return item.kind === "type" ? called(item) : `${direction} ${called(item)}`;
}

function worldName({ now }: Pair): string {
  return named(now.item.item.item.name.text);
}

function became(pair: Pair, old: WorldItem, now: WorldItem): readonly Breach[] {
  const { c } = pair;
  if (isSharedItem(pair.shared, pair.direction, old, now)) return [];
  if (old.kind !== now.kind) {
    const kinds = { interface: "an interface", function: "a function", type: "a type" };
    const what = `${title(pair, now)} is ${kinds[now.kind]} now, not ${kinds[old.kind]}`;
    return [breach(pair, { what, ...placeOf(pair, now) }, now, old)];
  }
  if (now.kind === "interface") return interfaceChanges(pair, old, now);
  const [was, holder] = [declaring(c, old, "was"), declaring(c, now, "now")];
  if (!was || !holder) return [];
  const differences = itemDifferences(c, was, holder, old, now);
  const here = holder.item.id === c.item.id;
  return differences.map(d => breach(pair, here ? d : { what: d.what, ...placeOf(pair, now) }, now, old));
}

function itemDifferences(
  c: Comparison,
  was: Holder,
  now: Holder,
  old: WorldItem,
  item: WorldItem,
): readonly Difference[] {
  if (old.func && item.func)
    return functionDifferences(c, { holder: was, decl: old.func }, { holder: now, decl: item.func });
  if (old.type && item.type)
    return typeDifferences(c, { holder: was, entry: old.type }, { holder: now, entry: item.type });
  return [];
}

/** The world that declares an item: this one, or one that it includes. */
function declaring(c: Comparison, item: WorldItem, side: "was" | "now"): Holder | undefined {
  const holder = holderOfContainer(c[side], item.container);
  if (holder) note(c, holder);
  return holder;
}

/** An interface of a compared package is compared by itself; others are as far as this world has them. */
function interfaceChanges(pair: Pair, old: WorldItem, now: WorldItem): readonly Breach[] {
  const { c, direction, built } = pair;
  const isSaid = trackId(old.id ?? "") === trackId(now.id ?? "") && !(now.id ?? "").includes("#");
  if (isSaid && c.own.has(packageIn(trackId(now.id ?? "")))) return [];
  const [was, holder] = [holderOf(c.was, old.id ?? ""), holderOf(c.now, now.id ?? "")];
  if (!was || !holder) return [];
  note(c, holder);
  const inline = holder.item.id === c.item.id;
  const { breaches } = memberChanges(c, was, holder, audienceOf(direction, now, built));
  const [first] = breaches;
  if (inline || !first) return breaches;
  const what = `${title(pair, now)} is not compatible with what it was: ${first.what}`;
  return [breach(pair, { what, ...placeOf(pair, now) }, now, old)];
}

function audienceOf(direction: Direction, item: WorldItem, built: string): Audience {
  const of = named(item.name);
  return direction === "import"
    ? { of, removed: `${built} that need it`, changed: built }
    : { of, changed: built, exporting: built };
}

function gone(pair: Pair, old: WorldItem, now: readonly WorldItem[]): readonly Breach[] {
  const { c, now: holder, complete } = pair;
  const { container } = holder.analysis;
  if (!complete || isCutShort(container, c.spilt) || isUnfinished(container, old.func?.name.text ?? old.name))
    return [];
  if (isSaidShared(pair.shared, pair.direction, "was", old)) return [];
  const other = old.kind === "interface" ? byPath(now).get(withoutVersion(old.key)) : undefined;
  const verb = old.kind === "type" ? "has" : "imports";
  const instead = other ? `, but ${named(other.name)}` : "";
  const what = `${worldName(pair)} no longer ${verb} ${called(old)}${instead}`;
  return [breach(pair, { what, ...headName(holder) }, undefined, old)];
}

/** Interfaces by their names without versions. */
const byPath: (items: readonly WorldItem[]) => ReadonlyMap<string, WorldItem> = memo(
  items => new Map(items.flatMap(item => (item.kind === "interface" ? [[withoutVersion(item.key), item]] : []))),
);

function newExport(pair: Pair, item: WorldItem): Breach {
  const at = { what: `${worldName(pair)} exports ${called(item)} now`, ...placeOf(pair, item) };
  return { ...breach(pair, at, item), whom: `${pair.built}: they don't` };
}

/** Exports that use resources of an interface which is no longer exported now get them from an import, and had them from the export. */
function exportsTorn(pair: Pair, old: WorldItem, now: readonly WorldItem[]): readonly Breach[] {
  const { c, built } = pair;
  if (old.kind !== "interface" || old.id === undefined) return [];
  const id = trackId(old.id);
  return now.flatMap(item => {
    const holder = item.deps.some(dep => trackId(dep) === id) ? holderOf(c.now, item.id ?? "") : undefined;
    if (!holder || !usesResource(c, holder, id)) return [];
    const what = `export ${called(item)} takes resources of ${called(old)} from an import now`;
    const whom = `${built}: they export ${called(old)} for it`;
    return [{ ...breach(pair, { what, ...placeOf(pair, item) }, item, old), whom }];
  });
}

function usesResource(c: Comparison, holder: Holder, id: string): boolean {
  note(c, holder);
  return holder.analysis.scope.order.some(entry => {
    if (entry.kind !== "use" || entry.target.status !== "interface" || trackId(entry.target.id) !== id) return false;
    const target = holderOf(c.now, entry.target.id);
    if (target) note(c, target);
    return resourceBehind(c.now, `${entry.target.id}#${entry.useName.name.text}`, entry.name, new Set()) !== undefined;
  });
}

function breach(pair: Pair, at: Difference, now?: WorldItem, old?: WorldItem): Breach {
  const { built, now: holder } = pair;
  const unit = now?.container === holder.analysis.container ? unitOf(now) : undefined;
  const was = old && wasPlace(pair, old);
  return {
    what: at.what,
    whom: now ? built : `${built} that need it`,
    start: at.start,
    end: at.end,
    units: [...(unit ? [unit] : []), holder.item.item.item.head],
    ...(was ? { was } : {}),
    ...restoreOf(pair, old, now),
  };
}

/** What the world itself declared, to be put back. */
function restoreOf(pair: Pair, old: WorldItem | undefined, now: WorldItem | undefined): Pick<Breach, "restore"> {
  const { was, now: holder } = pair;
  const before = old?.container === was.analysis.container ? declarationOf(old) : undefined;
  if (!old || !before) return {};
  const place = {
    ...filePlace(was, now ? before.start : before.comments, before.end),
    title: title(pair, old),
    into: 0,
  };
  if (!now) return { restore: place };
  const member = now.container === holder.analysis.container ? declarationOf(now) : undefined;
  return member ? { restore: { ...place, member: { start: member.start, end: member.end } } } : {};
}

/** Where this world names an item; the world's own name for what comes in by other ways. */
function placeOf({ now }: Pair, item: WorldItem): Span {
  return (item.container === now.analysis.container && nameIn(item)) || headName(now);
}

/** Where the baseline names an item: in the world itself, or in the world that it includes. */
function wasPlace({ c, was }: Pair, item: WorldItem): Breach["was"] {
  const holder = item.container === was.analysis.container ? was : holderOfContainer(c.was, item.container);
  const name = holder && nameIn(item);
  const { start, end } = name ?? headName(was);
  return filePlace(name ? holder : was, start, end);
}
