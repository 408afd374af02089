// What moving a type or function to another interface takes: the changes of every `use`, and whether that can be.
import { memo } from "../../base/memo.ts";
import type { RootAnalysis } from "../../semantics/analysis.ts";
import type { UseDecl } from "../../semantics/outline.ts";
import type { PackageAnalysis } from "../../semantics/package.ts";
import type { Scope } from "../../semantics/packages.ts";
import { itemById, typeId } from "../../semantics/symbol-lookup.ts";
import type { SymbolId } from "../../semantics/symbols.ts";
import type { Ident, UseName } from "../../syntax/ast.ts";
import { canonicalName } from "../../syntax/names.ts";
import { pathTo } from "../completion/reach.ts";
import { takenNames } from "../completion/taken.ts";
import { containersOf, type KnownContainer } from "../containers.ts";
import { closesCircle, mixesCopies } from "./dependencies.ts";
import { isMentionedElsewhere, type MovedItem } from "./moved-item.ts";
import type { RefactoringContext } from "./refactoring.ts";
import { type AddedName, hasComments, nameText, type UseChanges, usedInterface } from "./use-changes.ts";

/** The interface that it moves to: one that is there, or a new one of the same part of the same file. */
export type Destination = {
  readonly id: SymbolId;
  readonly name: string;
} & (
  | { readonly known: KnownContainer }
  | { readonly known?: undefined; readonly scope: Scope; readonly pkg: PackageAnalysis }
);

export interface MovePlan {
  readonly changes: readonly UseChanges[];
  /** What types that it mentions are called in the other interface, where that is not their name now. */
  readonly names: ReadonlyMap<string, string>;
  /** The `use`s of an interface that is new, or empty. */
  readonly fresh: readonly string[];
}

interface Mutable {
  readonly container: KnownContainer;
  readonly gone: Map<UseDecl, readonly UseName[]>;
  readonly added: AddedName[];
}

/** What moving an item takes, wherever it moves. */
export interface Move {
  readonly c: RefactoringContext;
  readonly item: MovedItem;
  readonly users: readonly User[];
  /** Names that only the item needed and nobody takes from its interface: their `use` goes with it. */
  readonly unneeded: ReadonlyMap<UseDecl, readonly UseName[]>;
}

/** Undefined where something that uses it can't be changed. */
export function moveOf(c: RefactoringContext, item: MovedItem): Move | undefined {
  const users = item.isType ? usersOf(c, item.from, item.name) : [];
  return users && { c, item, users, unneeded: unneeded(c, item) };
}

/** Undefined where a name is taken, or an interface would depend on itself. */
export function planMove({ c, item, users, unneeded }: Move, to: Destination): MovePlan | undefined {
  const needs = isTaken(item, to) ? undefined : needsOf(c, item, to);
  if (!needs) return undefined;
  const changes = new Map<string, Mutable>();
  const of = (container: KnownContainer): Mutable => {
    const key = `${container.file.source.uri} ${container.start}`;
    const known = changes.get(key) ?? { container, gone: new Map(), added: [] };
    changes.set(key, known);
    return known;
  };
  for (const user of users) if (!repoint(of(user.container), user, to)) return undefined;
  if (item.isType && isMentionedElsewhere(item, item.name)) {
    const path = pathFrom(c.root, item.from, to.id);
    if (path === undefined) return undefined;
    of(item.from).added.push({ id: to.id, path, name: { name: identOf(item.name) } });
  }
  for (const [use, names] of unneeded) of(item.from).gone.set(use, names);
  const isEmpty = !to.known?.analysis.container.members.length;
  if (to.known && !isEmpty) of(to.known).added.push(...needs.added);
  const list = [...changes.values()];
  const graph = { root: c.root, changes: list, from: item.from.id, to: to.id, needs: needs.added };
  if (closesCircle(graph) || usersRoots(c, users).some(root => mixesCopies({ ...graph, root }))) return undefined;
  return { changes: list, names: needs.names, fresh: isEmpty ? usesOf(needs.added) : [] };
}

interface User {
  readonly root: RootAnalysis;
  readonly container: KnownContainer;
  readonly use: UseDecl;
  readonly names: readonly UseName[];
}

/** Who uses a type of an interface; undefined where that is not to be changed: in `deps`, or half written. */
function usersOf(c: RefactoringContext, from: KnownContainer, name: string): readonly User[] | undefined {
  const found: User[] = [];
  const seen = new Set<string>();
  for (const root of [c.root, ...c.roots]) {
    if (itemById(root, from.id)?.item.scope.file.source.uri !== from.file.source.uri) continue;
    for (const { container, use } of usesOfInterfaces(root).get(from.id) ?? []) {
      const names = use.unit.names.filter(n => n.name.text === name);
      const { uri } = container.file.source;
      const key = `${uri} ${container.start + use.offset}`;
      if (names.length === 0 || seen.has(key)) continue;
      seen.add(key);
      if (use.unit.problems.length > 0 || !isOwn(c, uri)) return undefined;
      found.push({ root, container, use, names });
    }
  }
  return found;
}

interface PlacedUse {
  readonly container: KnownContainer;
  readonly use: UseDecl;
}

/** Every `use` of a root by the interface that it names. */
const usesOfInterfaces: (root: RootAnalysis) => ReadonlyMap<SymbolId, readonly PlacedUse[]> = memo(root => {
  const found = new Map<SymbolId, PlacedUse[]>();
  for (const container of containersOf(root)) {
    for (const use of container.analysis.scope.outline.uses) {
      const id = usedInterface(container.analysis, use);
      if (id === undefined) continue;
      const known = found.get(id);
      if (known) known.push({ container, use });
      else found.set(id, [{ container, use }]);
    }
  }
  return found;
});

