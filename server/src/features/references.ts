// Find references: every place of the workspace that names one thing, and nothing that merely has the same name.
import { append } from "../base/append.ts";
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import { itemById } from "../semantics/symbol-lookup.ts";
import type { Occurrence, SymbolId } from "../semantics/symbols.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { containersOf, splitId } from "./containers.ts";
import { nameAt } from "./locate.ts";
import { mentioning, type Near, occurrencesNear, touching } from "./narrow.ts";
import { definitions } from "./targets.ts";

/** A place that names the thing; UTF-16 offsets of the file `uri`. */
export interface Reference {
  readonly uri: string;
  readonly span: Span;
  readonly role: Occurrence["role"];
}

/**
 * Every place in the workspace that names what stands at an offset, its declaration among them. `roots` are the roots
 * of the workspace; a file that several of them read is reported once.
 */
export function references(
  root: RootAnalysis,
  file: ParsedFile,
  offset: number,
  roots: readonly RootAnalysis[] = [],
): readonly Reference[] {
  const name = nameAt(root, file, offset);
  if (!name) return [];
  return mentions(root, roots, name, writtenName(file, name)).map(({ file: { source }, occurrence }) => {
    const { start, end, role } = occurrence;
    return { uri: source.uri, span: { start, end }, role };
  });
}

/** A place that names something. */
export interface Mention {
  readonly root: RootAnalysis;
  readonly file: ParsedFile;
  readonly occurrence: Occurrence;
}

/** Every place that names what `name` names; `text` is how it is written, without `%`. */
export function mentions(
  root: RootAnalysis,
  roots: readonly RootAnalysis[],
  name: Occurrence,
  text: string,
): readonly Mention[] {
  const word = searchText(name, text);
  const seen = new Set<string>();
  const found: Mention[] = [];
  for (const each of rootsKnowing(root, roots, name.id)) {
    for (const file of filesOf(each)) {
      if (seen.has(file.source.uri) || !file.source.text.includes(word)) continue;
      seen.add(file.source.uri);
      for (const occurrence of occurrencesOf(each, file, name, text)) found.push({ root: each, file, occurrence });
      if (name.kind === "rename") append(found, includedAs(each, file, name, text));
    }
  }
  return found;
}

/** The places of one file that name what `name` names, in the order of the text; `text` is how it is written, without `%`. */
export function occurrencesOf(
  root: RootAnalysis,
  file: ParsedFile,
  name: Occurrence,
  text: string,
): readonly Occurrence[] {
  const ids = sameSymbols(name.id);
  return occurrencesNear(root, file, placesOf(root, file, name, text)).filter(
    o => ids.has(o.id) && (name.kind === "package" || writtenName(file, o) === text),
  );
}

/** Where to look: what nothing else can name is found at its definition, anything else wherever its name stands. */
function placesOf(root: RootAnalysis, file: ParsedFile, name: Occurrence, text: string): Near {
  const isFunction = name.kind === "function" && !/#(?:im|ex)port\.[^#]*$/.test(name.id);
  if (!isFunction && !parts.has(name.kind)) return mentioning(file, searchText(name, text));
  const spans = [...sameSymbols(name.id)].flatMap(id => definitions(root, id).filter(d => d.file === file));
  return (start, length) => spans.some(span => touching(span)(start, length));
}

const parts: ReadonlySet<Occurrence["kind"]> = new Set(["field", "case", "flag", "parameter"]);

/** Where another world includes the one that gives a name by `with`, and renames that in turn. */
function includedAs(root: RootAnalysis, file: ParsedFile, name: Occurrence, text: string): readonly Mention[] {
  const [world] = splitId(name.id);
  return containersOf(root).flatMap(({ analysis, file: home, start }) =>
    home !== file
      ? []
      : analysis.scope.outline.includes.flatMap(({ unit, offset }) => {
          const target = unit.path && analysis.targetAt(offset + unit.path.start);
          const found = target?.status === "world" && target.id === world && unit.names.find(n => n.name.text === text);
          if (!found) return [];
          const place = { start: start + offset + found.name.start, end: start + offset + found.name.end };
          return [{ root, file, occurrence: { ...place, id: name.id, kind: name.kind, role: "reference" } }];
        }),
  );
}

/** What stands wherever it is named; a package's parts may be apart. */
function searchText(name: Occurrence, text: string): string {
  return name.kind === "package" ? name.id.slice("package ".length, name.id.indexOf(":")) : text;
}

/** A name as it is written, without `%`. */
export function writtenName(file: ParsedFile, { start, end }: Span): string {
  const text = file.source.text.slice(start, end);
  return text.startsWith("%") ? text.slice(1) : text;
}

/** A property's getter and setter are one thing to whoever reads them. */
function sameSymbols(id: SymbolId): ReadonlySet<SymbolId> {
  const ids = new Set([id]);
  if (id.includes("[get]")) ids.add(id.replace("[get]", "[set]"));
  if (id.includes("[set]")) ids.add(id.replace("[set]", "[get]"));
  return ids;
}

export function filesOf(root: RootAnalysis): readonly ParsedFile[] {
  return [...root.root.main, ...root.root.deps.flatMap(dep => dep.files)];
}

/** Where a root has a package from: its own files, another folder that its `deps` link to, its `deps`, or nowhere. */
export function originOf(root: RootAnalysis, key: string): "own" | "linked" | "dep" | "absent" {
  const pkg = root.byKey.get(key)?.package;
  if (!pkg) return "absent";
  if (!pkg.dep) return "own";
  return pkg.dep.linked === "own" ? "linked" : "dep";
}

/** Key of the package that a symbol belongs to; undefined for a name that only its file knows. */
export function packageOf(root: RootAnalysis, id: SymbolId): string | undefined {
  if (id.startsWith("package ")) return id.slice("package ".length);
  return itemById(root, id)?.item.scope && packageKeyOf(id);
}

/** `a:b@1.0.0` of `a:b/c@1.0.0#d`. */
function packageKeyOf(id: SymbolId): string {
  const hash = id.indexOf("#");
  const item = hash < 0 ? id : id.slice(0, hash);
  const at = item.indexOf("@");
  const path = at < 0 ? item : item.slice(0, at);
  return path.slice(0, path.lastIndexOf("/")) + (at < 0 ? "" : item.slice(at));
}

/** The root, and the others that mean the same by a symbol. */
export function rootsKnowing(
  root: RootAnalysis,
  roots: readonly RootAnalysis[],
  id: SymbolId,
): readonly RootAnalysis[] {
  return [root, ...roots.filter(r => r !== root && knowsSame(root, r, id))];
}

/**
 * Whether another root means the same package. Copies of one package in several `deps` are one, and so are they and
 * the folder that they were copied from; two folders that both say `package a:b` are not.
 */
function knowsSame(root: RootAnalysis, other: RootAnalysis, id: SymbolId): boolean {
  const key = packageOf(root, id);
  if (key === undefined || key === "") return false;
  const origins = [originOf(root, key), originOf(other, key)];
  return origins[1] !== "absent" && !(origins[0] === "own" && origins[1] === "own");
}
