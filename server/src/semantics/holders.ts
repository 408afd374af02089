// Who holds a name: an interface, a world or an interface written in a world, with its id and its place; and where a
// name that it holds is defined.
import { memo } from "../base/memo.ts";
import type { Container } from "../syntax/ast.ts";
import type { RootAnalysis } from "./analysis.ts";
import type { ContainerAnalysis } from "./item.ts";
import type { ItemAnalysis } from "./package.ts";
import type { FilePlace } from "./problem.ts";
import { itemById } from "./symbol-lookup.ts";
import type { SymbolId } from "./symbols.ts";
import type { DefinedEntry } from "./type-scope.ts";

export interface Holder {
  readonly root: RootAnalysis;
  readonly item: ItemAnalysis;
  readonly analysis: ContainerAnalysis;
  /** `a:b/i@1.0.0`; of an interface written in a world, the world's with `#import.name` behind. */
  readonly id: SymbolId;
  /** Where it starts in its item, in UTF-16 units. */
  readonly base: number;
}

export function itemHolder(root: RootAnalysis, item: ItemAnalysis): Holder {
  return { root, item, analysis: item.analysis, id: item.id, base: 0 };
}

/** The interface or world with an id, or the interface written in a world. */
export function holderOf(root: RootAnalysis, id: SymbolId): Holder | undefined {
  const item = itemById(root, id);
  if (!item || !id.includes("#")) return item && itemHolder(root, item);
  const body = bodiesByName(item.analysis).get(id.slice(id.lastIndexOf("#") + 1));
  return body && { root, item, id, ...body };
}

/** The interfaces written in a world by `import.name`; of several with one name, the first. */
const bodiesByName: (world: ContainerAnalysis) => ReadonlyMap<string, Pick<Holder, "analysis" | "base">> = memo(
  world => {
    const found = new Map<string, Pick<Holder, "analysis" | "base">>();
    for (const { unit, offset: base } of world.scope.outline.externs) {
      const analysis = world.bodies.get(base);
      const name = `${unit.kind}.${unit.name?.text}`;
      if (analysis && !found.has(name)) found.set(name, { analysis, base });
    }
    return found;
  },
);

/** The item with a container: for what an `include` brought, the world that declares it. */
export function holderOfContainer(root: RootAnalysis, container: Container): Holder | undefined {
  const item = itemsByContainer(root).get(container);
  return item && itemHolder(root, item);
}

const itemsByContainer: (root: RootAnalysis) => ReadonlyMap<Container, ItemAnalysis> = memo(root => {
  const found = new Map<Container, ItemAnalysis>();
  for (const pkg of root.packages) for (const item of pkg.items.values()) found.set(item.analysis.container, item);
  return found;
});

/** A place in a holder (UTF-16 offsets of its container) as a place in its file. */
export function filePlace({ item, base }: Holder, start: number, end: number): FilePlace {
  const from = item.item.scope.offset + item.item.item.offset + base;
  return { uri: item.item.scope.file.source.uri, start: from + start, end: from + end };
}

/** Where a type is defined. */
export interface Definition {
  readonly holder: Holder;
  readonly entry: DefinedEntry;
}

const longestChain = 1000;

/** The definition that a type's name in a holder stands for, through every `use`; nothing where one leads nowhere. */
export function definitionIn(
  holder: Holder,
  name: string,
  visit: (passed: Holder) => void = () => {},
): Definition | undefined {
  let [there, wanted] = [holder, name];
  for (let steps = 0; steps < longestChain; steps++) {
    const entry = there.analysis.scope.entries.get(wanted);
    if (!entry) return undefined;
    if (entry.kind === "def") return { holder: there, entry };
    const next = entry.target.status === "interface" ? itemById(holder.root, entry.target.id) : undefined;
    if (!next) return undefined;
    there = itemHolder(holder.root, next);
    visit(there);
    wanted = entry.useName.name.text;
  }
  return undefined;
}