function isOwn({ root, roots }: RefactoringContext, uri: string): boolean {
  return [root, ...roots].some(({ root: { main } }) => main.some(file => file.source.uri === uri));
}

function usersRoots({ root }: RefactoringContext, users: readonly User[]): readonly RootAnalysis[] {
  return [...new Set([root, ...users.map(user => user.root)])];
}

/** The interface that has the type now needs no `use` of it; for others it comes from there. */
function repoint(change: Mutable, { root, container, use, names }: User, to: Destination): boolean {
  if (container.id === to.id) {
    if (names.some(({ alias }) => alias)) return false;
    change.gone.set(use, names);
    return true;
  }
  const path = pathFrom(root, container, to.id);
  if (path === undefined) return false;
  change.gone.set(use, names);
  for (const name of names) change.added.push({ id: to.id, path, name, like: use });
  return true;
}

function pathFrom(root: RootAnalysis, { item }: KnownContainer, id: SymbolId): string | undefined {
  const pkg = root.packages.find(p => p.items.get(item.item.item.name.text) === item);
  return pkg && pathTo({ pkg, scope: item.item.scope }, id);
}

function isTaken({ from, name }: MovedItem, { known }: Destination): boolean {
  if (!known || !takenNames(known.analysis).has(canonicalName(name))) return false;
  const entry = known.analysis.scope.entries.get(name);
  return (
    entry?.kind !== "use" || entry.useName.name.text !== name || usedInterface(known.analysis, entry.use) !== from.id
  );
}

interface Needs {
  readonly added: readonly AddedName[];
  readonly names: ReadonlyMap<string, string>;
}

/** What the other interface must use for the item, and what it has under other names. */
function needsOf(c: RefactoringContext, item: MovedItem, to: Destination): Needs | undefined {
  const { from } = item;
  const names = new Map<string, string>();
  const added: AddedName[] = [];
  const taken = new Set(to.known ? takenNames(to.known.analysis) : []).add(canonicalName(item.name));
  for (const text of new Set(item.mentions.map(m => m.text))) {
    if (text === item.name && item.isType) continue;
    const entry = from.analysis.scope.entries.get(text);
    if (!entry) return undefined;
    const there = nameThere(c.root, from, to, text);
    if (there !== undefined) {
      names.set(text, there);
      continue;
    }
    const unit = entry.kind === "use" ? entry.use.unit : entry.decl.unit;
    const id = entry.kind === "use" ? usedInterface(from.analysis, entry.use) : from.id;
    const path = id === undefined ? undefined : pathOf(c.root, to, id);
    if (id === undefined || path === undefined || unit.attributes.some(a => a.kind === "unstable")) return undefined;
    if (taken.has(canonicalName(text))) return undefined;
    taken.add(canonicalName(text));
    added.push({ id, path, name: entry.kind === "use" ? entry.useName : { name: identOf(text) } });
  }
  return { added, names };
}

/** What the other interface calls a type already. */
function nameThere(root: RootAnalysis, from: KnownContainer, to: Destination, name: string): string | undefined {
  const entry = from.analysis.scope.entries.get(name);
  if (entry?.kind === "use" && usedInterface(from.analysis, entry.use) === to.id) return entry.useName.name.text;
  if (!to.known) return undefined;
  const there = to.known;
  const meanings = meaningsOf(root, from, name);
  const same = (other: string): boolean => meaningsOf(root, there, other).some(id => meanings.includes(id));
  return same(name) ? name : [...there.analysis.scope.entries.keys()].find(same);
}

/** The definition behind a name, and what a `use` names, which differ where another interface in between has it by `as`. */
function meaningsOf(root: RootAnalysis, { analysis, id }: KnownContainer, name: string): readonly SymbolId[] {
  const entry = analysis.scope.entries.get(name);
  const used = entry?.kind === "use" ? usedInterface(analysis, entry.use) : undefined;
  const ids = used === undefined || entry?.kind !== "use" ? [] : [`${used}#${entry.useName.name.text}`];
  return [...ids, typeId(root, analysis, id, name) ?? `${id}#${name}`];
}

function pathOf(root: RootAnalysis, to: Destination, id: SymbolId): string | undefined {
  return to.known ? pathFrom(root, to.known, id) : pathTo(to, id);
}

function unneeded(c: RefactoringContext, item: MovedItem): ReadonlyMap<UseDecl, readonly UseName[]> {
  const found = new Map<UseDecl, readonly UseName[]>();
  for (const name of new Set(item.mentions.map(m => m.text))) {
    const entry = item.from.analysis.scope.entries.get(name);
    if (entry?.kind !== "use" || hasComments(entry.use) || isMentionedElsewhere(item, name)) continue;
    if (usersOf(c, item.from, name)?.length !== 0) continue;
    found.set(entry.use, [...(found.get(entry.use) ?? []), entry.useName]);
  }
  return found;
}

/** They as the `use`s of a new interface. */
function usesOf(added: readonly AddedName[]): readonly string[] {
  const lists = new Map<string, string[]>();
  for (const { path, name } of added) lists.set(path, [...(lists.get(path) ?? []), nameText(name)]);
  return [...lists].map(([path, list]) => `use ${path}.{${list.join(", ")}};`);
}

function identOf(text: string): Ident {
  return { text, start: 0, end: 0 };
}
