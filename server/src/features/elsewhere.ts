// Packages that other roots of the workspace have, and what putting one of them into a root's `deps` takes.
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { PackageAnalysis } from "../semantics/package.ts";
import type { PackageSource } from "./copy-dependency.ts";

/** A package that must be put into `deps/` for an offer to be valid. */
export interface MissingDependency extends PackageSource {
  /** Packages that it needs in turn and that `deps/` lacks. */
  readonly needs: readonly PackageSource[];
}

export interface PackageElsewhere {
  readonly root: RootAnalysis;
  readonly pkg: PackageAnalysis;
}

/** The packages of other roots; one is taken from its own folder rather than from a copy. */
export function packagesElsewhere(into: RootAnalysis, roots: readonly RootAnalysis[]): readonly PackageElsewhere[] {
  const all = roots.flatMap(root =>
    root.root.uri === into.root.uri
      ? []
      : root.packages.flatMap(pkg => (pkg.package.key === "" || isInner(pkg) ? [] : [{ root, pkg }])),
  );
  return [...all.filter(({ pkg }) => !pkg.package.dep), ...all.filter(({ pkg }) => pkg.package.dep)];
}

/** Whether a package stands in braces in a file of a package: it can't be had without that. In `deps` it is one of several. */
function isInner({ package: { nested, dep } }: PackageAnalysis): boolean {
  return nested && !dep;
}

/** What it takes to have a package of another root; undefined where that would close a circle. */
export function missingDependency(into: RootAnalysis, { root, pkg }: PackageElsewhere): MissingDependency | undefined {
  const keys = new Set([pkg.package.key]);
  for (const key of keys) for (const needed of root.byKey.get(key)?.foreign.keys() ?? []) keys.add(needed);
  if (into.packages.some(p => !p.package.dep && keys.has(p.package.key))) return undefined;
  const needs = [...keys].flatMap(key => {
    const needed = root.byKey.get(key);
    return key === pkg.package.key || into.byKey.has(key) || !needed
      ? []
      : [{ package: key, from: uriOf(root, needed) }];
  });
  return { package: pkg.package.key, from: uriOf(root, pkg), needs };
}

function uriOf(root: RootAnalysis, pkg: PackageAnalysis): string {
  return pkg.package.dep?.uri ?? root.root.uri;
}
