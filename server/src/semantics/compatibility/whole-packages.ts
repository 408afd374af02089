// What is said of a package as a whole, at its header: that it, its version or an item is gone, or that it kept its version.
import type { Span } from "../../base/span.ts";
import { filePlace, itemHolder } from "../holders.ts";
import { breakingChange } from "../lints/breaking-change.ts";
import { versionNotBumped } from "../lints/version-not-bumped.ts";
import type { ItemAnalysis, PackageAnalysis } from "../package.ts";
import type { PackageHeader } from "../packages.ts";
import { isUnfinished } from "../unfinished.ts";
import { isUnstable, named } from "./change.ts";
import { dataOf, type PackagePair, type Pairs, usersOf, versionNote } from "./packages.ts";
import { type Report, type Said, say } from "./report.ts";

/** Packages that are gone, told at the header of the package that the files are now. */
export function sayLostPackages(report: Report, { gone, main }: Pairs): void {
  const header = main?.package.header;
  if (header?.scope.file !== report.file) return;
  for (const { package: pkg } of gone) {
    const message = `there is no package \`${pkg.key}\` any more, which breaks whoever imports or exports its interfaces`;
    const was = pkg.header && headerPlace(pkg.header);
    say(report, { lint: breakingChange, message, ...at(header), was });
  }
}

export function sayLostVersion(report: Report, { was, now }: PackagePair, version: string): void {
  const header = now.package.header!;
  const message = `package ${named(now.package.key)} had version ${version} and has none now, which breaks whoever imports or exports its interfaces`;
  const place = headerPlace(was.package.header!);
  say(report, { lint: breakingChange, message, ...at(header), was: place });
}

/** Says of each item that is gone; gives whether there was one. */
export function sayLostItems(report: Report, { was, now, promised }: PackagePair): boolean {
  const header = now.package.header!;
  const gone = [...was.items.values()].filter(item => isGone(now, item));
  for (const item of gone) {
    const { kind, name } = item.item.item;
    const message = `${kind} ${named(name.text)} is gone, which breaks ${usersOf(item)}${versionNote(promised)}`;
    const place = filePlace(itemHolder(report.baseline.analysis, item), name.start, name.end);
    const data = dataOf(now, promised);
    say(report, { lint: breakingChange, message, ...at(header), was: place, data });
  }
  return gone.length > 0;
}

/** What is half typed may be the item that is missed. */
function isGone({ items, package: { scopes } }: PackageAnalysis, { item }: ItemAnalysis): boolean {
  const { name, head } = item.item;
  if (items.has(name.text) || isUnstable(head)) return false;
  return scopes.every(({ container }) => container.closed && !isUnfinished(container, name.text));
}

/** `what` is another and breaks nobody, and the version does not say so. */
export function sayNotBumped(report: Report, { now, promised }: PackagePair, what: string): void {
  if (promised.kind !== "compatible" || !promised.same || promised.nextAdding === undefined) return;
  const header = now.package.header!;
  const message = `${what}, but the version is still ${promised.version}; a compatible change needs ${promised.nextAdding}`;
  const data = { package: now.package.key, version: promised.nextAdding };
  say(report, { lint: versionNotBumped, message, ...at(header), data, ...versionSpan(header) });
}

function headerPlace(header: PackageHeader): { uri: string; start: number; end: number } {
  return { uri: header.scope.file.source.uri, ...headerSpan(header) };
}

/** At a header, where its comments may allow it. */
function at(header: PackageHeader): Pick<Said, "units" | "scope" | "start" | "end"> {
  return { units: [header.unit], scope: header.scope, ...headerSpan(header) };
}

function headerSpan({ name, offset }: PackageHeader): Span {
  return { start: offset + name.start, end: offset + name.end };
}

function versionSpan({ name, offset }: PackageHeader): Span {
  const { start, end } = name.version ?? name;
  return { start: offset + start, end: offset + end };
}
