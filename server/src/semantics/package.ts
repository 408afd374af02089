// The analysis of one package: its items in the reference's order, its worlds elaborated, and what is wrong with it as a whole.
import { append } from "../base/append.ts";
import { memo, sameItems } from "../base/memo.ts";
import type { Container, HeadUnit, Ident, UsePath } from "../syntax/ast.ts";
import type { Features } from "../workspace/layout-types.ts";
import { packageFindings } from "./checks/packages.ts";
import { type ForeignPackage, foreignPackages } from "./foreign.ts";
import { featuresKey, gateOf, gateText, isDeprecated, sinceOf } from "./gates.ts";
import { analyzeItem, type ContainerAnalysis } from "./item.ts";
import { itemOrder } from "./item-order.ts";
import { type PackageItem, type PackageNames, packageNames } from "./names.ts";
import { outline } from "./outline.ts";
import { elaborateWorlds } from "./package-worlds.ts";
import { featuresIn, type Package, packageKey, type Scope } from "./packages.ts";
import type { FileProblem, Finding } from "./problem.ts";
import type { InterfaceSummary, PathTarget } from "./targets.ts";
import { unknownTarget } from "./targets.ts";
import type { Sorted } from "./toposort.ts";
import { typeGateFindings } from "./type-gates.ts";
import { isUnfinishedIn, unfinishedNames } from "./unfinished.ts";
import type { ElaboratedWorld } from "./world.ts";

export interface ItemAnalysis {
  readonly item: PackageItem;
  readonly id: string;
  readonly analysis: ContainerAnalysis;
  /** What is wrong with the gates of its types. */
  readonly typeGates: readonly Finding[];
  readonly world?: ElaboratedWorld;
  /** For a world that is not elaborated, since the package's worlds have too much: see package-worlds.ts. */
  readonly leftOut?: true;
}

export interface PackageAnalysis {
  readonly package: Package;
  readonly names: PackageNames;
  readonly foreign: ReadonlyMap<string, ForeignPackage>;
  /** In the order in which the reference resolves them. */
  readonly items: ReadonlyMap<string, ItemAnalysis>;
  /** What a path in a scope points at. */
  readonly resolve: (scope: Scope, path: UsePath, role: "use" | "include" | "extern") => PathTarget;
  /** Problems of the package as a whole, at their places. */
  readonly problems: readonly FileProblem[];
}

/** What a package reads from outside. */
export interface PackageEnvironment {
  readonly features: Features;
  /** The analysis of another package of the root; nothing where it is missing or part of a cycle. */
  readonly lookup: (key: string) => PackageAnalysis | undefined;
  /** Further packages of the name, which is an error; nothing is said of what the first lacks and one of them has. */
  readonly doubles: (key: string) => readonly Package[];
  readonly loading: boolean;
  readonly keep: PackageMemory;
}

/** Results kept from one state of a package to the next. */
export interface PackageMemory {
  order?: { readonly inputs: readonly unknown[]; readonly value: Sorted };
  graph?: readonly unknown[];
  /** What gates of mentions of other packages were found sound for. */
  soundGates?: readonly unknown[] | undefined;
  /** The items as they were, and what the meaning of their paths depended on besides each other. */
  last?: {
    readonly base: readonly unknown[];
    readonly items: ReadonlyMap<string, ItemAnalysis>;
    /** Whether each came after all that it reads. */
    readonly isOrdered: boolean;
  };
  worlds: Map<string, { readonly inputs: readonly unknown[]; readonly value: ElaboratedWorld }>;
}

export function analyzePackage(pkg: Package, env: PackageEnvironment): PackageAnalysis {
  const names = packageNames(pkg);
  const foreign = foreignPackages(pkg, env.features);
  const order = itemOrder(names, (inputs, make) => keepOrder(env.keep, inputs, make));
  const items = new Map<string, ItemAnalysis>();
  const base = pathBase(pkg, names, foreign, env);
  const { last } = env.keep;
  // In a cycle it counts which item comes first.
  const isOrdered = order.sorted.stuck.size === 0;
  const kept = last?.isOrdered && isOrdered && sameItems(last.base, base) ? last.items : undefined;
  const others = [...foreign.keys()].flatMap(key => env.lookup(key)?.package ?? []);
  const resolver: Resolver = { pkg, names, foreign, others, items, env, kept, same: true };
  const inOrder = [...order.sorted.order, ...order.sorted.stuck].map(i => order.items[i]!);
  // Worlds come last: they may mention interfaces that stand behind them.
  for (const item of inOrder) if (item.item.kind === "interface") addItem(resolver, item);
  for (const item of inOrder) if (item.item.kind === "world") addItem(resolver, item);
  addTypeGates(resolver);
  elaborateWorlds(resolver, order);
  env.keep.last = { base, items, isOrdered };
  const resolve: PackageAnalysis["resolve"] = (scope, path, role) => resolvePath(resolver, scope, path, role);
  return {
    package: pkg,
    names,
    foreign,
    items,
    resolve,
    problems: packageFindings({ package: pkg, names, foreign, order, items, env, resolve }),
  };
}

