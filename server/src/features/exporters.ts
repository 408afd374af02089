// The worlds that export an interface or a function, and those that include a world, each with the statement that does.
import { memo } from "../base/memo.ts";
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { IncludeDecl } from "../semantics/outline.ts";
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

type ByWhat = ReadonlyMap<SymbolId, readonly WorldPlace[]>;

/** The worlds that export something, by the id of the interface or function; what an `include` brings counts. */
export const exportersIn: (root: RootAnalysis) => ByWhat = memo(root => {
  const found = new Map<SymbolId, WorldPlace[]>();
  for (const item of worldsIn(root)) {
    for (const exported of item.world!.exports) {
      const id = exportedId(root, exported);
      if (id !== undefined) add(found, id, placeIn(item, exportSpan(root, item, exported)));
    }
  }
  return found;
});

/** The worlds that include a world, directly or through another, by the id of that world. */
export const includersIn: (root: RootAnalysis) => ByWhat = memo(root => {
  const found = new Map<SymbolId, WorldPlace[]>();
  for (const item of worldsIn(root)) {
    const seen = new Set([item.id]);
    for (const { include, id } of includesOf(item)) {
      const place = placeIn(item, includeSpan(include));
      for (const each of worldsFrom(root, id)) {
        if (!seen.has(each)) add(found, each, place);
        seen.add(each);
      }
    }
  }
  return found;
});

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
function exportSpan(root: RootAnalysis, item: ItemAnalysis, exported: WorldItem): Span {
  const { extern, func, container } = exported;
  if (container === item.analysis.container && func) return shifted(func.name, func.offset);
  const name = extern?.unit.path?.name ?? extern?.unit.name;
  if (container === item.analysis.container && extern && name) return shifted(name, extern.offset);
  const bringing = includesOf(item).find(({ id }) =>
    itemById(root, id)?.world?.exports.some(e => e.container === container && e.id === exported.id && e.func === func),
  );
  return bringing ? includeSpan(bringing.include) : item.item.item.name;
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

interface Included {
  readonly include: IncludeDecl;
  readonly id: SymbolId;
}

/** The worlds that a world's own text includes. */
function includesOf({ analysis }: ItemAnalysis): readonly Included[] {
  return analysis.scope.outline.includes.flatMap(include => {
    const { unit, offset } = include;
    const target = unit.path && analysis.targetAt(offset + unit.path.start);
    return target?.status === "world" ? [{ include, id: target.id }] : [];
  });
}

function includeSpan({ unit, offset }: IncludeDecl): Span {
  return shifted(unit.path!.name, offset);
}

/** A world and all that it includes. */
function worldsFrom(root: RootAnalysis, id: SymbolId): ReadonlySet<SymbolId> {
  const found = new Set([id]);
  for (const each of found) {
    const item = itemById(root, each);
    if (item) for (const included of includesOf(item)) found.add(included.id);
  }
  return found;
}

function placeIn(world: ItemAnalysis, span: Span): WorldPlace {
  const { scope, item } = world.item;
  return { world, file: scope.file, span: shifted(span, scope.offset + item.offset) };
}
