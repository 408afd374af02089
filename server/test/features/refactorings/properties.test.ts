// Properties of refactorings: none throws in any text, and none brings in an error or loses a comment.
import { deepEqual, ok } from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { refactorings } from "../../../src/features/code-actions.ts";
import { applyEdits } from "../../../src/features/edits/file-edit.ts";
import { analyzeRoot, newAnalysisCache } from "../../../src/semantics/analysis.ts";
import type { ParsedFile } from "../../../src/syntax/file.ts";
import { layout, rootOf } from "../../../src/workspace/layout.ts";
import { repositoryFile } from "../../support/parser.ts";
import { folderSchemes, parse, testWorkspace } from "../../support/workspace.ts";
import { problemsIn } from "../edits.ts";
import { broken, valid } from "../texts.ts";

/** Every n-th package of the reference parser's corpus that it accepts, where that is at hand. */
function corpus(every: number): readonly (readonly ParsedFile[])[] {
  const path = repositoryFile("../shared/corpus/visible.jsonl.gz");
  if (!existsSync(path)) return [];
  const rows = gunzipSync(readFileSync(path)).toString("utf8").trim().split("\n");
  return rows
    .map(row => JSON.parse(row) as { root: string; verdict: string; set: string; files: Record<string, unknown> })
    .filter(({ verdict, root, set }) => verdict === "accept" && root === "." && set !== "mutant")
    .filter((_, i) => i % every === 0)
    .map(({ files }) =>
      Object.entries(files).flatMap(([name, text]) =>
        typeof text === "string" && name.endsWith(".wit") ? [parse(`file:///wit/${name}`, text)] : [],
      ),
    )
    .filter(files => files.length < 30 && files.every(file => file.source.text.length < 20_000));
}

/** Makes each refactoring that is offered at any `step`-th offset, once for each title and file. */
function tryAll(files: readonly ParsedFile[], step: number): number {
  const cache = newAnalysisCache();
  const before = problemsIn(files, cache);
  const seen = new Set<string>();
  for (const file of files) {
    const { uri, text } = file.source;
    const root = analyzeRoot(rootOf(layout({ files, schemes: folderSchemes }), uri)!, { names: [], all: false }, cache);
    for (let offset = 0; offset <= text.length; offset += step) {
      for (const { title, edits } of refactorings({
        root,
        file,
        range: { start: offset, end: offset },
        roots: [root],
      })) {
        if (seen.has(uri + title)) continue;
        seen.add(uri + title);
        const made = edits();
        const changed = files.map(f => {
          const own = made.find(e => e.uri === f.source.uri && !e.create);
          return own ? parse(f.source.uri, applyEdits(f.source.text, own.edits)) : f;
        });
        const created = made.filter(e => e.create).map(e => parse(e.uri, applyEdits("", e.edits)));
        const now = [...changed, ...created];
        deepEqual(problemsIn(now, cache), before, `${title} at ${offset}:\n${now[files.indexOf(file)]?.source.text}`);
        if (!title.startsWith("Inline type"))
          deepEqual(commentsIn(now), commentsIn(files), `comments of ${title} at ${offset}`);
      }
    }
  }
  return seen.size;
}

function commentsIn(files: readonly ParsedFile[]): readonly string[] {
  return files
    .flatMap(f => f.source.text.match(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g) ?? [])
    .map(c => c.trim())
    .sort();
}

test("a refactoring brings no error in, and loses no comment", () => {
  ok(tryAll(testWorkspace(valid).files, 1) > 10);
});

test("nor in packages of the corpus", () => {
  const packages = corpus(40);
  const made = packages.reduce((sum, files) => sum + tryAll(files, 11), 0);
  ok(packages.length === 0 || made > 50, `${made}`);
});

test("none throws in broken texts", () => {
  for (const text of broken) {
    const files = [parse("file:///wit/main.wit", text)];
    const root = analyzeRoot(
      rootOf(layout({ files, schemes: folderSchemes }), "file:///wit/main.wit")!,
      { names: [], all: false },
      newAnalysisCache(),
    );
    for (let start = 0; start <= text.length; start++)
      for (const end of [start, Math.min(text.length, start + 5)])
        for (const { edits } of refactorings({ root, file: files[0]!, range: { start, end }, roots: [root] })) edits();
  }
});
