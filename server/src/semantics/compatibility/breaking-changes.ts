// What in a file breaks those who use an earlier state of its package, by the component model's rules for versions.
import { keyedMemo } from "../../base/memo.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import type { RootAnalysis } from "../analysis.ts";
import { filePlace, itemHolder } from "../holders.ts";
import { breakingChange } from "../lints/breaking-change.ts";
import { severityOf } from "../lints/lint.ts";
import { versionNotBumped } from "../lints/version-not-bumped.ts";
import type { ItemAnalysis } from "../package.ts";
import type { Problem } from "../problem.ts";
import type { Baseline } from "./baseline.ts";
import { type Breach, type ItemChanges, isUnstable, named, type Restore } from "./change.ts";
import { changesOf, type Sides } from "./items.ts";
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
  const found = packagePairs(analysis, baseline.analysis);
  const sides = sidesOf(analysis, baseline, found);
  const report: Report = { analysis, baseline, file, problems: [] };
  for (const pair of found.pairs) {
    if (pair.promised.kind === "compatible") comparePackages(report, sides, pair);
    else if (pair.promised.kind === "lost" && isHeaderFile(report, pair))
      sayLostVersion(report, pair, pair.promised.was);
  }
  sayLostPackages(report, found);
  return report.problems;
}

const rememberOwn = keyedMemo<RootAnalysis, ReadonlySet<string>>();

function sidesOf(now: RootAnalysis, { analysis: was }: Baseline, { pairs }: Pairs): Sides {
  const compared = pairs.filter(pair => pair.promised.kind === "compatible");
  const keys = compared.map(pair => trackId(pair.now.package.key));
  const own = rememberOwn(was, keys, () => new Set(keys));
  return { was, now, own, exporters: exporters(compared, was) };
}

function isHeaderFile({ file }: Report, { now }: PackagePair): boolean {
  return now.package.header?.scope.file === file;
}

function comparePackages(report: Report, sides: Sides, pair: PackagePair): void {
  const { was, now } = pair;
  const hasHeader = isHeaderFile(report, pair);
  let added: string | undefined;
  let broken = false;
  for (const [name, item] of now.items) {
    const isHere = item.item.scope.file === report.file;
    // The header's file must know whether anything changed in the others.
    if (!isHere && !hasHeader) continue;
    const changes = itemChanges(sides, was.items.get(name), item);
    added ??= changes.added;
    broken ||= changes.breaches.length > 0;
    if (isHere) for (const breach of changes.breaches) sayBreach(report, pair, item, breach);
  }
  if (!hasHeader) return;
  broken = sayLostItems(report, pair) || broken;
  if (added !== undefined && !broken) sayNotBumped(report, pair, added);
}

/** What became of an item, its being there and its kind included. */
function itemChanges(sides: Sides, old: ItemAnalysis | undefined, item: ItemAnalysis): ItemChanges {
  const { head, kind, name } = item.item.item;
  if (head.problems.length > 0) return { breaches: [] };
  const title = `${kind} ${named(name.text)}`;
  if (!old || isUnstable(old.item.item.head))
    return { breaches: [], ...(isUnstable(head) ? {} : { added: `${title} is new` }) };
  const before = old.item.item;
  const whole = (what: string): ItemChanges => {
    const was = filePlace(itemHolder(sides.was, old), before.name.start, before.name.end);
    return { breaches: [{ what, whom: usersOf(old), start: name.start, end: name.end, units: [head], was }] };
  };
  if (before.kind !== kind) return whole(`${named(name.text)} is ${aKind(kind)} now, not ${aKind(before.kind)}`);
  if (isUnstable(head)) return whole(`${title} is \`@unstable\` now, so that tools leave it out`);
  return changesOf(sides, old, item);
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
