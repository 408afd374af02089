// Where a symbol is defined, in this root or in another of the workspace.
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import { externFunction, type Outline } from "../semantics/outline.ts";
import type { ItemAnalysis } from "../semantics/package.ts";
import { itemById } from "../semantics/symbol-lookup.ts";
import {
  type Definition,
  definitionsOf,
  itemOccurrences,
  type Occurrence,
  type SymbolId,
} from "../semantics/symbols.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { memberAt, memberSpan } from "./locate.ts";

/** A place to go to; UTF-16 offsets of the file `uri`. */
export interface Target {
  readonly uri: string;
  /** The name. */
  readonly span: Span;
  /** All of what is named, its documentation left out. */
  readonly full: Span;
}

/** Definitions of a symbol; a name given by `use … as` at the top of a file is defined there. */
export function definitions(root: RootAnalysis, id: SymbolId): readonly Definition[] {
  if (id.startsWith(filePrefix)) return fileNameDefinitions(root, id);
  return id.includes("#") ? memberDefinitions(root, id) : definitionsOf(root, id);
}

/** Definitions of a member of an interface or world: only the declarations that bear its name are walked. */
function memberDefinitions(root: RootAnalysis, id: SymbolId): readonly Definition[] {
  const item = itemById(root, id);
  if (!item) return [];
  const { scope, item: decl } = item.item;
  const base = scope.offset + decl.offset;
  const file = scope.file;
  return itemOccurrences(root, bearing(item, id.slice(id.indexOf("#") + 1))).flatMap(o => {
    if (o.id !== id || o.role !== "definition") return [];
    const occurrence = { ...o, start: o.start + base, end: o.end + base };
    return [{ uri: file.source.uri, start: occurrence.start, end: occurrence.end, file, occurrence, item }];
  });
}

/** The item as if it declared only what `path`, the part of an id behind `#`, can mean. */
function bearing(item: ItemAnalysis, path: string): ItemAnalysis {
  const { scope } = item.analysis;
  const o = scope.outline;
  const starts = (name: string): boolean =>
    path === name || (path.startsWith(name) && ".(#".includes(path[name.length]!));
  const outline: Outline = {
    ...o,
    uses: o.uses.filter(({ unit }) => unit.names.some(({ name, alias }) => (alias ?? name).text === path)),
    types: o.types.filter(({ name }) => starts(name.text)),
    functions: o.functions.filter(({ mangled }) => starts(mangled)),
    externs: o.externs.filter(e => starts(`${e.unit.kind}.${externFunction(e)?.mangled ?? e.unit.name?.text ?? ""}`)),
    includes: path.startsWith("with.") ? o.includes : [],
  };
  return { ...item, analysis: { ...item.analysis, scope: { ...scope, outline } } };
}

const filePrefix = "file ";

function fileNameDefinitions(root: RootAnalysis, id: SymbolId): readonly Definition[] {
  for (const pkg of root.packages) {
    for (const scope of pkg.package.scopes) {
      const { file, offset: base } = scope;
      const use = scope.uses.find(u => u.unit.alias && id === fileNameId(file, u.unit.alias.text));
      if (!use?.unit.alias) continue;
      const start = base + use.offset + use.unit.alias.start;
      const end = base + use.offset + use.unit.alias.end;
      const target = use.unit.path && pkg.resolve(scope, use.unit.path, "use");
      const known = target && "id" in target ? { target: target.id } : {};
      const occurrence: Occurrence = { start, end, id, kind: "file-name", role: "definition", ...known };
      return [{ uri: file.source.uri, start, end, file, occurrence }];
    }
  }
  return [];
}

export function fileNameId(file: ParsedFile, name: string): SymbolId {
  return `${filePrefix}${file.source.uri}#${name}`;
}

const aliases: ReadonlySet<Occurrence["kind"]> = new Set(["type", "file-name", "rename"]);

/** What a name stands for once every `as` is looked through. */
export function behindAliases(root: RootAnalysis, occurrence: Occurrence): SymbolId {
  let { id, target } = occurrence;
  if (!aliases.has(occurrence.kind)) return id;
  for (let steps = 0; steps < 100; steps++) {
    target ??= definitions(root, id)[0]?.occurrence.target;
    if (target === undefined || target === id) return id;
    id = target;
    target = undefined;
  }
  return id;
}

/** The places where a symbol is defined; those of another root where this one lacks its package. */
export function targetsOf(root: RootAnalysis, roots: Iterable<RootAnalysis>, id: SymbolId): readonly Target[] {
  for (const each of firstThen(root, roots)) {
    const found = definitions(each, id);
    if (found.length > 0) return found.map(targetOf);
  }
  return [];
}

export function targetOf({ start, end, file }: Definition): Target {
  return targetAt(file, { start, end });
}

/** A name in a file as a place to go to. */
export function targetAt(file: ParsedFile, span: Span): Target {
  const member = memberAt(file, span.start);
  return { uri: file.source.uri, span, full: member ? memberSpan(member) : span };
}

/** A root, then the others; each is looked at only when it is asked for. */
export function* firstThen(root: RootAnalysis, roots: Iterable<RootAnalysis>): Iterable<RootAnalysis> {
  yield root;
  for (const other of roots) if (other !== root) yield other;
}
