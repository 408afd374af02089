// Every name in a file and what it stands for. One list serves definition, references, rename, highlights and hover, so
// that they cannot disagree.
import { memo } from "../base/memo.ts";
import type { Field, FuncType, Ident, TypeExpr, UsePath } from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/file.ts";
import type { RootAnalysis } from "./analysis.ts";
import type { ContainerAnalysis } from "./item.ts";
import {
  type ExternDecl,
  eachName,
  externFunction,
  type FuncDecl,
  type IncludeDecl,
  type TypeDecl,
  typesOf,
  type UseDecl,
} from "./outline.ts";
import type { ItemAnalysis, PackageAnalysis } from "./package.ts";
import { packageKey, type Scope } from "./packages.ts";
import { canonicalType, itemById, typeId, worldMember } from "./symbol-lookup.ts";

export type SymbolKind =
  | "package"
  | "interface"
  | "world"
  | "type"
  | "field"
  | "case"
  | "flag"
  | "function"
  | "parameter"
  | "extern"
  | "file-name"
  | "rename";

/**
 * Which thing a name stands for: `package a:b@1.0.0`, `a:b/i@1.0.0`, `a:b/i@1.0.0#type`, `…#type.field`,
 * `…#[method]r.f`, `…#[method]r.f(param)`, `a:b/w@1.0.0#import.name` and, inside an interface written there, `…#import.name#type`.
 */
export type SymbolId = string;

/** A name in a text. Offsets are UTF-16 offsets, of the file or the container as the function says that gives it. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly id: SymbolId;
  readonly kind: SymbolKind;
  readonly role: "definition" | "reference";
  /** For a name that stands for another: `use a.{t as u}` defines `u`, whose target is `t`. */
  readonly target?: SymbolId;
}

