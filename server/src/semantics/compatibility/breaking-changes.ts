// What in a file breaks those who use an earlier state of its package, by the component model's rules for versions.
import { keyedMemo, memo } from "../../base/memo.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import type { RootAnalysis } from "../analysis.ts";
import { filePlace, itemHolder } from "../holders.ts";
import type { ContainerAnalysis } from "../item.ts";
import { breakingChange } from "../lints/breaking-change.ts";
import { severityOf } from "../lints/lint.ts";
import { versionNotBumped } from "../lints/version-not-bumped.ts";
import type { ItemAnalysis, PackageAnalysis } from "../package.ts";
import type { Problem } from "../problem.ts";
import { type Breach, type ItemChanges, isUnstable, named, type Restore } from "./change.ts";
import { changesOf, type Kept, type Sides } from "./items.ts";
import { dataOf, exporters, type PackagePair, type Pairs, packagePairs, usersOf, versionNote } from "./packages.ts";
import { type Report, type Said, say } from "./report.ts";
import { trackId } from "./tracks.ts";
import { sayLostItems, sayLostPackages, sayLostVersion, sayNotBumped } from "./whole-packages.ts";

const none: readonly Problem[] = [];

/** Problems of a file of a root that is compared with a baseline; UTF-16 offsets. */
export function breakingChanges(analysis: RootAnalysis, file: ParsedFile): readonly Problem[] {
  const { baseline, root, features } = analysis;
  if (!baseline || root.loading || !root.main.includes(file)) return none;
  if (severityOf(breakingChange, features) === "off" && severityOf(versionNotBumped, features) === "off") return none;
  const { found, changes } = comparing(analysis);
  const report: Report = { analysis, baseline, file, problems: [] };
  for (const pair of found.pairs) {
    const hasHeader = pair.now.package.header?.scope.file === file;
    const compared = changes.get(pair);
    if (compared) sayChanges(report, pair, compared, hasHeader);
    else if (pair.promised.kind === "lost" && hasHeader) sayLostVersion(report, pair, pair.promised.was);
  }
  sayLostPackages(report, found);
  return report.problems;
}

/** What became of the items of a package. */
interface PackageChanges {
  readonly broken: readonly { readonly item: ItemAnalysis; readonly breaches: readonly Breach[] }[];
  /** The first thing that is another and breaks nobody. */
  readonly added: string | undefined;
}

interface Comparing {
  readonly found: Pairs;
  readonly changes: ReadonlyMap<PackagePair, PackageChanges>;
}

const rememberOwn = keyedMemo<RootAnalysis, ReadonlySet<string>>();

/** What the files of a root share. */
const comparing: (analysis: RootAnalysis) => Comparing = memo(now => {
  const was = now.baseline!.analysis;
  const found = packagePairs(now, was);
  const compared = found.pairs.filter(pair => pair.promised.kind === "compatible");
  const keys = compared.map(pair => trackId(pair.now.package.key));
  const own = rememberOwn(was, keys, () => new Set(keys));
  const sides: Sides = { was, now, own, packages: [...now.byKey.keys()].join(" ") };
  const exporting = exporters(compared, was);
  return { found, changes: new Map(compared.map(pair => [pair, packageChanges(sides, pair, exporting)])) };
});

/** The results of the last comparison with a package, in the order of its items. */
const lastKept = new WeakMap<PackageAnalysis, readonly (Kept | undefined)[]>();

function packageChanges(
  sides: Sides,
  { was, now }: PackagePair,
  exporting: ReadonlyMap<string, readonly string[]>,
): PackageChanges {
  const last = lastKept.get(was) ?? [];
  const kept: (Kept | undefined)[] = [];
  const broken: { item: ItemAnalysis; breaches: readonly Breach[] }[] = [];
  let added: string | undefined;
  let moved: ReadonlyMap<ContainerAnalysis, Kept> | undefined;
  for (const [name, item] of now.items) {
    const before = last[kept.length];
    // Where items came or went, the others have other places.
    if (before?.analysis !== item.analysis) moved ??= new Map(last.flatMap(k => (k ? [[k.analysis, k]] : [])));
    const known = before?.analysis === item.analysis ? before : moved?.get(item.analysis);
    const { value, keep } = itemChanges(sides, was.items.get(name), item, exporting.get(item.id), known);
    kept.push(keep);
    added ??= value.added;
    if (value.breaches.length > 0) broken.push({ item, breaches: value.breaches });
  }
  lastKept.set(was, kept);
  return { broken, added };
}

function sayChanges(report: Report, pair: PackagePair, { broken, added }: PackageChanges, hasHeader: boolean): void {
  for (const { item, breaches } of broken)
    if (item.item.scope.file === report.file) for (const breach of breaches) sayBreach(report, pair, item, breach);
  if (!hasHeader) return;
  const isLost = sayLostItems(report, pair);
  if (added !== undefined && broken.length === 0 && !isLost) sayNotBumped(report, pair, added);
}

interface ItemResult {
  readonly value: ItemChanges;
  readonly keep?: Kept;
}

const unknown: ItemResult = { value: { breaches: [] } };

/** What became of an item, its being there and its kind included. */
function itemChanges(
  sides: Sides,
  old: ItemAnalysis | undefined,
  item: ItemAnalysis,
  exporting: readonly string[] | undefined,
  kept: Kept | undefined,
): ItemResult {
  const { head, kind, name } = item.item.item;
  if (head.problems.length > 0) return unknown;
  if (!old || isUnstable(old.item.item.head))
    return isUnstable(head) ? unknown : { value: { breaches: [], added: `${kind} ${named(name.text)} is new` } };
  const before = old.item.item;
  if (before.kind === kind && !isUnstable(head)) {
    const keep = changesOf(sides, old, item, exporting, kept);
    return { value: keep.value, keep };
  }
  const what =
    before.kind === kind
      ? `${kind} ${named(name.text)} is \`@unstable\` now, so that tools leave it out`
      : `${named(name.text)} is ${aKind(kind)} now, not ${aKind(before.kind)}`;
  const was = filePlace(itemHolder(sides.was, old), before.name.start, before.name.end);
  const breach = { what, whom: usersOf(old), start: name.start, end: name.end, units: [head], was };
  return { value: { breaches: [breach] } };
}

function aKind(kind: "interface" | "world"): string {
  return kind === "world" ? "a world" : "an interface";
}

function sayBreach(report: Report, { now, promised }: PackagePair, { item }: ItemAnalysis, breach: Breach): void {
  const base = item.scope.offset + item.item.offset;
  const { what, whom, was, units, restore } = breach;
  say(report, {
    lint: breakingChange,
    message: `${what}, which breaks ${whom}${versionNote(promised)}`,
    start: breach.start + base,
    end: breach.end + base,
    units,
    scope: item.scope,
    was,
    data: { ...dataOf(now, promised), ...(restore ? restoreData(restore, base) : {}) },
  });
}

/** `from` and `to` are a stretch of the baseline's file, `start` and `end` of this one. */
function restoreData(
  { uri, start, end, title, into, resource, member }: Restore,
  base: number,
): NonNullable<Said["data"]> {
  const place = member ? { start: member.start + base, end: member.end + base } : {};
  const of = resource === undefined ? {} : { resource };
  return { baseline: uri, from: start, to: end, title, into: into + base, ...of, ...place };
}
