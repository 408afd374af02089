// Problems as diagnostics: of too many the gravest, in the order of the text, and how many are left out.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { DiagnosticSeverity } from "vscode-languageserver";
import { lineIndex } from "../../src/base/line-index.ts";
import { toDiagnostics } from "../../src/lsp/diagnostics.ts";
import type { Problem, Severity } from "../../src/semantics/problem.ts";

const lines = lineIndex("x\n".repeat(3000));

/** A problem of each severity a line, in turns. */
function problems(count: number, ...severities: readonly Severity[]): readonly Problem[] {
  return Array.from({ length: count }, (_, line) => {
    const severity = severities[line % severities.length]!;
    return { code: "code", severity, message: `${line}`, start: 2 * line, end: 2 * line + 1, at: 2 * line };
  });
}

function told(of: readonly Problem[]): ReturnType<typeof toDiagnostics> {
  return toDiagnostics(of, lines, () => undefined, "utf-16");
}

test("up to a thousand problems are told as they are", () => {
  equal(told(problems(1000, "error")).length, 1000);
});

test("of more the errors come before the others, and one message says how many there are besides", () => {
  const found = told(problems(2500, "hint", "error", "warning", "error"));
  deepEqual(
    found.slice(0, 1000).map(({ severity }) => severity),
    Array.from({ length: 1000 }, () => DiagnosticSeverity.Error),
  );
  deepEqual(
    found.slice(0, 3).map(({ range }) => range.start.line),
    [1, 3, 5],
  );
  deepEqual(
    found.slice(1000).map(({ severity, message }) => [severity, message]),
    [
      [
        DiagnosticSeverity.Information,
        "there are 1500 more problems in this file; mend some of the others to see them",
      ],
    ],
  );
});

test("what is left over goes to the next severity, in the order of the text", () => {
  const found = told(problems(1200, "hint", "error"));
  const hints = found.slice(0, 1000).filter(({ severity }) => severity === DiagnosticSeverity.Hint);
  deepEqual([hints.length, hints.at(-1)!.message], [400, "798"]);
  const start = found.slice(0, 1000).map(({ range }) => range.start.line);
  deepEqual(
    start,
    [...start].sort((a, b) => a - b),
  );
});