function keepOrder(memory: PackageMemory, inputs: readonly unknown[], make: () => Sorted): Sorted {
  if (memory.order && sameItems(memory.order.inputs, inputs)) return memory.order.value;
  memory.order = { inputs, value: make() };
  return memory.order.value;
}

interface Resolver {
  readonly pkg: Package;
  readonly names: PackageNames;
  readonly foreign: ReadonlyMap<string, ForeignPackage>;
  readonly others: readonly Package[];
  readonly items: Map<string, ItemAnalysis>;
  readonly env: PackageEnvironment;
  /** The items of the last state, where paths mean the same now as then, as far as their targets are the same. */
  readonly kept: ReadonlyMap<string, ItemAnalysis> | undefined;
  /** Whether others can observe the same of each item so far as in the last state; not asked where there is none. */
  same: boolean;
}

/** What decides which item a path points at: names, aliases, kinds and gates of items, and what is mentioned of other packages. */
function pathBase(
  pkg: Package,
  names: PackageNames,
  foreign: ReadonlyMap<string, ForeignPackage>,
  env: PackageEnvironment,
): readonly unknown[] {
  const base: unknown[] = [pkg.key, isVersionKnown(pkg), featuresKey(env.features), env.features.lints, env.loading];
  for (const { item } of names.items.values()) base.push(item.name.text, item.kind, gateText(item.head.attributes));
  for (const { items, uses, container } of pkg.scopes) {
    base.push(items.length, [...unfinishedNames(container)].join(" "));
    append(
      base,
      uses.map(use => use.unit),
    );
  }
  for (const { key, items } of foreign.values()) {
    base.push(key, env.lookup(key), ...env.doubles(key));
    for (const [name, mention] of items) base.push(name, mention.kind, mention.enabled);
  }
  return base;
}

/** Whether everything that an item's paths may point at in its own package is as it was. */
function sameNeighbours(r: Resolver, kept: ReadonlyMap<string, ItemAnalysis>, { item, scope }: PackageItem): boolean {
  // Each item comes after those that it reads.
  if (r.same && scope.uses.length === 0) return true;
  const names = r.names.scopes.get(scope);
  for (const name of ownNames(item.container)) {
    if (names?.get(name)?.kind === "use") return false;
    if (r.items.get(name)?.analysis.summary !== kept.get(name)?.analysis.summary) return false;
  }
  return true;
}

/** The names without a package among the paths of an interface or world. */
const ownNames: (container: Container) => readonly string[] = memo(container =>
  outline(container).mentions.flatMap(({ path }) => (path.package ? [] : [path.name.text])),
);

/** `namespace:name/item@version`. */
export function itemId(packageKey: string, name: string): string {
  const at = packageKey.indexOf("@");
  return at < 0 ? `${packageKey}/${name}` : `${packageKey.slice(0, at)}/${name}${packageKey.slice(at)}`;
}

function addItem(r: Resolver, item: PackageItem): void {
  const before = r.kept?.get(item.item.name.text);
  if (before && before.item.item.container === item.item.container && sameNeighbours(r, r.kept!, item)) {
    r.items.set(item.item.name.text, { item, id: before.id, analysis: before.analysis, typeGates: none });
    return;
  }
  const id = itemId(r.pkg.key, item.item.name.text);
  const analysis = analyzeItem(item.item.container, {
    features: r.env.features,
    packageKey: r.pkg.key,
    versionKnown: isVersionKnown(r.pkg),
    others: r.others,
    id,
    resolve: (path, role) => resolvePath(r, item.scope, path, role),
    before: r.env.keep.last?.items.get(item.item.name.text)?.analysis,
  });
  if (analysis.summary !== before?.analysis.summary) r.same = false;
  r.items.set(item.item.name.text, { item, id, analysis, typeGates: none });
}

