// Reads the places out of what Python prints when a module can't be loaded: the build runs the project's top-level code.
import type { ToolProblem } from "../build-errors.ts";

/** componentize-py sees the project's folders as /0, /1 …; what lies in these is the project's. */
const FRAME = /^ {2}File "\/\d+\/([^"]+)", line (\d+)/gm;

/** As what componentize-py's script raises the reason of a failure. */
const RAISED = "AssertionError: ";

/** The problems in what `componentize-py componentize` printed when it failed; never empty. */
export function parsePythonErrors(output: string): readonly ToolProblem[] {
  const text = output.replaceAll("\r", "").split(/\n\s*(?:Caused by|Stack backtrace):/)[0]!;
  // Everything before is about componentize-py's own script.
  const own = text.slice(Math.max(0, text.lastIndexOf(RAISED))).replace(RAISED, "");
  const last = [...own.matchAll(FRAME)].at(-1);
  const message = messageOf(own);
  if (last === undefined) return [{ message }];
  return [{ message, file: last[1]!, line: Number(last[2]), ...columnOf(own, last) }];
}

function messageOf(text: string): string {
  const raised = [...text.matchAll(/^(\w[\w.]*(?:Error|Exception|Warning|Interrupt|Exit)\b.*)$/gm)].at(-1)?.[1];
  if (raised !== undefined) return raised;
  const first = text.split("\n").find(line => line.trim() !== "");
  return first?.trim() ?? "componentize-py gave no reason";
}

/** Below a frame stands its line, indented anew by four, and below that a mark under the place. */
function columnOf(text: string, frame: RegExpExecArray): { readonly column: number } | undefined {
  const [, , mark] = text.slice(frame.index).split("\n");
  const at = mark?.search(/[\^~]/) ?? -1;
  return at < 4 || !/^[\s^~]+$/.test(mark!) ? undefined : { column: at - 3 };
}
