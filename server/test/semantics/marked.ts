// Compares the problems of a test text with the marks in it: `// ^^^ error[code]: part of the message`.
import { AssertionError } from "node:assert/strict";
import { lineIndex, positionOf } from "../../src/base/line-index.ts";
import { rootProblems } from "../../src/semantics/analysis.ts";
import { manifestProblems } from "../../src/semantics/checks/manifests.ts";
import type { Features } from "../../src/workspace/layout-types.ts";
import type { Mark } from "../support/fixture.ts";
import { allAnalyses, noFeatures, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

interface Found {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Fails unless the errors and warnings of all packages in a text are those that it marks, one to one, at their places.
 * Hints and information count where the text marks one. A problem of several lines is marked on its first.
 */
export function checkMarks(source: string, features: Features = noFeatures): void {
  const workspace = testWorkspace(source);
  const expected = workspace.fixture.marks.flatMap(mark => expectation(mark) ?? []);
  const quiet = !expected.some(e => isQuiet(e.severity));
  const found = allProblems(workspace, features).filter(p => !(quiet && isQuiet(p.severity)));
  const missing = expected.filter(e => !take(found, e));
  if (missing.length === 0 && found.length === 0) return;
  const lines = [
    ...missing.map(e => `missing     ${describe(workspace, e)}`),
    ...found.map(p => `unexpected  ${describe(workspace, p)}`),
  ];
  throw new AssertionError({ message: `${lines.join("\n")}\n\n${source}`, stackStartFn: checkMarks });
}

/** Every problem of every package and manifest in a workspace; UTF-16 offsets. A problem of a folder has the folder's URI. */
export function allProblems(workspace: TestWorkspace, features: Features = noFeatures): Found[] {
  const analyses = allAnalyses(workspace, features);
  const inPackages = analyses.flatMap(analysis =>
    rootProblems(analysis).map(({ uri = analysis.root.uri, problem }) => ({ ...problem, uri })),
  );
  return [...inPackages, ...manifestProblems(analyses)].map(({ severity, code, message, uri, start, end }) => ({
    severity,
    code,
    message,
    uri,
    start,
    end: lineEnd(workspace, uri, start, end),
  }));
}

function lineEnd({ fixture }: TestWorkspace, uri: string, start: number, end: number): number {
  const newline = fixture.files.find(f => f.uri === uri)?.text.indexOf("\n", start) ?? -1;
  return newline < 0 ? end : Math.min(end, Math.max(newline, start));
}

function isQuiet(severity: string): boolean {
  return severity === "hint" || severity === "information";
}

/** What a mark asks for. Marks with other labels are for people. */
function expectation({ label, ...place }: Mark): Found | undefined {
  const [, severity, code, message = ""] =
    /^(error|warning|information|hint)\[([\w-]+)\](?::\s*(.*))?$/.exec(label) ?? [];
  return severity && code ? { severity, code, message, ...place } : undefined;
}

/** Takes the first problem that a mark asks for out of the list. */
function take(found: Found[], e: Found): boolean {
  const index = found.findIndex(
    p =>
      p.uri === e.uri &&
      p.start === e.start &&
      p.end === e.end &&
      p.severity === e.severity &&
      p.code === e.code &&
      p.message.includes(e.message),
  );
  if (index >= 0) found.splice(index, 1);
  return index >= 0;
}

function describe({ fixture }: TestWorkspace, { uri, start, end, severity, code, message }: Found): string {
  const file = fixture.files.find(f => f.uri === uri);
  if (!file) return `${uri} ${severity}[${code}]: ${message}`;
  const { line, character } = positionOf(lineIndex(file.text), start);
  const text = JSON.stringify(file.text.slice(start, end));
  return `${file.path}:${line + 1}:${character + 1} ${text} ${severity}[${code}]: ${message}`;
}
