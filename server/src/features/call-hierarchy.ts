// Call hierarchy: which interfaces and worlds use, include, import or export another, and what one does so itself.
import { memo } from "../base/memo.ts";
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { ContainerAnalysis } from "../semantics/item.ts";
import type { ItemAnalysis } from "../semantics/package.ts";
import { itemById } from "../semantics/symbol-lookup.ts";
import type { SymbolId } from "../semantics/symbols.ts";
import type { UsePath } from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { distinct, type HierarchyItem, hierarchyItem } from "./hierarchy.ts";
import { nameAt } from "./locate.ts";
import { rootsKnowing } from "./references.ts";
import { behindAliases } from "./targets.ts";

/** The statement by which an interface or world names another. */
export type Relation = "use" | "include" | "import" | "export";

export interface HierarchyLink {
  /** What is at the other end. */
  readonly item: HierarchyItem;
  readonly relations: readonly Relation[];
  /** Where the one names the other: UTF-16 offsets of the file of the one that does. */
  readonly spans: readonly Span[];
}

/** The interface or world that stands at an offset, or that holds what stands there. */
export function callHierarchyItem(
  root: RootAnalysis,
  file: ParsedFile,
  offset: number,
  roots: Iterable<RootAnalysis> = [],
): HierarchyItem | undefined {
  const name = nameAt(root, file, offset);
  if (!name || name.kind === "package") return undefined;
  const id = name.kind === "extern" && name.target !== undefined ? name.target : behindAliases(root, name);
  return hierarchyItem(root, roots, id.split("#")[0]!);
}

/** Who uses, includes, imports or exports an interface or world, in the whole workspace. */
export function incoming(
  root: RootAnalysis,
  id: SymbolId,
  roots: readonly RootAnalysis[] = [],
): readonly HierarchyLink[] {
  const links = rootsKnowing(root, roots, id).flatMap(each =>
    each.packages.flatMap(pkg =>
      [...pkg.items.values()].flatMap(item => {
        const edges = edgesOf(item).filter(edge => edge.id === id);
        const from = edges.length > 0 ? hierarchyItem(each, [], item.id) : undefined;
        return from ? [link(from, item, edges)] : [];
      }),
    ),
  );
  return distinct(links, ({ item }) => item);
}

/** What an interface or world itself uses, includes, imports and exports, in the order of its text. */
export function outgoing(
  root: RootAnalysis,
  id: SymbolId,
  roots: readonly RootAnalysis[] = [],
): readonly HierarchyLink[] {
  const item = itemById(root, id);
  if (!item) return [];
  const byTarget = new Map<SymbolId, Edge[]>();
  for (const edge of edgesOf(item)) {
    const edges = byTarget.get(edge.id);
    if (edges) edges.push(edge);
    else byTarget.set(edge.id, [edge]);
  }
  return [...byTarget].flatMap(([target, edges]) => {
    const to = hierarchyItem(root, roots, target);
    return to ? [link(to, item, edges)] : [];
  });
}

function link(at: HierarchyItem, { item }: ItemAnalysis, edges: readonly Edge[]): HierarchyLink {
  const base = item.scope.offset + item.item.offset;
  return {
    item: at,
    relations: [...new Set(edges.map(edge => edge.relation))],
    spans: edges.map(({ start, end }) => ({ start: base + start, end: base + end })),
  };
}

/** A path in an item and what it leads to; offsets of the item. */
interface Edge extends Span {
  readonly id: SymbolId;
  readonly relation: Relation;
}

const edgesOf: (item: ItemAnalysis) => readonly Edge[] = memo(({ analysis }) => {
  const edges: Edge[] = [];
  addEdges(edges, analysis, 0);
  return edges.sort((a, b) => a.start - b.start);
});

function addEdges(edges: Edge[], analysis: ContainerAnalysis, base: number): void {
  const { uses, includes, externs } = analysis.scope.outline;
  const add = (path: UsePath | undefined, offset: number, relation: Relation): void => {
    const target = path && analysis.targetAt(offset + path.start);
    if (!path || !target || !("id" in target) || target.id === undefined) return;
    const { start, end } = path.name;
    edges.push({ id: target.id, relation, start: base + offset + start, end: base + offset + end });
  };
  for (const { unit, offset } of uses) add(unit.path, offset, "use");
  for (const { unit, offset } of includes) add(unit.path, offset, "include");
  for (const { unit, offset } of externs) {
    add(unit.path, offset, unit.kind);
    const body = analysis.bodies.get(offset);
    if (body) addEdges(edges, body, base + offset);
  }
}
