// Properties of completion: each use of a name that is taken away is offered again, and each offer, taken with its further edits, checks clean.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { type Completion, completions } from "../../src/features/completion.ts";
import { applyEdits, movedOffset } from "../../src/features/edits/file-edit.ts";
import { memberAt } from "../../src/features/locate.ts";
import { analyzeRoot, newAnalysisCache, problemsOf, type RootAnalysis } from "../../src/semantics/analysis.ts";
import { fileOccurrences } from "../../src/semantics/symbols.ts";
import type { ParsedFile } from "../../src/syntax/file.ts";
import { layout, rootOf } from "../../src/workspace/layout.ts";
import { folderSchemes, parse, testWorkspace } from "../support/workspace.ts";
import { valid } from "./texts.ts";

interface Use {
  readonly file: ParsedFile;
  readonly start: number;
  readonly end: number;
}

const cache = newAnalysisCache();

function rootWith(files: readonly ParsedFile[], uri: string): RootAnalysis {
  return analyzeRoot(rootOf(layout({ files, schemes: folderSchemes }), uri)!, { names: [], all: false }, cache);
}

/** Uses of types, interfaces and worlds; a path with its package and version. */
function usesIn(root: RootAnalysis, file: ParsedFile): readonly Use[] {
  const { text } = file.source;
  return fileOccurrences(root, file).flatMap(({ start, end, kind, role }) => {
    if (role !== "reference" || kind === "package") return [];
    const before = /[\w%:-]+\/$/.exec(text.slice(0, start))?.[0].length ?? 0;
    const behind = /^@[\w.+-]*[\w+-]/.exec(text.slice(end))?.[0].length ?? 0;
    return [{ file, start: start - before, end: end + behind }];
  });
}

const { files } = testWorkspace(valid);
const uses = files.flatMap(file => usesIn(rootWith(files, file.source.uri), file));

function withText(uri: string, text: string): readonly ParsedFile[] {
  return files.map(f => (f.source.uri === uri ? parse(uri, text) : f));
}

function offersFor({ file: { source }, start, end }: Use): { items: readonly Completion[]; without: string } {
  const without = source.text.slice(0, start) + source.text.slice(end);
  const now = withText(source.uri, without);
  const root = rootWith(now, source.uri);
  const { items } = completions(root, now.find(f => f.source.uri === source.uri)!, start, [root]);
  return { items, without };
}

test("what was taken away is offered, among the first twenty", () => {
  ok(uses.length > 20);
  const missed = uses.flatMap(use => {
    const name = use.file.source.text.slice(use.start, use.end);
    const { items } = offersFor(use);
    return items.slice(0, 20).some(i => i.insert.startsWith(name)) ? [] : [`${name} of ${items.map(i => i.label)}`];
  });
  deepEqual(missed, []);
});

test("an offer that is taken leaves no mistake in its item", () => {
  const broken = uses.flatMap(use => {
    const { items, without } = offersFor(use);
    const whole = items.filter(i => i.kind !== "keyword" && i.cursor === undefined && !i.missingDependency);
    return whole.flatMap(item => mistakes(use.file.source.uri, without, item).map(m => `${item.label}: ${m}`));
  });
  deepEqual(broken, []);
});

/** Errors in the item that an offer is put into, and in those that it changes. */
function mistakes(uri: string, without: string, { span, insert, edits = [] }: Completion): readonly string[] {
  const all = [{ ...span, insert }, ...edits];
  const now = withText(uri, applyEdits(without, all));
  const file = now.find(f => f.source.uri === uri)!;
  const places = all.map(edit => memberAt(file, movedOffset(edit.start, all))?.start);
  return problemsOf(rootWith(now, uri), file).flatMap(problem =>
    problem.severity === "error" && places.includes(memberAt(file, problem.start)?.start) ? [problem.message] : [],
  );
}