/** Every name of a file that stands for something, in the order of the text; `packages` are those to look through. */
export function fileOccurrences(
  root: RootAnalysis,
  file: ParsedFile,
  packages: readonly PackageAnalysis[] = root.packages,
): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const pkg of packages) {
    for (const header of pkg.package.headers) {
      if (header.scope.file !== file) continue;
      const { start, end } = header.name;
      found.push({
        start: header.offset + start,
        end: header.offset + end,
        id: `package ${pkg.package.key}`,
        kind: "package",
        role: "definition",
      });
    }
    for (const scope of pkg.package.scopes) if (scope.file === file) addScope(root, pkg, scope, found);
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function addScope(root: RootAnalysis, pkg: PackageAnalysis, scope: Scope, found: Occurrence[]): void {
  for (const { unit, offset } of scope.uses) {
    const base = scope.offset + offset;
    const target = unit.path && pkg.resolve(scope, unit.path, "use");
    const id = target && "id" in target ? target.id : undefined;
    if (unit.path) addPath(found, unit.path, base, id, target?.status === "world" ? "world" : "interface");
    if (unit.alias)
      push(found, unit.alias, base, `file ${scope.file.source.uri}#${unit.alias.text}`, "file-name", "definition", id);
  }
  for (const item of scope.items) {
    const known = pkg.items.get(item.name.text);
    if (known?.item.item !== item) continue;
    const base = scope.offset + item.offset;
    for (const o of itemOccurrences(root, known)) found.push({ ...o, start: o.start + base, end: o.end + base });
  }
}

/** Names of an interface or world, its own among them; offsets count from its container. */
export function itemOccurrences(root: RootAnalysis, item: ItemAnalysis): readonly Occurrence[] {
  const found: Occurrence[] = [];
  push(found, item.item.item.name, 0, item.id, item.item.item.kind, "definition");
  addContainer({ root, found, item, analysis: item.analysis, id: item.id, base: 0 });
  return found;
}

interface Walk {
  readonly root: RootAnalysis;
  readonly found: Occurrence[];
  readonly item: ItemAnalysis;
  readonly analysis: ContainerAnalysis;
  /** What the container's members belong to. */
  readonly id: SymbolId;
  /** Where the container starts in the item's. */
  readonly base: number;
}

function push(
  found: Occurrence[],
  name: Ident,
  base: number,
  id: SymbolId,
  kind: SymbolKind,
  role: Occurrence["role"],
  target?: SymbolId,
): void {
  const o = { start: base + name.start, end: base + name.end, id, kind, role };
  found.push(target === undefined ? o : { ...o, target });
}

function addContainer(w: Walk): void {
  const o = w.analysis.scope.outline;
  for (const use of o.uses) addUse(w, use);
  for (const type of o.types) addType(w, type);
  for (const func of o.functions) addFunction(w, func);
  for (const extern of o.externs) addExtern(w, extern);
  for (const include of o.includes) addInclude(w, include);
}

function addPath(found: Occurrence[], path: UsePath, base: number, id: SymbolId | undefined, kind: SymbolKind): void {
  if (path.package) {
    const { start, end } = path.package;
    found.push({
      start: base + start,
      end: base + end,
      id: `package ${packageKey(path.package)}`,
      kind: "package",
      role: "reference",
    });
  }
  if (id !== undefined) push(found, path.name, base, id, kind, "reference");
}

/** The id of an interface or world that a path names, with names given by `use … as` looked through. */
function addItemPath(w: Walk, path: UsePath, offset: number): SymbolId | undefined {
  const target = w.analysis.targetAt(offset + path.start);
  const id = "id" in target ? target.id : undefined;
  const local = path.package ? undefined : fileName(w, path.name.text);
  if (local) push(w.found, path.name, w.base + offset, local, "file-name", "reference", id);
  else addPath(w.found, path, w.base + offset, id, target.status === "world" ? "world" : "interface");
  return id;
}

/** The name that `use … as` gives something in this file. */
function fileName(w: Walk, name: string): SymbolId | undefined {
  const { scope } = w.item.item;
  return aliasesOf(scope).has(name) ? `file ${scope.file.source.uri}#${name}` : undefined;
}

const aliasesOf: (scope: Scope) => ReadonlySet<string> = memo(
  scope => new Set(scope.uses.flatMap(({ unit }) => unit.alias?.text ?? [])),
);

function addUse(w: Walk, { unit, offset }: UseDecl): void {
  const id = unit.path && addItemPath(w, unit.path, offset);
  for (const { name, alias } of unit.names) {
    const target = id === undefined ? undefined : canonicalType(w.root, id, name.text);
    if (target !== undefined) push(w.found, name, w.base + offset, target, "type", "reference");
    else if (!alias) push(w.found, name, w.base + offset, `${w.id}#${name.text}`, "type", "definition");
    if (alias) push(w.found, alias, w.base + offset, `${w.id}#${alias.text}`, "type", "definition", target);
  }
}

function addType(w: Walk, { unit, offset, name }: TypeDecl): void {
  const id = `${w.id}#${name.text}`;
  push(w.found, name, w.base + offset, id, "type", "definition");
  if (unit.kind !== "type" && unit.kind !== "resource") {
    const kind = unit.kind === "record" ? "field" : unit.kind === "flags" ? "flag" : "case";
    for (const field of unit.fields)
      push(w.found, field.name, w.base + offset, `${id}.${field.name.text}`, kind, "definition");
  }
  for (const expr of typesOf(unit)) addTypeNames(w, expr, offset);
}

function addTypeNames(w: Walk, expr: TypeExpr, offset: number): void {
  eachName(expr, name => {
    const id = typeId(w.root, w.analysis, w.id, name.text);
    if (id !== undefined) push(w.found, name, w.base + offset, id, "type", "reference");
  });
}

function addFunction(w: Walk, { name, func, mangled, offset }: FuncDecl): void {
  push(w.found, name, w.base + offset, `${w.id}#${mangled}`, "function", "definition");
  if (func) addSignature(w, func, `${w.id}#${mangled}`, offset);
}

function addSignature(w: Walk, func: FuncType, id: SymbolId, offset: number): void {
  for (const param of func.params) addParameter(w, param, id, offset);
  if (func.result) addTypeNames(w, func.result, offset);
}

function addParameter(w: Walk, param: Field, id: SymbolId, offset: number): void {
  push(w.found, param.name, w.base + offset, `${id}(${param.name.text})`, "parameter", "definition");
  if (param.type) addTypeNames(w, param.type, offset);
}

function addExtern(w: Walk, extern: ExternDecl): void {
  const { unit, offset, body } = extern;
  const target = unit.path && addItemPath(w, unit.path, offset);
  if (!unit.name) return;
  const func = externFunction(extern);
  const id = `${w.id}#${unit.kind}.${func?.mangled ?? unit.name.text}`;
  push(w.found, unit.name, w.base + offset, id, func ? "function" : "extern", "definition", target);
  if (unit.func) addSignature(w, unit.func, id, offset);
  const inner = body && w.analysis.bodies.get(offset);
  if (inner) addContainer({ ...w, analysis: inner, id, base: w.base + offset });
}

function addInclude(w: Walk, { unit, offset }: IncludeDecl): void {
  const id = unit.path && addItemPath(w, unit.path, offset);
  for (const { name, alias } of unit.names) {
    const target = id === undefined ? undefined : worldMember(w.root, id, name.text);
    if (target) push(w.found, name, w.base + offset, target.id, target.kind, "reference");
    if (alias) push(w.found, alias, w.base + offset, `${w.id}#with.${alias.text}`, "rename", "definition", target?.id);
  }
}

/** A name's definition: its file, its place there (UTF-16 offsets), and the item that holds it. */
export interface Definition {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly file: ParsedFile;
  readonly occurrence: Occurrence;
  readonly item?: ItemAnalysis;
}

/** Where something is defined; a package in each of its headers. */
export function definitionsOf(root: RootAnalysis, id: SymbolId): readonly Definition[] {
  if (id.startsWith("package ")) return packageDefinitions(root, id.slice("package ".length));
  const item = itemById(root, id);
  if (!item) return [];
  const base = item.item.scope.offset + item.item.item.offset;
  const file = item.item.scope.file;
  return itemOccurrences(root, item).flatMap(o => {
    if (o.id !== id || o.role !== "definition") return [];
    const occurrence = { ...o, start: o.start + base, end: o.end + base };
    return [{ uri: file.source.uri, start: occurrence.start, end: occurrence.end, file, occurrence, item }];
  });
}

function packageDefinitions(root: RootAnalysis, key: string): readonly Definition[] {
  return (root.byKey.get(key)?.package.headers ?? []).map(({ scope, name, offset }) => {
    const [start, end] = [offset + name.start, offset + name.end];
    const occurrence: Occurrence = { start, end, id: `package ${key}`, kind: "package", role: "definition" };
    return { uri: scope.file.source.uri, start, end, file: scope.file, occurrence };
  });
}

/** The name under a cursor: the innermost that the offset touches. */
export function occurrenceAt(root: RootAnalysis, file: ParsedFile, offset: number): Occurrence | undefined {
  let best: Occurrence | undefined;
  for (const o of fileOccurrences(root, file)) {
    if (o.start > offset || offset > o.end) continue;
    if (!best || o.end - o.start < best.end - best.start || (best.end === offset && o.start === offset)) best = o;
  }
  return best;
}
