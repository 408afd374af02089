// An earlier state of a package root that its current state is compared with.
import { keyedMemo, memo } from "../../base/memo.ts";
import type { BaselineFiles } from "../../workspace/baseline.ts";
import type { Features, PackageRoot } from "../../workspace/layout-types.ts";
import { isWithin, uriKey } from "../../workspace/uri.ts";
import { type AnalysisCache, analyzeRoot, type RootAnalysis } from "../analysis.ts";
import { packagesOf } from "../packages.ts";
import { nameOf } from "./tracks.ts";

export interface Baseline {
  /** As its setting has it: `v1.0.0`, `../released`. */
  readonly name: string;
  readonly analysis: RootAnalysis;
  /** The URI under which a file of it can be shown. */
  readonly shown: (uri: string) => string;
}

const remember = keyedMemo<RootAnalysis, RootAnalysis>();

export interface Comparing {
  readonly baselines: readonly BaselineFiles[];
  readonly features: Features;
  /** Of the baselines' analyses. */
  readonly cache: AnalysisCache;
  /** The URI under which a file of a baseline can be shown. */
  readonly shown: (baseline: BaselineFiles, uri: string) => string;
}

/** The analysis with what its root was in the baseline of its folder, where there is one. */
export function compared(analysis: RootAnalysis, { baselines, features, cache, shown }: Comparing): RootAnalysis {
  const was = baselines.length === 0 ? undefined : earlierRoot(analysis.root, baselines);
  if (!was) return analysis;
  const { baseline, root } = was;
  return comparedWith(analysis, {
    name: baseline.name,
    analysis: analyzeRoot(root, features, cache),
    shown: uri => shown(baseline, uri),
  });
}

/** The analysis with something to compare it with; the same object for the same two. */
export function comparedWith(analysis: RootAnalysis, { name, analysis: was, shown }: Baseline): RootAnalysis {
  return remember(analysis, [name, was], () => ({ ...analysis, baseline: { name, analysis: was, shown } }));
}

/** A root in an earlier state of its folder. */
interface EarlierRoot {
  readonly baseline: BaselineFiles;
  readonly root: PackageRoot;
}

/** What a root was in the baseline of the folder that it lies in; nothing where it is new, or part of the baseline. */
function earlierRoot(root: PackageRoot, baselines: readonly BaselineFiles[]): EarlierRoot | undefined {
  const key = uriKey(root.uri);
  const around = baselines.filter(({ folder }) => isWithin(key, uriKey(folder)));
  const [baseline] = around.sort((a, b) => b.folder.length - a.folder.length);
  if (!baseline || (baseline.from !== undefined && isWithin(key, uriKey(baseline.from)))) return undefined;
  const was = counterpart(root, baseline);
  return was && { baseline, root: was };
}

const byPlace: (baseline: BaselineFiles) => ReadonlyMap<string, PackageRoot> = memo(
  ({ roots }) => new Map(roots.map(root => [uriKey(root.uri), root])),
);

/**
 * The root that has a root's package, rather at the same place than elsewhere; else the one at the same place, whose
 * package had another name. Entries of `deps` that are not kept with it are those of now.
 */
function counterpart(root: PackageRoot, baseline: BaselineFiles): PackageRoot | undefined {
  const there = byPlace(baseline).get(uriKey(baseline.samePlace(root.uri)));
  const name = ownName(root);
  const isNamed = (other: PackageRoot): boolean => name !== undefined && ownName(other) === name;
  const found = there && isNamed(there) ? there : (baseline.roots.find(isNamed) ?? there);
  return found && withDeps(found, root);
}

/** The name, without its version, of the package that a root's files are. */
function ownName(root: PackageRoot): string | undefined {
  const key = packagesOf(root).find(pkg => !pkg.dep && !pkg.nested)?.key;
  return key === undefined || key === "" ? undefined : nameOf(key);
}

const rememberDeps = keyedMemo<PackageRoot, PackageRoot>();

function withDeps(was: PackageRoot, now: PackageRoot): PackageRoot {
  return rememberDeps(was, now.deps, () => {
    const names = new Set(was.deps.map(dep => dep.name));
    const borrowed = was.kind === "folder" ? now.deps.filter(dep => !names.has(dep.name)) : [];
    return borrowed.length === 0 ? was : { ...was, deps: [...was.deps, ...borrowed] };
  });
}
