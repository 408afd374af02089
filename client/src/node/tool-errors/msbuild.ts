// Reads the errors out of what MSBuild, the C# compiler and NuGet print.
import type { ToolProblem } from "../build-errors.ts";

/** The errors, each once (a summary at the end repeats them); warnings are none. */
export function parseMsBuildErrors(output: string): readonly ToolProblem[] {
  const problems = new Map<string, ToolProblem>();
  for (const line of output.split(/\r?\n/)) {
    const match = /^\s*(.+?)\s?: (?:[\w ]+ )?error (\w+)?\s?: (.+?)(?: \[[^\]]+\.\w+proj(?:::[^\]]*)?\])?$/.exec(line);
    if (match === null) continue;
    const [, origin, code, text] = match;
    const problem = { message: code === undefined ? text! : `${text} (${code})`, ...placeOf(origin!) };
    problems.set(JSON.stringify(problem), problem);
  }
  return [...problems.values()];
}

/** `Program.cs(3,5)`, `Program.cs(3,5,3,9)`, a project's file, or the name of a tool, which is no place. */
function placeOf(origin: string): Pick<ToolProblem, "file" | "line" | "column"> {
  const place = /^(.+)\((\d+)(?:,(\d+))?(?:,\d+,\d+)?\)$/.exec(origin);
  if (place !== null) {
    const column = place[3] === undefined ? {} : { column: Number(place[3]) };
    return { file: place[1]!, line: Number(place[2]), ...column };
  }
  return /\.\w+proj$/.test(origin) ? { file: origin } : {};
}
