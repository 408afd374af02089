// A workspace in memory, laid out from a test text as the server lays out files.
import { analyzeRoot, newAnalysisCache, type RootAnalysis } from "../../src/semantics/analysis.ts";
import { type ParsedFile, parseFile } from "../../src/syntax/file.ts";
import { fileIn, type Layout, layout, rootOf } from "../../src/workspace/layout.ts";
import type { Features, PackageRoot } from "../../src/workspace/layout-types.ts";
import { type Fixture, fixture } from "./fixture.ts";
import { maker } from "./parser.ts";

export interface TestWorkspace {
  readonly fixture: Fixture;
  readonly files: readonly ParsedFile[];
  readonly layout: Layout;
}

/** The workspace that a test text describes; every file is taken as read. */
export function testWorkspace(source: string): TestWorkspace {
  const read = fixture(source);
  const files = read.files.map(({ uri, text }) => parse(uri, text));
  return { fixture: read, files, layout: layout({ files, schemes: folderSchemes }) };
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
  return analyzeRoot(rootAt(workspace, uri), features, newAnalysisCache());
}

/** The analyses of all roots, from scratch. */
export function allAnalyses({ layout }: TestWorkspace, features: Features = noFeatures): readonly RootAnalysis[] {
  return layout.roots.map(root => analyzeRoot(root, features, newAnalysisCache()));
}

export const noFeatures: Features = { names: [], all: false };

/** The file with a URI; fails where there is none. */
export function fileAt({ layout }: TestWorkspace, uri: string): ParsedFile {
  const file = fileIn(layout, uri);
  if (!file) throw new Error(`${uri} is not among the files`);
  return file;
}
