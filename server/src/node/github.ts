// Prints problems as GitHub Actions' workflow commands, which show them beside the lines of a change.
import type { CheckResult } from "./paths.ts";
import { type Place, placesIn, relativePath } from "./places.ts";

export function printGithub(result: CheckResult, output: { write(text: string): unknown }): void {
  const place = placesIn(result, "utf-16");
  for (const { file, problem } of result.problems) {
    if (problem.severity === "hint") continue;
    const kind = problem.severity === "information" ? "notice" : problem.severity;
    const at = file && place(file.source.uri, problem.start, problem.end);
    const where = at
      ? `file=${property(relativePath(at.file))},line=${at.line},endLine=${at.endLine},col=${at.col},${endColumn(at)}`
      : "";
    output.write(`::${kind} ${where}title=${property(problem.code)}::${encoded(problem.message)}\n`);
  }
}

/** Columns are taken where a problem lies on one line; the last one counts. */
function endColumn({ line, endLine, col, endCol }: Place): string {
  return line === endLine && endCol > col ? `endColumn=${endCol - 1},` : "";
}

function encoded(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return encoded(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
