// Which interfaces and worlds a place can name: of its own package, of deps, and of the workspace's other packages.
import { append } from "../../base/append.ts";
import { memo } from "../../base/memo.ts";
import type { RootAnalysis } from "../../semantics/analysis.ts";
import { gateOf, isDeprecated } from "../../semantics/gates.ts";
import { splitItemId } from "../../semantics/ids.ts";
import type { ContainerAnalysis } from "../../semantics/item.ts";
import { type ItemAnalysis, itemId, type PackageAnalysis } from "../../semantics/package.ts";
import type { Scope } from "../../semantics/packages.ts";
import { itemById } from "../../semantics/symbol-lookup.ts";
import type { SymbolId } from "../../semantics/symbols.ts";
import { unknownTarget } from "../../semantics/targets.ts";
import { isLibrary } from "../../workspace/library.ts";
import { written } from "../edits/words.ts";
import { type MissingDependency, missingDependency, type PackageElsewhere, packagesElsewhere } from "../elsewhere.ts";
import { type Rank, ranks } from "./item.ts";

/** Something that a path can name. */
export interface Reachable {
  /** As the path is written here. */
  readonly path: string;
  readonly item: ItemAnalysis;
  readonly root: RootAnalysis;
  readonly rank: Rank;
  readonly missingDependency?: MissingDependency;
}

/** Where paths are asked for. */
export interface Standpoint {
  readonly root: RootAnalysis;
  /** The roots of the workspace. */
  readonly roots: readonly RootAnalysis[];
  /** What packages can be taken of besides. */
  readonly library?: readonly RootAnalysis[];
  readonly pkg: PackageAnalysis;
  readonly scope: Scope;
  /** The interface or world being written, which can't name itself or what depends on it. */
  readonly self: ItemAnalysis | undefined;
  /** Whether what is written is switched off by a gate: then it can name what is switched off. */
  readonly off?: boolean;
}

/** Every interface (or world) that can be named without closing a circle; what is gated off is left out. */
export function reachable(s: Standpoint, kind: "interface" | "world"): readonly Reachable[] {
  const banned = s.self ? dependents(s.pkg, s.self) : new Set<SymbolId>();
  const found = fileNames(s, kind, banned);
  const names = s.pkg.names.scopes.get(s.scope);
  for (const item of s.pkg.items.values()) {
    const name = item.item.item.name.text;
    if (banned.has(item.id) || names?.get(name)?.kind === "use") continue;
    if (usable(s, item, kind)) found.push({ path: written(name), item, root: s.root, rank: ranks.package });
  }
  const circular = packageDependents(s.root, s.pkg.package.key);
  for (const pkg of s.root.packages) {
    if (pkg === s.pkg || pkg.package.key === s.pkg.package.key || circular.has(pkg.package.key)) continue;
    append(found, ofPackage(s, { pkg, root: s.root }, kind, pkg.package.dep ? ranks.deps : ranks.package));
  }
  return [...found, ...elsewhere(s, kind)];
}

function usable(s: Standpoint, item: ItemAnalysis, kind: "interface" | "world"): boolean {
  const { item: decl } = item.item;
  return decl.kind === kind && (s.off === true || gateOf(decl.head.attributes, s.root.features) !== "off");
}

export function isOld(item: ItemAnalysis): boolean {
  return isDeprecated(item.item.item.head);
}

/** Names that `use` at the top of the file brings in. */
function fileNames(s: Standpoint, kind: "interface" | "world", banned: ReadonlySet<SymbolId>): Reachable[] {
  const found: Reachable[] = [];
  if (s.scope.uses.length === 0) return found;
  for (const [name, meaning] of s.pkg.names.scopes.get(s.scope) ?? []) {
    if (meaning.kind !== "use") continue;
    const target = s.pkg.resolve(s.scope, meaning.path, "use");
    const item = "id" in target ? itemById(s.root, target.id) : undefined;
    if (item && !banned.has(item.id) && usable(s, item, kind))
      found.push({ path: written(name), item, root: s.root, rank: ranks.here });
  }
  return found;
}

function ofPackage(
  s: Standpoint,
  { pkg, root }: PackageElsewhere,
  kind: "interface" | "world",
  rank: Rank,
): Reachable[] {
  if (pkg.package.key === "") return [];
  return [...pkg.items.values()].flatMap(item =>
    usable(s, item, kind) ? [{ path: pathText(pkg.package.key, item.item.item.name.text), item, root, rank }] : [],
  );
}

