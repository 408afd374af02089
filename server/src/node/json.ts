// Prints problems for programs, as one JSON object; lines and columns count from 1, columns in UTF-8 bytes.
import { documentationUrl } from "../lsp/diagnostics.ts";
import type { CheckResult } from "./paths.ts";
import { placesIn } from "./places.ts";

/** `{ok, problems: [{severity, code, message, url, file, line, col, endLine, endCol, related}]}`; no place where there is none. */
export function printJson(result: CheckResult, output: { write(text: string): unknown }): void {
  const place = placesIn(result, "utf-8");
  const problems = result.problems.map(({ file, problem }) => ({
    severity: problem.severity,
    code: problem.code,
    message: problem.message,
    url: documentationUrl(problem.code),
    ...(file ? place(file.source.uri, problem.start, problem.end) : {}),
    related: (problem.related ?? []).map(({ message, place: at }) => ({ message, ...place(at.uri, at.start, at.end) })),
  }));
  const ok = !problems.some(({ severity }) => severity === "error");
  output.write(`${JSON.stringify({ ok, problems }, undefined, 2)}\n`);
}
