// Prints problems for programs, as one JSON object; lines and columns count from 1, columns in UTF-8 bytes.
import { fileURLToPath } from "node:url";
import { bytePositionOf, type LineIndex, lineIndex } from "../base/line-index.ts";
import type { CheckResult } from "./paths.ts";

interface Place {
  readonly file: string;
  readonly line: number;
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
}

/** `{ok, problems: [{severity, code, message, file, line, col, endLine, endCol, related}]}`; no place where there is none. */
export function printJson(result: CheckResult, output: { write(text: string): unknown }): void {
  const lines = new Map<string, LineIndex>();
  const place = (uri: string, start: number, end: number): Place | undefined => {
    const text = result.files.get(uri)?.source.text;
    if (text === undefined) return undefined;
    const index = lines.get(uri) ?? lineIndex(text);
    lines.set(uri, index);
    const [from, to] = [bytePositionOf(index, start), bytePositionOf(index, end)];
    const file = uri.startsWith("file:") ? fileURLToPath(uri) : uri;
    return { file, line: from.line, col: from.col, endLine: to.line, endCol: to.col };
  };
  const problems = result.problems.map(({ file, problem }) => ({
    severity: problem.severity,
    code: problem.code,
    message: problem.message,
    ...(file ? place(file.source.uri, problem.start, problem.end) : {}),
    related: (problem.related ?? []).map(({ message, place: at }) => ({ message, ...place(at.uri, at.start, at.end) })),
  }));
  const ok = !problems.some(({ severity }) => severity === "error");
  output.write(`${JSON.stringify({ ok, problems }, undefined, 2)}\n`);
}
