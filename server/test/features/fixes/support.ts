// What the tests of quick fixes share: a fix is chosen by its title, made, and everything is analysed again.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { codeActions, sourceActions } from "../../../src/features/code-actions.ts";
import { applyEdits, type FileEdit } from "../../../src/features/edits/file-edit.ts";
import { analyzeRoot, newAnalysisCache, rootProblems } from "../../../src/semantics/analysis.ts";
import { layout } from "../../../src/workspace/layout.ts";
import type { LintSeverity } from "../../../src/workspace/layout-types.ts";
import { fixture } from "../../support/fixture.ts";
import { folderSchemes, parse } from "../../support/workspace.ts";
import { type Analysed, analysed, cursorIn } from "../support.ts";

export interface Options {
  /** Codes of the errors that are left, in order; a fix that is to mend everything leaves none. */
  readonly left?: readonly string[];
  /** Whether it must be the preferred one, which it is unless said otherwise. */
  readonly preferred?: boolean;
  /** Severities of lints, in place of their defaults. */
  readonly lints?: Readonly<Record<string, LintSeverity>>;
}

/** Makes the fix called `title` of the problem at `$0`; `after` is the whole workspace afterwards. */
export function fixes(name: string, before: string, title: string, after: string, options: Options = {}): void {
  test(name, () => {
    const of = analysed(before, [], options.lints);
    const { root, file, offset } = cursorIn(of);
    const offered = codeActions(root, file, { start: offset, end: offset }, of.roots);
    const fix = offered.find(f => f.title === title);
    ok(fix, `not offered; there is ${offered.map(f => `"${f.title}"`).join(", ") || "nothing"}`);
    equal(fix.preferred === true, options.preferred ?? true, "preferred");
    compare(of, fix.edits, after, options.left ?? []);
  });
}

/** The titles of all fixes at `$0`, best first. */
export function offers(name: string, source: string, titles: readonly string[]): void {
  test(name, () => {
    const of = analysed(source);
    const { root, file, offset } = cursorIn(of);
    const offered = codeActions(root, file, { start: offset, end: offset }, of.roots);
    deepEqual(
      offered.map(f => f.title),
      titles,
    );
  });
}

/** What is done to the whole file at `$0`. */
export function tidies(
  name: string,
  before: string,
  kind: "fix-all" | "organize-uses",
  after: string,
  left: readonly string[] = [],
): void {
  test(name, () => {
    const of = analysed(before);
    const { root, file } = cursorIn(of);
    const action = sourceActions(root, file, of.roots).find(a => a.kind === kind);
    compare(of, action?.edits ?? [], after, left);
  });
}

function compare(of: Analysed, edits: readonly FileEdit[], after: string, left: readonly string[]): void {
  const files = made(of, edits);
  deepEqual(
    files.map(f => [f.uri, f.text]),
    fixture(after).files.map(f => [f.uri, f.text]),
  );
  deepEqual(errorsIn(files), left);
}

interface Text {
  readonly uri: string;
  readonly text: string;
}

/** The files with the edits made; new ones come last. */
export function made(of: Analysed, edits: readonly FileEdit[]): readonly Text[] {
  const known = of.files.map(({ source }) => {
    const own = edits.find(e => e.uri === source.uri)?.edits ?? [];
    return { uri: source.uri, text: applyEdits(source.text, own) };
  });
  const created = edits.filter(e => e.create).map(e => ({ uri: e.uri, text: applyEdits("", e.edits) }));
  return [...known, ...created];
}

/** Codes of all errors of all packages, in order. */
export function errorsIn(texts: readonly Text[]): readonly string[] {
  const files = texts.map(({ uri, text }) => parse(uri, text));
  const cache = newAnalysisCache();
  return layout({ files, schemes: folderSchemes }).roots.flatMap(root =>
    rootProblems(analyzeRoot(root, { names: [], all: false }, cache)).flatMap(({ problem }) =>
      problem.severity === "error" ? [problem.code] : [],
    ),
  );
}
