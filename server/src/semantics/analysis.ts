// The analysis of a package root: all its packages, in order, and every problem at its place. Pure but for its cache.

import { memo, sameItems } from "../base/memo.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { syntaxProblems } from "../syntax/file.ts";
import type { Features, LintSeverity, PackageRoot } from "../workspace/layout-types.ts";
import { rootFindings } from "./checks/roots.ts";
import type { Baseline } from "./compatibility/baseline.ts";
import { breakingChanges } from "./compatibility/breaking-changes.ts";
import { foreignPackages } from "./foreign.ts";
import { featuresKey } from "./gates.ts";
import { allowsAround } from "./lints/allow.ts";
import { severityOf } from "./lints/lint.ts";
import { lints } from "./lints/list.ts";
import { analyzePackage, type PackageAnalysis, type PackageMemory } from "./package.ts";
import { type KnownOrder, keptPackageOrder } from "./package-order.ts";
import { featuresIn, type Package, packagesOf } from "./packages.ts";
import { containerPlace, relatedPlace } from "./places.ts";
import type { FileProblem, Finding, Problem } from "./problem.ts";

/** Results of earlier states, by root and package; opaque, one a session. */
export interface AnalysisCache {
  readonly packages: Map<string, { readonly inputs: readonly unknown[]; readonly value: PackageAnalysis }>;
  readonly memory: Map<string, PackageMemory>;
  readonly orders: Map<string, { order?: KnownOrder }>;
  readonly roots: Map<string, { readonly inputs: readonly unknown[]; readonly value: RootAnalysis }>;
}

export function newAnalysisCache(): AnalysisCache {
  return { packages: new Map(), memory: new Map(), orders: new Map(), roots: new Map() };
}

/** Forgets a root that is gone. */
export function forgetRoot(cache: AnalysisCache, uri: string): void {
  cache.roots.delete(uri);
  cache.orders.delete(uri);
  for (const map of [cache.packages, cache.memory])
    for (const key of map.keys()) if (key.startsWith(`${uri} `)) map.delete(key);
}

export interface RootAnalysis {
  readonly root: PackageRoot;
  readonly features: Features;
  /** In the order in which the reference resolves them: dependencies first. */
  readonly packages: readonly PackageAnalysis[];
  readonly byKey: ReadonlyMap<string, PackageAnalysis>;
  /** Problems between packages, and packages analysed apart because another has their name. */
  readonly problems: readonly FileProblem[];
  /** What its own packages are compared with; absent where there is nothing. */
  readonly baseline?: Baseline;
}

/** Analyses a root; cheap where little changed since the cache last saw it. */
export function analyzeRoot(root: PackageRoot, features: Features, cache: AnalysisCache): RootAnalysis {
  const inputs = [root, featuresKey(features), JSON.stringify(features.lints ?? {})];
  const before = cache.roots.get(root.uri);
  if (before && sameItems(before.inputs, inputs)) return before.value;
  const value = analyze(root, features, cache);
  cache.roots.set(root.uri, { inputs, value });
  return value;
}

function analyze(root: PackageRoot, features: Features, cache: AnalysisCache): RootAnalysis {
  const all = packagesOf(root);
  const named = new Map<string, Package>();
  const doubles: Package[] = [];
  for (const pkg of all) {
    if (pkg.key === "" || named.has(pkg.key)) doubles.push(pkg);
    else named.set(pkg.key, pkg);
  }
  const order = cache.orders.get(root.uri) ?? {};
  cache.orders.set(root.uri, order);
  const ordered = keptPackageOrder(order, named, features);
  const byKey = new Map<string, PackageAnalysis>();
  const breaks = [...ordered.broken].join();
  const run = (pkg: Package, slot: string): PackageAnalysis =>
    analyzeOne({ root, features, cache, byKey, doubles, broken: ordered.broken, breaks }, pkg, slot);
  for (const pkg of ordered.order) byKey.set(pkg.key, run(pkg, pkg.key));
  const packages = [...byKey.values(), ...doubles.map((pkg, i) => run(pkg, `#${i}`))];
  const problems = rootFindings({ root, all, named, cycles: ordered.cycles, packages, byKey });
  const analysis: RootAnalysis = { root, features, packages, byKey, problems };
  const elsewhere = findingsElsewhere(analysis);
  return elsewhere.length === 0 ? analysis : { ...analysis, problems: [...problems, ...elsewhere] };
}

/** What the worlds of one file bring to light about another. */
function findingsElsewhere(analysis: RootAnalysis): readonly FileProblem[] {
  const found: FileProblem[] = [];
  for (const pkg of analysis.packages) {
    for (const { world } of pkg.items.values()) {
      for (const { within, ...finding } of world?.findings ?? []) {
        const place = within && containerPlace(analysis, within);
        if (place) found.push({ ...placed(analysis, finding, place.start), uri: place.uri });
      }
    }
  }
  return found;
}

interface Run {
  readonly root: PackageRoot;
  readonly features: Features;
  readonly cache: AnalysisCache;
  readonly byKey: ReadonlyMap<string, PackageAnalysis>;
  readonly doubles: readonly Package[];
  readonly broken: ReadonlySet<string>;
  /** The same as one text. */
  readonly breaks: string;
}

