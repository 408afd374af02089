// Applies edits to a workspace of a test and says what is wrong with it afterwards.
import type { RenamedFile } from "../../src/features/rename/edits.ts";
import { analyzeRoot, newAnalysisCache, rootProblems } from "../../src/semantics/analysis.ts";
import type { ParsedFile } from "../../src/syntax/file.ts";
import { layout } from "../../src/workspace/layout.ts";
import { folderSchemes, parse } from "../support/workspace.ts";

/** Every file of the workspace, edited. */
export function edited(
  of: { readonly files: readonly ParsedFile[] },
  edits: readonly RenamedFile[],
): readonly ParsedFile[] {
  return of.files.map(file => {
    const own = edits.find(e => e.uri === file.source.uri)?.edits ?? [];
    if (own.length === 0) return file;
    const sorted = [...own].sort((a, b) => b.start - a.start);
    for (const [i, edit] of sorted.entries())
      if (i > 0 && edit.end > sorted[i - 1]!.start) throw new Error(`edits overlap at ${edit.start}`);
    const text = sorted.reduce((t, e) => t.slice(0, e.start) + e.insert + t.slice(e.end), file.source.text);
    return parse(file.source.uri, text);
  });
}

/** Codes of all errors of all packages, in order. */
export function problemsIn(files: readonly ParsedFile[], cache = newAnalysisCache()): readonly string[] {
  const { roots } = layout({ files, schemes: folderSchemes });
  return roots.flatMap(root =>
    rootProblems(analyzeRoot(root, { names: [], all: false }, cache)).flatMap(({ uri, problem }) =>
      problem.severity === "error" ? [`${uri} ${problem.code}`] : [],
    ),
  );
}