/** The path of an item of another package, as it must be written. */
export function pathText(key: string, name: string): string {
  const words = itemId(key, name);
  return words.replace(/^[^@]*/, path => path.replace(/[^:/]+/g, word => written(word)));
}

/** How an interface or world is named from a part of a package; undefined where the file gives the name to something else. */
export function pathTo({ pkg, scope }: Pick<Standpoint, "pkg" | "scope">, id: SymbolId): string | undefined {
  const { key, name } = splitItemId(id);
  if (key !== pkg.package.key) return pathText(key, name);
  return pkg.names.scopes.get(scope)?.get(name)?.kind === "use" ? undefined : written(name);
}

/** Ids of interfaces and worlds of a package that lead to `self`, itself among them. */
function dependents(pkg: PackageAnalysis, self: ItemAnalysis): ReadonlySet<SymbolId> {
  const found = new Set([self.id]);
  const needsOne = (target: SymbolId): boolean => found.has(target);
  const isUser = ({ id, analysis }: ItemAnalysis): boolean => !found.has(id) && needed(analysis).some(needsOne);
  for (const item of pkg.items.values()) if (isUser(item)) found.add(item.id);
  // What an item needs comes before it, unless they form a circle.
  for (const item of pkg.items.values()) if (isUser(item)) return spread(self.id, id => usersIn(pkg).get(id) ?? []);
  return found;
}

/** For each interface and world, those of a package that use or include it. */
export const usersIn: (pkg: PackageAnalysis) => ReadonlyMap<SymbolId, readonly SymbolId[]> = memo(pkg => {
  const users = new Map<SymbolId, SymbolId[]>();
  for (const { id, analysis } of pkg.items.values()) {
    for (const target of needed(analysis)) {
      const known = users.get(target);
      if (known) known.push(id);
      else users.set(target, [id]);
    }
  }
  return users;
});

/** What an interface or world uses and includes. Most are the same at the next keystroke. */
const needed: (analysis: ContainerAnalysis) => readonly SymbolId[] = memo(({ scope, targetAt }) =>
  scope.outline.mentions.flatMap(({ path, offset, role }) => {
    const target = role === "extern" ? unknownTarget : targetAt(offset + path.start);
    return "id" in target ? [target.id] : [];
  }),
);

/** Keys of the packages of a root that need a package, which itself is left out. */
function packageDependents(root: RootAnalysis, key: string): ReadonlySet<string> {
  const users = packageUsers(root);
  const found = new Set(spread(key, of => users.get(of) ?? []));
  found.delete(key);
  return found;
}

/** For each package that is mentioned, the packages of a root that mention it. */
export const packageUsers: (root: RootAnalysis) => ReadonlyMap<string, readonly string[]> = memo(root => {
  const users = new Map<string, string[]>();
  for (const { package: pkg, foreign } of root.packages) {
    for (const key of foreign.keys()) {
      const known = users.get(key);
      if (known) known.push(pkg.key);
      else users.set(key, [pkg.key]);
    }
  }
  return users;
});

/** What a name leads to step by step, itself among it. */
export function spread(from: string, next: (name: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set([from]);
  for (const name of seen) for (const other of next(name)) seen.add(other);
  return seen;
}

/** Packages of other roots that this one lacks. A single file has no `deps`, so it can't be given any. */
function elsewhere(s: Standpoint, kind: "interface" | "world"): Reachable[] {
  if (s.root.root.kind === "file" || s.pkg.package.dep) return [];
  const known = new Set(s.root.packages.map(pkg => pkg.package.key));
  const found: Reachable[] = [];
  for (const { root, pkg } of packagesElsewhere(s.root, [...s.roots, ...(s.library ?? [])])) {
    const { key } = pkg.package;
    if (known.has(key)) continue;
    known.add(key);
    const missing = missingDependency(s.root, { root, pkg });
    if (!missing) continue;
    for (const each of ofPackage(s, { pkg, root }, kind, isLibrary(root.root) ? ranks.library : ranks.workspace))
      found.push({ ...each, missingDependency: missing });
  }
  return found;
}
