// Reads the places out of what Go prints when a build fails.
import type { ToolProblem } from "../build-errors.ts";

const PLACE = /^(?:vet: )?((?:[A-Za-z]:)?[^\s:][^:\n]*\.go):(\d+)(?::(\d+))?: (.*)$/;

/** The problems in what `go build` or `tinygo build` printed when it failed; never empty. */
export function parseGoErrors(output: string): readonly ToolProblem[] {
  const problems: ToolProblem[] = [];
  for (const line of output.replaceAll("\r", "").split("\n")) {
    const place = PLACE.exec(line);
    const last = problems.at(-1);
    if (place !== null) {
      const [, file, row, column, message] = place;
      problems.push({
        message: message!,
        file: file!,
        line: Number(row),
        ...(column ? { column: Number(column) } : {}),
      });
    } else if (/^\t/.test(line) && last !== undefined) {
      problems[problems.length - 1] = { ...last, message: `${last.message} ${line.trim()}` };
    }
  }
  if (problems.length > 0) return problems;
  const lines = output.split("\n").filter(line => line.trim() !== "" && !line.startsWith("#"));
  const first = lines.find(line => !/^go: downloading /.test(line)) ?? "go gave no reason";
  return [{ message: first.replace(/^go: /, "").trim() }];
}
