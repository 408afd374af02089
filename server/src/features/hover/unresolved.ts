// What hover says of a name that leads nowhere: what was looked for, where, and what is there instead.
import { codeSpan } from "../../base/markdown.ts";
import type { RootAnalysis } from "../../semantics/analysis.ts";
import { eachName } from "../../semantics/outline.ts";
import { packageKey } from "../../semantics/packages.ts";
import { itemById } from "../../semantics/symbol-lookup.ts";
import { type PathTarget, typeBits } from "../../semantics/targets.ts";
import type { Ident, Unit, UsePath } from "../../syntax/ast.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import { reachable, type Standpoint } from "../completion/reach.ts";
import { typesIn } from "../fixes/parts.ts";
import { analysisAt, itemAt, memberAt, type PlacedItem, packageAt, placedUnit } from "../locate.ts";
import { note, type Section } from "../sections.ts";
import { missingNotes } from "./origin.ts";
import { itemsOf, list, versionsBeside } from "./package.ts";

/** What is known of the name at an offset that stands for nothing; nothing while its package is still being read. */
export function unresolvedSections(
  root: RootAnalysis,
  file: ParsedFile,
  offset: number,
  roots: Iterable<RootAnalysis>,
): readonly Section[] | undefined {
  const member = memberAt(file, offset);
  const unit = member && placedUnit(member);
  if (!member || !unit || root.root.loading) return undefined;
  const at = offset - member.start;
  const place = { root, roots: [...roots], file, offset, start: member.start };
  const path = "path" in unit ? unit.path : undefined;
  const notes =
    path && touches(path, at)
      ? pathNotes(place, unit, path, at)
      : (usedNotes(place, unit, path, at) ?? typeNotes(place, unit, at));
  return notes?.filter(text => text !== "").map(note);
}

interface Place {
  readonly root: RootAnalysis;
  readonly roots: readonly RootAnalysis[];
  readonly file: ParsedFile;
  readonly offset: number;
  /** Where the unit starts in the file. */
  readonly start: number;
}

function touches({ start, end }: { readonly start: number; readonly end: number }, at: number): boolean {
  return start <= at && at <= end;
}

/** A path whose package, or whose interface or world, is not there. */
function pathNotes(p: Place, unit: Unit, path: UsePath, at: number): readonly string[] | undefined {
  const within = packageAt(p.root, p.file, p.offset);
  if (!within) return undefined;
  const key = path.package ? packageKey(path.package) : within.pkg.package.key;
  const found = path.package ? p.root.byKey.get(key) : within.pkg;
  if (!found) return missingPackage(p, key);
  if (!touches(path.name, at) || found.items.has(path.name.text)) return undefined;
  const kind = unit.kind === "include" ? "world" : "interface";
  const there = kind === "world" ? "Worlds" : "Interfaces";
  const where = key === "" ? "this package" : `the package ${codeSpan(key)}`;
  return [`There is no ${kind} ${codeSpan(path.name.text)} in ${where}.`, list(there, itemsOf(found, kind))];
}

function missingPackage({ root, roots }: Place, key: string): readonly string[] {
  const elsewhere = roots.filter(other => other !== root && other.byKey.has(key)).length > 0;
  return [
    `The package ${codeSpan(key)} is not in \`deps\`${elsewhere ? "; the workspace has it elsewhere" : ""}.`,
    ...missingNotes(root, key, roots),
    list("Other versions in `deps`", versionsBeside(root, key)),
  ];
}

/** A type that a `use` takes from an interface that lacks it, or a name that an `include` renames in vain. */
function usedNotes(p: Place, unit: Unit, path: UsePath | undefined, at: number): readonly string[] | undefined {
  if (!path || (unit.kind !== "use" && unit.kind !== "include")) return undefined;
  const name = unit.names.find(n => touches(n.name, at))?.name;
  const target = name && targetOf(p, path);
  if (!name || !target) return undefined;
  if (unit.kind === "use" && target.status === "interface") {
    const types = [...target.summary.types].flatMap(([type, bits]) => (bits & typeBits.off ? [] : [codeSpan(type)]));
    return [`There is no type ${codeSpan(name.text)} in ${codeSpan(target.id)}.`, list("Types", types)];
  }
  if (unit.kind !== "include" || target.status !== "world") return undefined;
  const world = itemById(p.root, target.id)?.world;
  const named = [...(world?.imports ?? []), ...(world?.exports ?? [])].filter(item => !item.key.startsWith("["));
  const what = `There is no import or export named ${codeSpan(name.text)} in ${codeSpan(target.id)}.`;
  return [what, list("Names that can be changed", [...new Set(named.map(item => codeSpan(item.name)))])];
}

function targetOf(p: Place, path: UsePath): PathTarget | undefined {
  const item = itemAt(p.root, p.file, p.offset);
  if (!item) return undefined;
  const { analysis, start } = analysisAt(item, p.offset);
  return analysis.targetAt(p.start - start + path.start);
}

/** A type that nothing declares: where one of this name is. */
function typeNotes(p: Place, unit: Unit, at: number): readonly string[] | undefined {
  const name = typeNameAt(unit, at);
  const item = name && itemAt(p.root, p.file, p.offset);
  if (!name || !item) return undefined;
  const { analysis } = analysisAt(item, p.offset);
  if (analysis.scope.entries.has(name.text)) return undefined;
  const home = analysis.container === item.item.item.item.container ? codeSpan(item.item.id) : "this interface";
  return [`There is no type ${codeSpan(name.text)} in ${home}.`, list("There is one in", homesOf(p, item, name.text))];
}

function typeNameAt(unit: Unit, at: number): Ident | undefined {
  let found: Ident | undefined;
  for (const type of typesIn(unit))
    eachName(type, name => {
      if (touches(name, at)) found = name;
    });
  return found;
}

/** The interfaces with a type of a name that can be used here, as paths. */
function homesOf({ root, roots }: Place, { pkg, scope, item }: PlacedItem, name: string): readonly string[] {
  const standpoint: Standpoint = { root, roots, pkg, scope, self: item };
  return reachable(standpoint, "interface").flatMap(({ path, item: other }) => {
    const bits = other.analysis.summary.types.get(name);
    return bits === undefined || (bits & typeBits.off) !== 0 ? [] : [codeSpan(path)];
  });
}
