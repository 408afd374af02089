// Finds the packages that paths name, as the editor would, and judges them.
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { setImmediate as nextTurn } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { hostProblems } from "../lsp/host-problems.ts";
import { analyzeRoot, newAnalysisCache, type RootAnalysis, rootProblems } from "../semantics/analysis.ts";
import { manifestProblems } from "../semantics/checks/manifests.ts";
import { compared } from "../semantics/compatibility/baseline.ts";
import type { Problem } from "../semantics/problem.ts";
import type { UnitMaker } from "../syntax/cut.ts";
import { type ParsedFile, parseFile } from "../syntax/file.ts";
import type { BaselineFiles } from "../workspace/baseline.ts";
import { currentLayout, type Files, newFiles, unreadable } from "../workspace/files.ts";
import { rootOf } from "../workspace/layout.ts";
import type { Features, PackageRoot } from "../workspace/layout-types.ts";
import { type Loader, newLoader } from "../workspace/loader.ts";
import { manifestFiles } from "../workspace/manifests/types.ts";
import { isWithin, uriKey } from "../workspace/uri.ts";
import { readBaselines, shown, shownFiles } from "./baseline.ts";
import { readBinaryPackage } from "./binary-packages.ts";
import { disk } from "./disk.ts";

/** A file that problems lie in: WIT, or a manifest or lock. */
export type CheckedFile = Pick<ParsedFile, "source">;

/** A problem and its file; none where the reference parser names no file. */
export interface FoundProblem {
  readonly file: CheckedFile | undefined;
  readonly root: PackageRoot;
  readonly problem: Problem;
}

export interface CheckResult {
  readonly problems: readonly FoundProblem[];
  readonly roots: readonly PackageRoot[];
  /** WIT files by URI. */
  readonly files: ReadonlyMap<string, ParsedFile>;
  /** Manifests and locks by URI. */
  readonly manifests: ReadonlyMap<string, CheckedFile>;
  /** Files of the baseline by what they are shown as. */
  readonly earlier: ReadonlyMap<string, CheckedFile>;
  /** Paths, as given, where there is nothing to judge. */
  readonly unreadable: readonly Unreadable[];
}

export interface Unreadable {
  readonly path: string;
  /** Why, in words. */
  readonly reason: string;
}

export interface CheckOptions {
  readonly features: Features;
  /** A revision or a folder that packages are compared with. */
  readonly baseline: string | undefined;
}

/**
 * Judges the packages of all paths. A path is a package's folder, a file in one, or a folder with packages below it.
 * Rejects where the baseline can't be read.
 */
export async function checkPaths(
  paths: readonly string[],
  options: CheckOptions,
  make: UnitMaker,
): Promise<CheckResult> {
  const files = newFiles(make);
  const reading = {
    host: disk,
    readBinary: readBinaryPackage,
    log: (message: string) => console.error(`wit: ${message}`),
    turn: () => nextTurn(),
    now: () => performance.now(),
  };
  const loader = newLoader({ ...reading, files, onChange: () => {} });
  const roots = new Set<PackageRoot>();
  const missing: Unreadable[] = [];
  for (const name of new Set(paths)) {
    const found = name === "-" ? [await standardInput(make)] : await rootsAt(name, files, loader);
    for (const root of found) roots.add(root);
    if (found.length === 0) missing.push({ path: name, reason: await whyNothing(name) });
  }
  const baselines = await readBaselines({ ...reading, make }, [...roots], options.baseline);
  return judge([...roots], files, { features: options.features, baselines }, missing);
}

/** What is read from standard input, as a file by itself. */
async function standardInput(make: UnitMaker): Promise<PackageRoot> {
  const uri = "<stdin>";
  const main = [parseFile({ uri, text: await text(process.stdin), version: 0 }, make)];
  return { uri, kind: "file", main, deps: [], loading: false };
}

async function whyNothing(name: string): Promise<string> {
  try {
    if (!(await stat(name)).isDirectory()) return "this is no WIT file, or it can't be read";
    await readdir(name);
    return "there is no WIT package here: no `.wit` file lies in this folder or below it";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file or folder";
    return code === "EACCES" || code === "EPERM" ? "it may not be read" : String(error);
  }
}

async function rootsAt(name: string, files: Files, loader: Loader): Promise<readonly PackageRoot[]> {
  const uri = pathToFileURL(path.resolve(name)).href.replace(/\/$/, "");
  const kind = await stat(name).catch(() => undefined);
  if (kind?.isFile()) {
    await loader.loadRootOf(uri);
    const root = rootOf(currentLayout(files), uri);
    return root ? [root] : [];
  }
  await loader.loadRootOf(`${uri}/x.wit`);
  const here = rootsBelow(files, uri);
  if (here.length > 0 || !kind?.isDirectory()) return here;
  const around = currentLayout(files).roots.filter(root => holdsDependency(root, uri));
  if (around.length > 0) return around;
  await loader.scanFolders([uri]);
  return rootsBelow(files, uri);
}

/** Whether a folder is that of a dependency of a package, or of all: it stands for the package. */
function holdsDependency({ deps }: PackageRoot, folder: string): boolean {
  const key = uriKey(folder);
  return deps.some(dep => isWithin(uriKey(dep.uri), key) || isWithin(key, uriKey(dep.uri)));
}

function rootsBelow(files: Files, uri: string): readonly PackageRoot[] {
  return currentLayout(files).roots.filter(root => isWithin(uriKey(root.uri), uriKey(uri)));
}

interface Judging {
  readonly features: Features;
  readonly baselines: readonly BaselineFiles[];
}

function judge(
  roots: readonly PackageRoot[],
  files: Files,
  { features, baselines }: Judging,
  missing: readonly Unreadable[],
): CheckResult {
  const problems: FoundProblem[] = [];
  const byUri = new Map<string, ParsedFile>();
  const comparing = { baselines, features, cache: newAnalysisCache(), shown };
  const analyses: RootAnalysis[] = [];
  for (const root of roots) {
    const all = [...root.main, ...root.deps.flatMap(dep => dep.files)];
    for (const file of all) byUri.set(file.source.uri, file);
    const unread = all.filter(file => unreadable(files, file.source.uri) !== undefined);
    for (const file of all)
      for (const problem of hostProblems(files, root, file)) problems.push({ file, root, problem });
    const analysis = compared(analyzeRoot(root, features, newAnalysisCache()), comparing);
    analyses.push(analysis);
    for (const { uri, problem } of rootProblems(analysis)) {
      const file = uri === undefined ? undefined : byUri.get(uri);
      if (!file || !unread.includes(file)) problems.push({ file, root, problem });
    }
  }
  const manifests = new Map<string, CheckedFile>();
  for (const root of roots)
    for (const file of root.manifests ? manifestFiles(root.manifests) : []) manifests.set(file.source.uri, file);
  for (const problem of manifestProblems(analyses)) {
    const root = roots.find(({ manifests: m }) => m && manifestFiles(m).some(f => f.source.uri === problem.uri))!;
    problems.push({ file: manifests.get(problem.uri), root, problem });
  }
  const earlier = new Map(baselines.flatMap(shownFiles));
  return { problems, roots, files: byUri, manifests, earlier, unreadable: missing };
}
