// Reads what wit-bindgen prints when it fails.
import type { ToolProblem } from "../build-errors.ts";

/** The problem, with its place where it is in the WIT. */
export function parseWitBindgenError(output: string): ToolProblem {
  const text = output.replaceAll("\r", "").replace(/\nStack backtrace:[\s\S]*/, "");
  const panic = /panicked at [^\n]*\n([^\n]+)/.exec(text)?.[1] ?? /panicked at '([^']*)'/.exec(text)?.[1];
  if (panic !== undefined) {
    const reason = panic.replace(/^(?:not (?:yet )?implemented|internal error[^:]*)(?:: )?/, "");
    return { message: `wit-bindgen can't make bindings of this world${reason === "" ? "." : `: ${reason}`}` };
  }
  const place = /^\s*-->\s*([^\n]+?):(\d+):(\d+)$/m.exec(text);
  const lines = text.split("\n").map(line => line.trim());
  const causes = lines.flatMap(line => /^(?:\d+: )(.+)$/.exec(line)?.[1] ?? []);
  const message =
    causes.at(-1) ?? lines.find(line => line !== "")?.replace(/^Error: /, "") ?? "wit-bindgen gave no reason";
  if (place === null) return { message };
  return { message, file: place[1]!, line: Number(place[2]), column: Number(place[3]) };
}
