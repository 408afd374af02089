// Where a cursor is: the member that holds it and the names near it, found without walking the rest of the file.
import type { Span } from "../base/span.ts";
import { touches } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { ContainerAnalysis } from "../semantics/item.ts";
import type { ItemAnalysis, PackageAnalysis } from "../semantics/package.ts";
import type { Scope } from "../semantics/packages.ts";
import { fileOccurrences, type Occurrence } from "../semantics/symbols.ts";
import { type Container, isContainer, lengthOf, type Member, type Unit, unitOf } from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { narrowed, touching } from "./narrow.ts";
import { packagePaths } from "./package-paths.ts";

/** A container and where it starts in its file, in UTF-16 units. */
export interface PlacedContainer {
  readonly container: Container;
  readonly start: number;
}

/** A member and where it starts in its file, its leading comments included; UTF-16 offsets. */
export interface PlacedMember {
  readonly member: Member;
  readonly start: number;
  /** From the file to the container that holds the member. */
  readonly around: readonly PlacedContainer[];
}

/** Index of the last of the ascending `starts` that is not after `offset`; -1 before the first. */
function lastStart(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The containers around an offset, outermost first. Right after a closing brace one is outside again. */
export function containersAt(file: ParsedFile, offset: number): readonly PlacedContainer[] {
  const around: PlacedContainer[] = [{ container: file.root, start: 0 }];
  for (;;) {
    const { container, start } = around.at(-1)!;
    const index = lastStart(container.starts, offset - start);
    const inner = innerAt(container, start, index, offset) ?? innerAt(container, start, index - 1, offset);
    if (!inner) return around;
    around.push(inner);
  }
}

/** Member `index` where it is a container whose inside holds the offset. */
function innerAt(container: Container, start: number, index: number, offset: number): PlacedContainer | undefined {
  const member = container.members[index];
  if (!member || !isContainer(member)) return undefined;
  const from = start + container.starts[index]!;
  const end = from + member.length - (member.closed ? 1 : 0);
  return from + member.starts[0]! <= offset && offset <= end ? { container: member, start: from } : undefined;
}

/** The innermost member whose text, leading comments included, holds the offset; a container stands for its head and its braces. */
export function memberAt(file: ParsedFile, offset: number): PlacedMember | undefined {
  const around = containersAt(file, offset);
  const { container, start } = around.at(-1)!;
  const index = lastStart(container.starts, offset - start);
  const member = container.members[index];
  if (member) return { member, start: start + container.starts[index]!, around };
  const last = around.length - 1;
  return last > 0 ? { member: container, start, around: around.slice(0, last) } : undefined;
}

/** The unit of a member: itself, or the head of a container. */
export function placedUnit({ member }: PlacedMember): Unit | undefined {
  return unitOf(member);
}

/** A member without the comments in front of it; UTF-16 offsets of the file. */
export function memberSpan({ member, start }: PlacedMember): Span {
  const unit = unitOf(member);
  const end = isContainer(member) ? start + lengthOf(member) : start + (unit?.end ?? lengthOf(member));
  return { start: start + (unit?.start ?? 0), end };
}

/** A package of the root and the part of a file that belongs to it. */
export interface PackagePlace {
  readonly pkg: PackageAnalysis;
  readonly scope: Scope;
}

/** The package that the text at an offset belongs to: a block's, or else the file's. */
export function packageAt(root: RootAnalysis, file: ParsedFile, offset: number): PackagePlace | undefined {
  let best: PackagePlace | undefined;
  for (const pkg of root.packages) {
    for (const scope of pkg.package.scopes) {
      if (scope.file !== file || !holds(scope, offset)) continue;
      if (!best || scope.offset > best.scope.offset || scope.container !== file.root) best = { pkg, scope };
    }
  }
  return best;
}

function holds({ container, offset: start, file }: Scope, offset: number): boolean {
  if (container === file.root) return true;
  return start + container.starts[0]! <= offset && offset < start + container.length;
}

/** An interface or world and where it starts in its file. */
export interface PlacedItem extends PackagePlace {
  readonly item: ItemAnalysis;
  readonly start: number;
}

/** The interface or world whose text, leading comments included, holds the offset. */
export function itemAt(root: RootAnalysis, file: ParsedFile, offset: number): PlacedItem | undefined {
  const place = packageAt(root, file, offset);
  if (!place) return undefined;
  const { pkg, scope } = place;
  const rel = offset - scope.offset;
  const decl = scope.items.find(
    i => i.offset <= rel && rel < i.offset + i.container.length + (i.container.closed ? 0 : 1),
  );
  const item = decl && pkg.items.get(decl.name.text);
  return item && item.item.item === decl ? { ...place, item, start: scope.offset + decl.offset } : undefined;
}

/** What is known of the innermost interface, world or interface written in a world around an offset. */
export function analysisAt(
  { item, start }: PlacedItem,
  offset: number,
): { readonly analysis: ContainerAnalysis; readonly start: number } {
  for (const [at, body] of item.analysis.bodies) {
    const from = start + at;
    const end = from + body.container.length - (body.container.closed ? 1 : 0);
    if (from + body.container.starts[0]! <= offset && offset <= end) return { analysis: body, start: from };
  }
  return { analysis: item.analysis, start };
}

/** The name under a cursor: the innermost that the offset touches; of two that meet there, the one behind it. */
export function nameAt(root: RootAnalysis, file: ParsedFile, offset: number): Occurrence | undefined {
  const near = narrowed(root, file, touching({ start: offset, end: offset }));
  let best: Occurrence | undefined;
  for (const o of fileOccurrences(root, file, near)) {
    if (!touches(o, offset)) continue;
    if (!best || o.end - o.start < best.end - best.start || (best.end === offset && o.start === offset)) best = o;
  }
  return best ?? versionAt(near, file, offset);
}

/** A version in a path stands for the package, as its name does. */
function versionAt(near: readonly PackageAnalysis[], file: ParsedFile, offset: number): Occurrence | undefined {
  for (const { path, start, key } of packagePaths(near, file)) {
    const version = path.package?.version;
    if (!version || !touches(version, offset - start)) continue;
    const id = `package ${key}`;
    return { start: start + version.start, end: start + version.end, id, kind: "package", role: "reference" };
  }
  return undefined;
}