function analyzeOne(r: Run, pkg: Package, slot: string): PackageAnalysis {
  const place = `${r.root.uri} ${slot}`;
  const keep = r.cache.memory.get(place) ?? { worlds: new Map() };
  r.cache.memory.set(place, keep);
  const lookup = (key: string): PackageAnalysis | undefined =>
    r.broken.has(`${pkg.key} ${key}`) ? undefined : r.byKey.get(key);
  const features = featuresIn(pkg, r.features);
  const doubles = (key: string): readonly Package[] => r.doubles.filter(double => double.key === key);
  const analysis = (): PackageAnalysis =>
    analyzePackage(pkg, { features, lookup, doubles, loading: r.root.loading, keep });
  // What a package reads of others it reads through the ones that it mentions, whose analyses change when theirs do.
  const others = [...foreignPackages(pkg, features).keys()].map(lookup);
  const inputs = [
    featuresKey(features),
    r.features.lints,
    r.root.loading,
    pkg.key,
    ...pkg.scopes.flatMap(s => [s.file, s.container]),
    ...others,
    r.breaks,
    ...r.doubles,
  ];
  const before = r.cache.packages.get(place);
  if (before && sameItems(before.inputs, inputs)) return before.value;
  const value = analysis();
  r.cache.packages.set(place, { inputs, value });
  return value;
}

/** Every problem in a file, syntax problems included, in the order of the text; UTF-16 offsets. */
export function problemsOf(analysis: RootAnalysis, file: ParsedFile): readonly Problem[] {
  const found: Problem[] = syntaxProblems(file).map(p => ({
    ...p,
    severity: "error",
    ...(p.missing ? { data: { missing: p.missing } } : {}),
  }));
  for (const pkg of packagesByFile(analysis).get(file) ?? []) addPackageProblems(analysis, pkg, file, found);
  for (const p of problemsByUri(analysis).get(file.source.uri) ?? []) found.push(p);
  for (const p of breakingChanges(analysis, file)) found.push(p);
  return found.length < 2 ? found : found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The packages that a file holds parts of. */
const packagesByFile = memo((analysis: RootAnalysis) => {
  const found = new Map<ParsedFile, Set<PackageAnalysis>>();
  for (const pkg of analysis.packages)
    for (const { file } of pkg.package.scopes) found.set(file, (found.get(file) ?? new Set()).add(pkg));
  return found;
});

/** The problems between packages, by the file or folder that they are told of. */
export const problemsByUri = memo((analysis: RootAnalysis) => {
  const found = new Map<string, FileProblem[]>();
  for (const problem of analysis.problems) {
    const known = found.get(problem.uri);
    if (known) known.push(problem);
    else found.set(problem.uri, [problem]);
  }
  return found;
});

function addPackageProblems(analysis: RootAnalysis, pkg: PackageAnalysis, file: ParsedFile, found: Problem[]): void {
  if (pkg.package.dep?.binary) return;
  for (const p of pkg.problems) if (p.uri === file.source.uri) found.push(p);
  for (const { item, analysis: known, typeGates, world } of pkg.items.values()) {
    if (item.scope.file !== file) continue;
    const base = item.scope.offset + item.item.offset;
    for (const f of known.findings) {
      // A dependency is as it is: lints speak of what its author could change.
      if (f.lint !== undefined && (pkg.package.dep || allowsAround(item.scope, f.lint))) continue;
      const severity = f.lint === undefined ? f.severity : lintSeverity(analysis.features, f.lint);
      if (severity !== "off") found.push(placed(analysis, { ...f, severity }, base));
    }
    for (const f of typeGates) found.push(placed(analysis, f, base));
    for (const f of world?.findings ?? []) if (!f.within) found.push(placed(analysis, f, base));
  }
}

const byName = new Map(lints.map(lint => [lint.name, lint]));

function lintSeverity(features: Features, name: string): LintSeverity {
  const lint = byName.get(name);
  return lint ? severityOf(lint, features) : "off";
}

function placed(analysis: RootAnalysis, finding: Finding, base: number): Problem {
  const { related, at, lint: _, ...rest } = finding;
  const problem: Problem = {
    ...rest,
    start: finding.start + base,
    end: finding.end + base,
    at: at < 0 ? undefined : at + base,
  };
  if (!related) return problem;
  const places = related.flatMap(({ message, place: of }) => {
    const place = relatedPlace(analysis, of);
    return place ? [{ message, place }] : [];
  });
  return { ...problem, related: places };
}

/** Every problem of every file of a root: the main files first, then deps, each in the order of the text. */
export function rootProblems(
  analysis: RootAnalysis,
): readonly { readonly uri: string | undefined; readonly problem: Problem }[] {
  const files = [...analysis.root.main, ...analysis.root.deps.flatMap(d => d.files)];
  const uris = new Set(files.map(file => file.source.uri));
  const placedProblems = files.flatMap(file =>
    problemsOf(analysis, file).map(problem => ({ uri: file.source.uri as string | undefined, problem })),
  );
  const elsewhere = analysis.problems.filter(p => !uris.has(p.uri)).map(problem => ({ uri: undefined, problem }));
  return [...placedProblems, ...elsewhere];
}
