// What the tests of the features share: a workspace analysed from a test text, and places as people read them.
import type { RootAnalysis } from "../../src/semantics/analysis.ts";
import type { ParsedFile } from "../../src/syntax/file.ts";
import { fileIn } from "../../src/workspace/layout.ts";
import type { LintSeverity } from "../../src/workspace/layout-types.ts";
import { onlyCursor } from "../support/fixture.ts";
import { allAnalyses, rootAt, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

export interface Analysed extends TestWorkspace {
  readonly roots: readonly RootAnalysis[];
  readonly rootOf: (uri: string) => RootAnalysis;
  readonly file: (uri: string) => ParsedFile;
}

export function analysed(
  source: string,
  features: readonly string[] = [],
  lints: Readonly<Record<string, LintSeverity>> = {},
): Analysed {
  const workspace = testWorkspace(source);
  const roots = allAnalyses(workspace, { names: features, all: false, lints });
  const rootOf = (uri: string): RootAnalysis => {
    const { uri: wanted } = rootAt(workspace, uri);
    return roots.find(r => r.root.uri === wanted)!;
  };
  return { ...workspace, roots, rootOf, file: uri => fileIn(workspace.layout, uri)! };
}

/** The place of the only cursor. */
export function cursorIn(of: Analysed): { root: RootAnalysis; file: ParsedFile; offset: number } {
  const { uri, offset } = onlyCursor(of.fixture);
  return { root: of.rootOf(uri), file: of.file(uri), offset };
}

/** A span as `path:text@line`, in the file's own words. */
export function inWords(of: Analysed, uri: string, span: { readonly start: number; readonly end: number }): string {
  const { text } = of.file(uri).source;
  const line = text.slice(0, span.start).split("\n").length;
  return `${decodeURIComponent(uri.slice("file://".length))}:${line} ${text.slice(span.start, span.end)}`;
}
