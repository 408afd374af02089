// Which packages of a root are compared with which of its baseline, and what became of each as a whole.
import { keyedMemo } from "../../base/memo.ts";
import type { RootAnalysis } from "../analysis.ts";
import type { ItemAnalysis, PackageAnalysis } from "../package.ts";
import type { Problem } from "../problem.ts";
import type { WorldItem } from "../world.ts";
import { nameOf, type Promised, promised, trackId } from "./tracks.ts";

/** A package then and now. */
export interface PackagePair {
  readonly was: PackageAnalysis;
  readonly now: PackageAnalysis;
  readonly promised: Promised;
}

export interface Pairs {
  readonly pairs: readonly PackagePair[];
  /** Packages of the baseline whose names no package has now. */
  readonly gone: readonly PackageAnalysis[];
  /** The package that the root's files are, where its header can be read. */
  readonly main?: PackageAnalysis;
}

/** Pairs the packages that a root's own files hold; of several versions of one, those that promise most to each other. */
export function packagePairs(now: RootAnalysis, was: RootAnalysis): Pairs {
  const own = ownPackages(now);
  const free = new Set(own);
  const pairs: PackagePair[] = [];
  const gone: PackageAnalysis[] = [];
  for (const old of ownPackages(was)) {
    const same = own.filter(pkg => nameOf(pkg.package.key) === nameOf(old.package.key));
    const found = same.filter(pkg => free.has(pkg)).sort((a, b) => rank(old, b) - rank(old, a))[0];
    if (same.length === 0) gone.push(old);
    if (!found) continue;
    free.delete(found);
    pairs.push({ was: old, now: found, promised: promised(old.package.key, found.package.key) });
  }
  const main = own.find(pkg => !pkg.package.nested);
  return { pairs, gone, ...(main ? { main } : {}) };
}

/** Packages whose names and versions are known. */
function ownPackages({ packages }: RootAnalysis): readonly PackageAnalysis[] {
  return packages.filter(
    ({ package: { dep, key, header } }) => !dep && key !== "" && header?.unit.problems.length === 0,
  );
}

function rank(old: PackageAnalysis, now: PackageAnalysis): number {
  if (old.package.key === now.package.key) return 2;
  return trackId(old.package.key) === trackId(now.package.key) ? 1 : 0;
}

const remember = keyedMemo<RootAnalysis, ReadonlyMap<string, readonly string[]>>();

/**
 * The worlds, by name, that export an interface then and now, by the interface's id now. Components built for one of them
 * have the interface as it was.
 */
export function exporters(pairs: readonly PackagePair[], was: RootAnalysis): ReadonlyMap<string, readonly string[]> {
  const worlds = pairs.flatMap(worldPairs);
  const inputs = worlds.flatMap(world => [world.was, world.now]);
  return remember(was, inputs, () => {
    const found = new Map<string, string[]>();
    for (const { name, was, now } of worlds) {
      const before = new Set(was.flatMap(exportedId).map(trackId));
      for (const id of new Set(now.flatMap(exportedId)))
        if (before.has(trackId(id))) found.set(id, [...(found.get(id) ?? []), name]);
    }
    return found;
  });
}

interface WorldPair {
  readonly name: string;
  readonly was: readonly WorldItem[];
  readonly now: readonly WorldItem[];
}

function worldPairs({ was, now }: PackagePair): readonly WorldPair[] {
  const found: WorldPair[] = [];
  for (const [name, { world }] of now.items) {
    const old = world && was.items.get(name)?.world;
    if (old) found.push({ name, was: old.exports, now: world.exports });
  }
  return found;
}

function exportedId({ id, gate }: WorldItem): readonly string[] {
  return id === undefined || gate.includes("unstable ") ? [] : [id];
}

/** What a version promises, and what would be needed, to go behind what is said about a change. */
export function versionNote(of: Promised): string {
  if (of.kind !== "compatible" || of.version === undefined) return "";
  const needs = of.nextBreaking === undefined ? "" : `, a breaking change needs ${of.nextBreaking}`;
  if (of.same) return `; the version is still ${of.version}${needs}`;
  return `; version ${of.version} must work where ${of.was} did${needs}`;
}

/** What fixes need to know of a package: its key, and the version that a breaking change needs. */
export function dataOf({ package: { key } }: PackageAnalysis, of: Promised): NonNullable<Problem["data"]> {
  const next = of.kind === "compatible" ? of.nextBreaking : undefined;
  return { package: key, ...(next === undefined ? {} : { version: next }) };
}

/** Whom it breaks that an item is not what it was. */
export function usersOf({ item }: ItemAnalysis): string {
  return item.item.kind === "world" ? "whoever builds components for it or runs them" : "whoever imports or exports it";
}
