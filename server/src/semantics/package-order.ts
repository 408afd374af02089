// The order in which the packages of a root are resolved: each after the ones it mentions (the reference's depth-first walk).
import { sameItems } from "../base/memo.ts";
import { compareVersions } from "../base/semver.ts";
import type { Features } from "../workspace/layout-types.ts";
import { type ForeignMention, type ForeignPackage, foreignKeys, foreignPackages } from "./foreign.ts";
import { versionOf } from "./item.ts";
import type { Package } from "./packages.ts";

/** A package's mention of another. */
export interface PackageStep {
  readonly from: string;
  readonly to: string;
  readonly mention: ForeignMention;
}

export interface PackageCycle {
  /** The one that closes the cycle comes first. */
  readonly steps: readonly PackageStep[];
}

export interface PackageOrder {
  /** Dependencies first. */
  readonly order: readonly Package[];
  readonly cycles: readonly PackageCycle[];
  /** Pairs `from to` of mentions that close a cycle: not to be followed. */
  readonly broken: ReadonlySet<string>;
}

/** An order without cycles, kept for as long as the packages mention the same ones. */
export interface KnownOrder {
  readonly inputs: readonly unknown[];
  /** Keys, dependencies first. */
  readonly keys: readonly string[];
}

const noBreaks: ReadonlySet<string> = new Set();

/** The order of packages as `packageOrder` has it, the one in `memory` where it still holds. */
export function keptPackageOrder(
  memory: { order?: KnownOrder },
  packages: ReadonlyMap<string, Package>,
  features: Features,
): PackageOrder {
  const inputs: unknown[] = [];
  for (const [key, pkg] of packages) inputs.push(key, foreignKeys(pkg));
  const { order: known } = memory;
  if (known && sameItems(known.inputs, inputs))
    return { order: known.keys.map(key => packages.get(key)!), cycles: [], broken: noBreaks };
  const made = packageOrder(packages, features);
  if (made.cycles.length === 0) memory.order = { inputs, keys: made.order.map(pkg => pkg.key) };
  else delete memory.order;
  return made;
}

/** Orders packages told apart by their keys. A package that depends on itself ends in `cycles`. */
export function packageOrder(packages: ReadonlyMap<string, Package>, features: Features): PackageOrder {
  const walk: Walk = { packages, features, done: new Set(), order: [], cycles: [], broken: new Set() };
  for (const key of [...packages.keys()].sort(compareKeys)) visit(walk, key);
  return { order: walk.order, cycles: walk.cycles, broken: walk.broken };
}

interface Walk {
  readonly packages: ReadonlyMap<string, Package>;
  readonly features: Features;
  readonly done: Set<string>;
  readonly order: Package[];
  readonly cycles: PackageCycle[];
  readonly broken: Set<string>;
}

/** A package being visited, and the mentions of it that are still to be followed. */
interface Visit {
  readonly pkg: Package;
  readonly key: string;
  readonly mentions: Iterator<ForeignPackage>;
}

/**
 * Orders a package after all that it mentions. What was mentioned on the way counts as being visited, and where the
 * walk began does not: that decides which mention the reference blames. Long chains are walked without recursion.
 */
function visit(w: Walk, start: string): void {
  /** Each with the mention that led to it, in the order of the way. */
  const visiting = new Map<string, ForeignMention>();
  const stack: Visit[] = [];
  const enter = (key: string): void => {
    const pkg = w.packages.get(key);
    if (pkg && !w.done.has(key)) stack.push({ pkg, key, mentions: foreignPackages(pkg, w.features).values() });
    else visiting.delete(key);
  };
  enter(start);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const next = top.mentions.next();
    if (next.done) {
      stack.pop();
      visiting.delete(top.key);
      if (!w.done.has(top.key)) w.order.push(top.pkg);
      w.done.add(top.key);
      continue;
    }
    const { key, first } = next.value;
    if (visiting.has(key)) {
      w.cycles.push({ steps: circle(visiting, { from: top.key, to: key, mention: first }) });
      w.broken.add(`${top.key} ${key}`);
      continue;
    }
    visiting.set(key, first);
    enter(key);
  }
}

/** The step that closes a circle, and the way there. */
function circle(visiting: ReadonlyMap<string, ForeignMention>, closing: PackageStep): readonly PackageStep[] {
  const keys = [...visiting.keys()];
  const way = keys.slice(keys.indexOf(closing.to));
  return [closing, ...way.slice(1).map((to, i) => ({ from: way[i]!, to, mention: visiting.get(to)! }))];
}

/** By namespace and name, then by version: none first, then older before newer. */
function compareKeys(a: string, b: string): number {
  const [nameA, nameB] = [a.split("@")[0]!, b.split("@")[0]!];
  if (nameA !== nameB) return compareNames(nameA.split(":"), nameB.split(":"));
  const [versionA, versionB] = [versionOf(a), versionOf(b)];
  if (versionA && versionB) return compareVersions(versionA, versionB);
  return Number(versionA !== undefined) - Number(versionB !== undefined);
}

function compareNames(a: readonly string[], b: readonly string[]): number {
  for (const [i, part] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    if (part !== other) return part < other ? -1 : 1;
  }
  return a.length - b.length;
}
