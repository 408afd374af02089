// Whether a component fits a world: it may import what the world imports and no more, and must export all that the world exports
// (a component type's subtypes, Explainer.md). The component comes as the world that it has, printed as WIT.
import type { Span } from "../../base/span.ts";
import type { RootAnalysis } from "../analysis.ts";
import {
  type Definition,
  definitionIn,
  filePlace,
  type Holder,
  holderOf,
  holderOfContainer,
  itemHolder,
} from "../holders.ts";
import type { ItemAnalysis } from "../package.ts";
import type { FilePlace } from "../problem.ts";
import type { WorldItem } from "../world.ts";
import { isUnstable, named } from "./change.ts";
import { type Comparison, home } from "./comparison.ts";
import { functionDifferences } from "./functions.ts";
import { type Member, type Members, membersToCompare } from "./member-list.ts";
import { typeDifferences } from "./types.ts";
import { byKey, called, headName, nameIn, withoutVersion } from "./world-items.ts";

/** Where and how a component differs from a world. */
export interface Misfit {
  /** `beyond`: imports of WASI that the world does not have, which toolchains add; no fault. */
  readonly kind: "missing-export" | "extra-import" | "changed" | "beyond";
  /** A whole sentence. */
  readonly message: string;
  /** The world's item that it is about, else the world's name. */
  readonly place: FilePlace;
  /** The member of an interface that it is about, where that is in the WIT. */
  readonly member?: FilePlace;
}

/** The world that printed components have. */
const printedWorld = "root:component/root";

interface Fit {
  readonly c: Comparison;
  readonly was: ItemAnalysis;
  readonly now: Holder;
  /** "world `w`" */
  readonly world: string;
}

/** An item that the component and the world have, under one name and in one direction. */
interface Pair {
  readonly direction: "import" | "export";
  readonly was: WorldItem;
  readonly now: WorldItem;
}

/** How a component, read from its printed WIT, differs from a world; undefined where that is no component's WIT. */
export function misfits(
  component: RootAnalysis,
  root: RootAnalysis,
  world: ItemAnalysis,
): readonly Misfit[] | undefined {
  const was = component.byKey.get("root:component")?.items.get("root");
  if (!was?.world || !world.world) return undefined;
  const now = itemHolder(root, world);
  const c = comparison(component, root, world);
  const fit: Fit = { c, was, now, world: `world ${named(world.item.item.name.text)}` };
  const imports = byKey(world.world.imports);
  const exports = byKey(was.world.exports);
  const pairs: Pair[] = [];
  const found: Misfit[] = [];
  for (const [key, item] of byKey(world.world.exports)) {
    const own = exports.get(key);
    if (own) pairs.push({ direction: "export", was: own, now: item });
    else found.push(missingExport(fit, item, was.world.exports));
  }
  const extra: WorldItem[] = [];
  for (const [key, item] of byKey(was.world.imports)) {
    const known = imports.get(key);
    if (known) pairs.push({ direction: "import", was: item, now: known });
    else if (item.kind !== "type") extra.push(item);
  }
  return once([...found, ...extraImports(fit, extra, world.world.imports), ...changes(fit, pairs)]);
}

function comparison(was: RootAnalysis, now: RootAnalysis, item: ItemAnalysis): Comparison {
  const local = ({ holder }: Definition, world: string): string | undefined =>
    holder.id.startsWith(world) ? holder.id.slice(world.length) : undefined;
  return {
    was,
    now,
    own: new Set(),
    item,
    spilt: false,
    reads: new Map(),
    pairs: new Map(),
    isTwin: (a, b) =>
      a.entry.name === b.entry.name &&
      local(a, printedWorld) !== undefined &&
      local(a, printedWorld) === local(b, item.id),
  };
}

/** What an interface has in both directions is said once. */
function once(all: readonly Misfit[]): readonly Misfit[] {
  return [...new Map(all.map(misfit => [misfit.message, misfit])).values()];
}

function missingExport(fit: Fit, item: WorldItem, exported: readonly WorldItem[]): Misfit {
  const other =
    item.kind === "interface" && exported.find(each => withoutVersion(each.key) === withoutVersion(item.key));
  const instead = other ? `, only ${named(other.name)}` : "";
  const message = `The component does not export ${called(item)}, which ${fit.world} exports${instead}.`;
  return { kind: "missing-export", message, place: placeOf(fit, item) };
}

function extraImports(fit: Fit, extra: readonly WorldItem[], imported: readonly WorldItem[]): readonly Misfit[] {
  const place = filePlaceOf(fit.now, headName(fit.now));
  const isWasi = ({ name }: WorldItem): boolean => name.startsWith("wasi:");
  const wasi = extra.filter(isWasi).map(({ name }) => named(name));
  const beyond: Misfit = {
    kind: "beyond",
    message: `The component has imports beyond ${fit.world}, as its toolchain needs them: ${wasi.join(", ")}.`,
    place,
  };
  const others = extra
    .filter(item => !isWasi(item))
    .map((item): Misfit => {
      const other = imported.find(each => withoutVersion(each.key) === withoutVersion(item.key));
      const instead = other ? `; that has ${named(other.name)}` : "";
      const message = `The component imports ${called(item)}, which is not in ${fit.world}${instead}.`;
      return { kind: "extra-import", message, place };
    });
  return wasi.length === 0 ? others : [...others, beyond];
}

