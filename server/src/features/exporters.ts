// The worlds that export an interface or a function, and those that include a world, each with the statement that does.
import { memo } from "../base/memo.ts";
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { ExternDecl, FuncDecl, IncludeDecl } from "../semantics/outline.ts";
import type { ItemAnalysis } from "../semantics/package.ts";
import { itemById } from "../semantics/symbol-lookup.ts";
import type { SymbolId } from "../semantics/symbols.ts";
import type { WorldItem } from "../semantics/world.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { knownContainer } from "./containers.ts";

/** A world, and the name in its text by which it has something; UTF-16 offsets of the file. */
export interface WorldPlace {
  readonly world: ItemAnalysis;
  readonly file: ParsedFile;
  readonly span: Span;
}

/** The worlds that export something, by the id of the interface or function; what an `include` brings counts. */
export const exportersIn: (root: RootAnalysis) => ReadonlyMap<SymbolId, readonly WorldPlace[]> = memo(root => {
  const found = new Map<SymbolId, WorldPlace[]>();
  for (const item of worldsIn(root)) {
    const brought = exportsBrought(root, item);
    for (const exported of item.world!.exports) {
      const id = exportedId(root, exported);
      if (id !== undefined) add(found, id, placeIn(item, exportSpan(item, exported, brought)));
    }
  }
  return found;
});

/** The worlds that themselves include a world, by its id. */
export const includersIn: (root: RootAnalysis) => ReadonlyMap<SymbolId, readonly WorldPlace[]> = memo(root => {
  const found = new Map<SymbolId, WorldPlace[]>();
  for (const item of worldsIn(root))
    for (const { include, id } of includesOf(item)) add(found, id, placeIn(item, includeSpan(include)));
  return found;
});

/** The worlds that include a world, directly or through others, each once: at the `include` by which it was found. */
export function includersOf(root: RootAnalysis, id: SymbolId): readonly WorldPlace[] {
  const direct = includersIn(root);
  const found = new Map<SymbolId, WorldPlace>();
  const ids = new Set([id]);
  for (const each of ids) {
    for (const place of direct.get(each) ?? []) {
      const other = place.world.id;
      if (!ids.has(other)) found.set(other, place);
      ids.add(other);
    }
  }
  return [...found.values()];
}

function worldsIn(root: RootAnalysis): readonly ItemAnalysis[] {
  return root.packages.flatMap(pkg => [...pkg.items.values()].filter(item => item.world));
}

function add(found: Map<SymbolId, WorldPlace[]>, id: SymbolId, place: WorldPlace): void {
  const list = found.get(id);
  if (list) list.push(place);
  else found.set(id, [place]);
}

/** What an export is known by: its interface, or for a function where it is written. */
function exportedId(root: RootAnalysis, { kind, id, func, container }: WorldItem): SymbolId | undefined {
  if (kind === "interface") return id;
  const home = func && knownContainer(root, container);
  return home && `${home.id}#export.${func.mangled}`;
}

/** Where a world's own text exports something, or includes the world that does; offsets of the world. */
function exportSpan(item: ItemAnalysis, { extern, func, container }: WorldItem, brought: Brought): Span {
  if (container === item.analysis.container) {
    if (func) return shifted(func.name, func.offset);
    const name = extern?.unit.path?.name ?? extern?.unit.name;
    if (extern && name) return shifted(name, extern.offset);
  }
  const include = brought.get(func ?? extern);
  return include ? includeSpan(include) : item.item.item.name;
}

/** By the statement that exports something in another world: the `include` that brings it. */
type Brought = ReadonlyMap<FuncDecl | ExternDecl | undefined, IncludeDecl>;

function exportsBrought(root: RootAnalysis, item: ItemAnalysis): Brought {
  const found = new Map<FuncDecl | ExternDecl | undefined, IncludeDecl>();
  for (const { include, id } of includesOf(item)) {
    for (const { func, extern } of itemById(root, id)?.world?.exports ?? [])
      if (!found.has(func ?? extern)) found.set(func ?? extern, include);
  }
  return found;
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

interface Included {
  readonly include: IncludeDecl;
  readonly id: SymbolId;
}

/** The worlds that a world's own text includes. */
export function includesOf({ analysis }: ItemAnalysis): readonly Included[] {
  return analysis.scope.outline.includes.flatMap(include => {
    const { unit, offset } = include;
    const target = unit.path && analysis.targetAt(offset + unit.path.start);
    return target?.status === "world" ? [{ include, id: target.id }] : [];
  });
}

function includeSpan({ unit, offset }: IncludeDecl): Span {
  return shifted(unit.path!.name, offset);
}

function placeIn(world: ItemAnalysis, span: Span): WorldPlace {
  const { scope, item } = world.item;
  return { world, file: scope.file, span: shifted(span, scope.offset + item.offset) };
}
