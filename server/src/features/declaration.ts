// Go to declaration: from a name to where it enters the scope it is used in, be that a `use`, an alias or the definition.
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { Occurrence } from "../semantics/symbols.ts";
import type { TypeEntry } from "../semantics/type-scope.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { containerById } from "./containers.ts";
import { type Definitions, definition } from "./definition.ts";
import { analysisAt, itemAt, nameAt, packageAt } from "./locate.ts";
import { narrowed, touching } from "./narrow.ts";
import { packagePaths } from "./package-paths.ts";
import { writtenName } from "./references.ts";
import { targetAt } from "./targets.ts";

/**
 * Where the name at an offset enters its scope: the name in a `use`, what `as` calls it, or its definition. From a name
 * in a `use` it is one step further: where the name enters the interface that is used from. `roots` are the workspace's
 * others, for packages that `root` lacks.
 */
export function declaration(
  root: RootAnalysis,
  file: ParsedFile,
  offset: number,
  roots: Iterable<RootAnalysis> = [],
): Definitions | undefined {
  const name = nameAt(root, file, offset);
  if (!name) return undefined;
  const place = placeOf(root, file, name);
  if (!place) return definition(root, file, offset, roots);
  return { origin: { start: name.start, end: name.end }, targets: [targetAt(place.file, place.span)] };
}

/** A name in a file; UTF-16 offsets. */
interface Place {
  readonly file: ParsedFile;
  readonly span: Span;
}

function placeOf(root: RootAnalysis, file: ParsedFile, name: Occurrence): Place | undefined {
  if (name.role === "definition") return { file, span: { start: name.start, end: name.end } };
  switch (name.kind) {
    case "type":
      return typePlace(root, file, name);
    case "interface":
    case "world":
    case "file-name":
      return itemPlace(root, file, name);
    default:
      return undefined;
  }
}

function typePlace(root: RootAnalysis, file: ParsedFile, name: Occurrence): Place | undefined {
  const item = itemAt(root, file, name.start);
  if (!item) return undefined;
  const { analysis, start } = analysisAt(item, name.start);
  const { scope } = analysis;
  for (const { unit, offset } of scope.outline.uses) {
    const used = unit.names.find(n => start + offset + n.name.start === name.start);
    const target = used && unit.path && analysis.targetAt(offset + unit.path.start);
    if (!used || !target) continue;
    const from = target.status === "interface" ? containerById(root, target.id) : undefined;
    const entry = from?.analysis.scope.entries.get(used.name.text);
    return from && entry && entryPlace(from.file, from.start, entry);
  }
  const { includes } = scope.outline;
  if (includes.some(({ unit, offset }) => unit.names.some(n => start + offset + n.name.start === name.start)))
    return undefined;
  const entry = scope.entries.get(writtenName(file, name));
  return entry && entryPlace(file, start, entry);
}

function entryPlace(file: ParsedFile, base: number, { start, end }: TypeEntry): Place {
  return { file, span: { start: base + start, end: base + end } };
}

/** Where a `use` at the top of the file, or of the package block, brings in what a path without a package names. */
function itemPlace(root: RootAnalysis, file: ParsedFile, name: Occurrence): Place | undefined {
  const near = narrowed(root, file, touching({ start: name.start, end: name.start }));
  if (packagePaths(near, file).some(({ path, start }) => start + path.name.start === name.start)) return undefined;
  const place = packageAt(root, file, name.start);
  const meaning = place?.pkg.names.scopes.get(place.scope)?.get(writtenName(file, name));
  if (!place || meaning?.kind !== "use") return undefined;
  const base = place.scope.offset + meaning.use.offset;
  const { start, end } = meaning.ident;
  // In `use i;` the name itself stands for what is elsewhere.
  return base + start === name.start ? undefined : { file, span: { start: base + start, end: base + end } };
}
