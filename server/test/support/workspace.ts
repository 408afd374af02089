// A workspace in memory, laid out from a test text as the server lays out files. What lies below `/baseline` is an earlier
// state, called `v1`, of what lies beside it: `/baseline/wit/a.wit` of `/wit/a.wit`.
import { analyzeRoot, newAnalysisCache, type RootAnalysis } from "../../src/semantics/analysis.ts";
import { compared } from "../../src/semantics/compatibility/baseline.ts";
import { type ParsedFile, parseFile } from "../../src/syntax/file.ts";
import type { BaselineFiles } from "../../src/workspace/baseline.ts";
import { fileIn, type Layout, layout, rootOf } from "../../src/workspace/layout.ts";
import type { Features, PackageRoot } from "../../src/workspace/layout-types.ts";
import { filesOf, isManifest } from "../../src/workspace/manifests/find.ts";
import type { Manifests } from "../../src/workspace/manifests/types.ts";
import { parentUri } from "../../src/workspace/uri.ts";
import { type Fixture, fixture } from "./fixture.ts";
import { maker } from "./parser.ts";

export interface TestWorkspace {
  readonly fixture: Fixture;
  readonly files: readonly ParsedFile[];
  readonly layout: Layout;
  readonly baseline?: Layout;
}

/** The workspace that a test text describes; every file is taken as read. Digests are those that no lock holds. */
export function testWorkspace(source: string): TestWorkspace {
  const read = fixture(source);
  const isManifestFile = ({ path }: { readonly path: string }): boolean =>
    isManifest(path.slice(path.lastIndexOf("/") + 1));
  const all = read.files.filter(file => !isManifestFile(file)).map(({ uri, text }) => parse(uri, text));
  const files = all.filter(file => !isEarlier(file));
  const { roots } = layout({ files, schemes: folderSchemes });
  const manifests = manifestsOf(roots, read.files.filter(isManifestFile));
  const workspace = { fixture: read, files, layout: layout({ files, manifests, schemes: folderSchemes }) };
  const earlier = all.filter(isEarlier);
  return earlier.length === 0
    ? workspace
    : { ...workspace, baseline: layout({ files: earlier, schemes: folderSchemes }) };
}

function isEarlier({ source }: ParsedFile): boolean {
  return source.uri.startsWith("file:///baseline/");
}

/** The manifests of each root: its own of wit-deps, and the nearest of wkg. */
function manifestsOf(roots: readonly PackageRoot[], files: Fixture["files"]): ReadonlyMap<string, Manifests> {
  const filesIn = (folder: string): ReturnType<typeof filesOf> =>
    filesOf(
      folder,
      files.filter(({ uri }) => parentUri(uri) === folder).map(({ uri, text }) => ({ uri, text, version: 0 })),
    );
  return new Map(
    roots.flatMap(({ uri }): [string, Manifests][] => {
      const { witDeps } = filesIn(uri);
      let at: string | undefined = uri;
      while (at !== undefined && !filesIn(at).wkg) at = parentUri(at);
      const wkg = at === undefined ? undefined : filesIn(at).wkg;
      if (!wkg && !witDeps) return [];
      return [[uri, { ...(wkg ? { wkg } : {}), ...(witDeps ? { witDeps } : {}), digests: new Map(), outside: [] }]];
    }),
  );
}

export const folderSchemes: ReadonlySet<string> = new Set(["file"]);

export function parse(uri: string, text: string, version = 0): ParsedFile {
  return parseFile({ uri, text, version }, maker);
}

/** The root that a file belongs to; fails where there is none. */
export function rootAt({ layout }: TestWorkspace, uri: string): PackageRoot {
  const root = rootOf(layout, uri);
  if (!root) throw new Error(`${uri} belongs to no package`);
  return root;
}

/** The analysis of the root that a file belongs to, from scratch. */
export function analysisAt(workspace: TestWorkspace, uri: string, features: Features = noFeatures): RootAnalysis {
  return analyze(workspace, rootAt(workspace, uri), features);
}

/** The analyses of all roots, from scratch. */
export function allAnalyses(workspace: TestWorkspace, features: Features = noFeatures): readonly RootAnalysis[] {
  return workspace.layout.roots.map(root => analyze(workspace, root, features));
}

function analyze({ baseline }: TestWorkspace, root: PackageRoot, features: Features): RootAnalysis {
  const analysis = analyzeRoot(root, features, newAnalysisCache());
  if (!baseline) return analysis;
  const shown = (_: unknown, uri: string): string => uri;
  return compared(analysis, { baselines: [earlierFiles(baseline)], features, cache: newAnalysisCache(), shown });
}

function earlierFiles({ roots }: Layout): BaselineFiles {
  const samePlace = (uri: string): string => uri.replace("file:///", "file:///baseline/");
  return { kind: "read", name: "v1", folder: "file://", from: "file:///baseline", roots, samePlace };
}

export const noFeatures: Features = { names: [], all: false };

/** The file with a URI; fails where there is none. */
export function fileAt({ layout }: TestWorkspace, uri: string): ParsedFile {
  const file = fileIn(layout, uri);
  if (!file) throw new Error(`${uri} is not among the files`);
  return file;
}