/** Types come first: a function whose type is another need not be told of then. */
function changes(fit: Fit, pairs: readonly Pair[]): readonly Misfit[] {
  return [...pairs.flatMap(pair => typeChanges(fit, pair)), ...pairs.flatMap(pair => functionChanges(fit, pair))];
}

function typeChanges(fit: Fit, pair: Pair): readonly Misfit[] {
  const { c } = fit;
  const sides = interfacesOf(fit, pair);
  if (!sides) return [];
  const [was, now, before, after] = sides;
  return [...before].flatMap(([key, old]) => {
    const member = after.get(key);
    if (old.kind !== "type" || member?.kind !== "type") return [];
    const [first] = typeDifferences(c, { holder: was, entry: old.entry }, { holder: now, entry: member.entry });
    if (!first) return [];
    sayOnce(c, definitionIn(was, old.word), definitionIn(now, member.word));
    return [changed(fit, pair, `${member.title} of ${called(pair.now)}`, first.what, now, member)];
  });
}

/** Takes two definitions for equal from here on: that they are not was said. */
function sayOnce(c: Comparison, was: Definition | undefined, now: Definition | undefined): void {
  if (was && now) c.pairs.set(`${home(was)} ${home(now)}`, true);
}

function functionChanges(fit: Fit, pair: Pair): readonly Misfit[] {
  const { c } = fit;
  if (pair.was.kind !== pair.now.kind) {
    const what = `it is ${kinds[pair.was.kind]} there, and ${kinds[pair.now.kind]} in the world`;
    return [changed(fit, pair, called(pair.now), what)];
  }
  const [old, func] = [pair.was.func, pair.now.func];
  if (old && func) {
    const [was, now] = [holderOfContainer(c.was, pair.was.container), holderOfContainer(c.now, pair.now.container)];
    const [first] = was && now ? functionDifferences(c, { holder: was, decl: old }, { holder: now, decl: func }) : [];
    return first ? [changed(fit, pair, called(pair.now), first.what)] : [];
  }
  const sides = interfacesOf(fit, pair);
  return sides ? memberChanges(fit, pair, ...sides) : [];
}

const kinds = { interface: "an interface", function: "a function", type: "a type" } as const;

function memberChanges(
  fit: Fit,
  pair: Pair,
  was: Holder,
  now: Holder,
  before: Members,
  after: Members,
): readonly Misfit[] {
  const isExport = pair.direction === "export";
  const [wanted, there] = isExport ? [after, before] : [before, after];
  return [...wanted].flatMap(([key, member]): readonly Misfit[] => {
    const other = there.get(key);
    if (member.kind !== "function" || (isExport && isUnstable(member.unit))) return [];
    if (other?.kind !== "function") return [isExport ? lacks(fit, pair, now, member) : needs(fit, pair, member)];
    const [old, here] = isExport ? [other, member] : [member, other];
    const [first] = functionDifferences(fit.c, { holder: was, decl: old.decl }, { holder: now, decl: here.decl });
    return first ? [changed(fit, pair, `${here.title} of ${called(pair.now)}`, first.what, now, here)] : [];
  });
}

function lacks(fit: Fit, { now: item }: Pair, now: Holder, member: Member): Misfit {
  const message = `The component exports ${called(item)} without ${member.title}, which ${fit.world} asks for.`;
  return { kind: "missing-export", message, place: placeOf(fit, item), member: filePlaceOf(now, member.name) };
}

function needs(fit: Fit, { now: item }: Pair, member: Member): Misfit {
  const message = `The component imports ${member.title} of ${called(item)}, which has no such function in ${fit.world}.`;
  return { kind: "extra-import", message, place: placeOf(fit, item) };
}

function changed(fit: Fit, pair: Pair, title: string, what: string, now?: Holder, member?: Member): Misfit {
  return {
    kind: "changed",
    message: `The component was built for another ${title}: ${what}.`,
    place: placeOf(fit, pair.now),
    ...(now && member ? { member: filePlaceOf(now, member.name) } : {}),
  };
}

/** The interfaces on both sides, with their members. */
function interfacesOf({ c }: Fit, { was, now }: Pair): readonly [Holder, Holder, Members, Members] | undefined {
  const [old, holder] = [holderOf(c.was, was.id ?? ""), holderOf(c.now, now.id ?? "")];
  return old && holder && [old, holder, ...membersToCompare(old, holder, false)];
}

/** Where the world's own text names an item; the world's name for what comes in by other ways. */
function placeOf({ now }: Fit, item: WorldItem): FilePlace {
  return filePlaceOf(now, (item.container === now.analysis.container && nameIn(item)) || headName(now));
}

function filePlaceOf(holder: Holder, { start, end }: Span): FilePlace {
  return filePlace(holder, start, end);
}