/** Whether the package's version, or that it has none, is known: its header has no mistakes. */
function isVersionKnown(pkg: Package): boolean {
  return pkg.header?.unit.problems.length === 0;
}

const none: readonly Finding[] = [];

function addTypeGates(r: Resolver): void {
  const { features } = r.env;
  const packageEnv = { features, packageKey: r.pkg.key, versionKnown: isVersionKnown(r.pkg) };
  const found = typeGateFindings(
    [...r.items.values()].map(i => i.analysis),
    packageEnv,
  );
  if (found.size === 0) return;
  for (const [name, item] of r.items) {
    const typeGates = found.get(item.analysis);
    if (typeGates) r.items.set(name, { ...item, typeGates });
  }
}

function resolvePath(r: Resolver, scope: Scope, path: UsePath, role: "use" | "include" | "extern"): PathTarget {
  if (path.package) return resolveForeign(r, path);
  const name = r.names.scopes.get(scope)?.get(path.name.text);
  if (name?.kind === "use") return name.path.package ? resolveForeign(r, name.path) : ownItem(r, name.path.name, role);
  return ownItem(r, path.name, role);
}

function ownItem(r: Resolver, name: Ident, role: "use" | "include" | "extern"): PathTarget {
  const known = r.names.items.get(name.text);
  if (!known) return r.env.loading || isUnfinishedIn(r.pkg.scopes, name.text) ? unknownTarget : { status: "no-item" };
  const id = itemId(r.pkg.key, name.text);
  const off = gateOf(known.item.head.attributes, r.env.features) === "off";
  const since = sinceIn(known.item.head);
  if (known.item.kind === "world")
    return { status: "world", id, off, deprecated: isDeprecated(known.item.head), ...since };
  const done = r.items.get(name.text);
  if (done) return { status: "interface", id, summary: done.analysis.summary, ...since };
  // Part of a cycle, which is said once: only that it is an interface matters here.
  return role === "include" ? { status: "interface", id, summary: emptySummary(id) } : unknownTarget;
}

/** The version of an item's `@since`, where it has one. */
function sinceIn(head: HeadUnit): { readonly since?: string } {
  const since = sinceOf(head);
  return since === undefined ? {} : { since };
}

function emptySummary(id: string): InterfaceSummary {
  return {
    id,
    types: new Map(),
    functions: new Set(),
    off: false,
    deprecated: false,
    sinces: new Map(),
    deps: [],
    key: [],
  };
}

function resolveForeign(r: Resolver, path: UsePath): PathTarget {
  const { key, items } = foreignOf(r, path);
  const mention = items.get(path.name.text);
  const found = r.env.lookup(key);
  const name = path.name.text;
  const id = itemId(key, name);
  if (!mention) return { status: "unknown", id };
  const takenFor = mention.kind;
  if (!found) return { status: "unknown", id, takenFor };
  if (!mention.enabled) return { status: "gated-off", id, takenFor };
  const item = found.items.get(name);
  const there = item && item.item.item.kind === mention.kind && !isOff(item, featuresIn(found.package, r.env.features));
  if (!there && (r.env.loading || isUnfinishedIn(found.package.scopes, name) || isInDouble(r, key, name)))
    return { status: "unknown", id, takenFor };
  if (!there) {
    const missing = { status: "not-in-package", id, package: key, wanted: takenFor } as const;
    if (!item) return missing;
    return { ...missing, found: item.item.item.kind === takenFor ? "off" : item.item.item.kind };
  }
  return takenFor === "world"
    ? { status: "world", id, off: false, deprecated: isDeprecated(item.item.item.head) }
    : { status: "interface", id, summary: item.analysis.summary };
}

function isInDouble({ env }: Resolver, key: string, name: string): boolean {
  return env.doubles(key).some(pkg => pkg.scopes.some(scope => scope.items.some(item => item.name.text === name)));
}

function isOff(item: ItemAnalysis, features: Features): boolean {
  return gateOf(item.item.item.head.attributes, features) === "off";
}

function foreignOf(r: Resolver, path: UsePath): { key: string; items: ForeignPackage["items"] } {
  const key = packageKey(path.package!);
  return r.foreign.get(key) ?? { key, items: new Map() };
}
