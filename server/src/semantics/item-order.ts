// The order in which a package's interfaces and worlds are resolved: each after what it uses or includes.

import { memo } from "../base/memo.ts";
import type { Container, Ident } from "../syntax/ast.ts";
import { cyclesOf, startingWith } from "./cycles.ts";
import { introduction, type PackageItem, type PackageNames } from "./names.ts";
import { outline } from "./outline.ts";
import type { Scope } from "./packages.ts";
import { type Sorted, toposort } from "./toposort.ts";

/** An item's mention of another of its package, and where the reference places it. */
export interface ItemEdge {
  readonly to: string;
  readonly scope: Scope;
  /** UTF-16 offset of the file. */
  readonly at: number;
  /** The mention itself; offsets of the file. */
  readonly start: number;
  readonly end: number;
}

export interface ItemOrder {
  readonly items: readonly PackageItem[];
  readonly sorted: Sorted;
  readonly cycles?: readonly ItemCycle[];
}

export interface ItemStep {
  readonly from: PackageItem;
  readonly edge: ItemEdge;
}

export interface ItemCycle {
  /** The one that is blamed comes first. */
  readonly steps: readonly ItemStep[];
  /** Where the reference places it: for the first, at the first edge of the first item that could not be ordered. */
  readonly at: number;
}

interface LocalMention {
  readonly name: Ident;
  readonly offset: number;
}

/** The paths without a package in an interface's `use`s, or a world's `include`s: what orders items. */
const orderingMentions: (container: Container) => readonly LocalMention[] = memo(container => {
  const wanted = container.kind === "world" ? "include" : "use";
  return outline(container).mentions.flatMap(m =>
    m.role === wanted && !m.path.package ? [{ name: m.path.name, offset: m.offset }] : [],
  );
});

/** The mentions' names as one text: without `use … as` in the file it tells, with the package's names, what they mean. */
const orderingKey: (container: Container) => string = memo(container =>
  orderingMentions(container)
    .map(m => m.name.text)
    .join(" "),
);

/** Orders the items of a package. `keep` gives the last result for the same items and mentions, where there is one. */
export function itemOrder(
  names: PackageNames,
  keep: (inputs: readonly unknown[], make: () => Sorted) => Sorted,
): ItemOrder {
  const items = [...names.items.values()];
  const index = new Map(items.map((p, i) => [p.item.name.text, i]));
  const inputs: unknown[] = [];
  const targetsOf = (p: PackageItem): readonly (string | undefined)[] =>
    orderingMentions(p.item.container).map(m => targetName(names, p.scope, m.name.text));
  for (const p of items) {
    inputs.push(p.item.name.text, p.scope.uses.length > 0 ? targetsOf(p).join(" ") : orderingKey(p.item.container));
  }
  const edges = (p: PackageItem): readonly number[] =>
    targetsOf(p).flatMap(name => (name !== undefined && index.has(name) ? [index.get(name)!] : []));
  const sorted = keep(inputs, () => toposort(items.map(edges)));
  return sorted.stuck.size > 0 ? { items, sorted, cycles: findCycles(names, items, index, sorted) } : { items, sorted };
}

/** The item of this package that a name means in a scope; nothing where it leads to another package or nowhere. */
function targetName(names: PackageNames, scope: Scope, name: string): string | undefined {
  const local = names.scopes.get(scope)!.get(name);
  if (local?.kind === "use") return local.path.package ? undefined : local.path.name.text;
  return local || names.items.has(name) ? name : undefined;
}

function edgesOf(names: PackageNames, from: PackageItem): readonly ItemEdge[] {
  const base = from.scope.offset + from.item.offset;
  return orderingMentions(from.item.container).flatMap(({ name, offset }) => {
    const to = targetName(names, from.scope, name.text);
    if (to === undefined) return [];
    const place = { start: base + offset + name.start, end: base + offset + name.end };
    return [{ to, scope: from.scope, ...place, at: referencePlace(names, from.scope, name.text) ?? place.start }];
  });
}

/** The reference places an edge where the file introduces the name, if this file does. */
function referencePlace(names: PackageNames, scope: Scope, name: string): number | undefined {
  const local = names.scopes.get(scope)!.get(name);
  if (!local) return undefined;
  const { ident, offset } = introduction(local);
  return scope.offset + offset + (local.kind === "use" ? local.path.name : ident).start;
}

/** Among the items that could not be ordered. */
function findCycles(
  names: PackageNames,
  items: readonly PackageItem[],
  index: ReadonlyMap<string, number>,
  { stuck }: Sorted,
): NonNullable<ItemOrder["cycles"]> {
  const edges = memo((from: PackageItem) =>
    edgesOf(names, from).flatMap(edge => {
      const to = index.get(edge.to) ?? -1;
      return stuck.has(to) ? [{ from: index.get(from.item.name.text)!, to, edge }] : [];
    }),
  );
  const nodes = [...stuck].sort((a, b) => a - b);
  const found = cyclesOf(nodes, node => edges(items[node]!));
  const first = nodes.map(node => edges(items[node]!)[0]).find(edge => edge !== undefined);
  return found.map((steps, i) => {
    const closing = (i === 0 && steps.find(step => step === first)) || steps[0]!;
    const told = i === 0 && first?.edge.scope.file === closing.edge.scope.file;
    return {
      at: told ? first.edge.at : closing.edge.start,
      steps: startingWith(steps, closing).map(s => stepOf(items, s)),
    };
  });
}

function stepOf(items: readonly PackageItem[], { from, edge }: { from: number; edge: ItemEdge }): ItemStep {
  return { from: items[from]!, edge };
}
