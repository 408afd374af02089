// What interfaces depend on after `use`s have changed, and whether that can be.
import type { RootAnalysis } from "../../semantics/analysis.ts";
import { itemById } from "../../semantics/symbol-lookup.ts";
import type { SymbolId } from "../../semantics/symbols.ts";
import { type AddedName, type UseChanges, usedAfter } from "./use-changes.ts";

export interface ChangedGraph {
  readonly root: RootAnalysis;
  readonly changes: readonly UseChanges[];
  /** The interface that something moves from. */
  readonly from: SymbolId;
  /** The one that it moves to, which may be new, and what that uses then. */
  readonly to: SymbolId;
  readonly needs: readonly AddedName[];
}

type Depends = (id: SymbolId) => readonly SymbolId[];

function dependsAfter({ root, changes, to, needs }: ChangedGraph): Depends {
  const changed = new Map(changes.map(change => [change.container.id, [...usedAfter(change)]]));
  return id => {
    const deps = changed.get(id) ?? itemById(root, id)?.analysis.summary.deps ?? [];
    return id === to ? [...deps, ...needs.map(need => need.id)] : deps;
  };
}

/** Whether the interface would depend on itself. Every changed dependency leads to it or from it, so no other circle can arise. */
export function closesCircle(graph: ChangedGraph): boolean {
  const depends = dependsAfter(graph);
  const seen = new Set(depends(graph.to));
  for (const id of seen) for (const next of depends(id)) seen.add(next);
  return seen.has(graph.to);
}

/** Whether a world would export an interface that needs an imported copy of another that it exports. */
export function mixesCopies(graph: ChangedGraph): boolean {
  const depends = dependsAfter(graph);
  const worlds = graph.root.packages.flatMap(pkg => [...pkg.items.values()].flatMap(({ world }) => world ?? []));
  return worlds.some(({ exports }) => {
    const interfaces = exports.flatMap(({ kind, id, deps }) => {
      if (kind !== "interface") return [];
      if (id !== undefined && itemById(graph.root, id)) return [{ id, deps: depends(id) }];
      // One that is written in place may use what moves, too.
      return [{ deps: deps.includes(graph.from) ? [...deps, graph.to] : deps }];
    });
    return meetCopies(interfaces, depends);
  });
}

interface Exported {
  readonly id?: SymbolId;
  /** The interfaces whose types it uses. */
  readonly deps: readonly SymbolId[];
}

/** Whether one of the interfaces that a world exports leads to another by way of one that is imported for it. */
export function meetCopies(exports: readonly Exported[], depends: (id: SymbolId) => readonly SymbolId[]): boolean {
  const exported = new Set(exports.flatMap(({ id }) => id ?? []));
  const between = new Set(exports.flatMap(({ deps }) => deps.filter(dep => !exported.has(dep))));
  for (const id of between) {
    for (const next of depends(id)) {
      if (exported.has(next)) return true;
      between.add(next);
    }
  }
  return false;
}
