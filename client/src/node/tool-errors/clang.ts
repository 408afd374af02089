// Reads the places out of what clang and its linker print.
import type { ToolProblem } from "../build-errors.ts";

/** The errors, each once; warnings are none. Empty where nothing looks like one. */
export function parseClangErrors(output: string): readonly ToolProblem[] {
  const problems = new Map<string, ToolProblem>();
  for (const line of output.split(/\r?\n/)) {
    const problem = compilerError(line) ?? linkerError(line);
    if (problem !== undefined) problems.set(JSON.stringify(problem), problem);
  }
  return [...problems.values()];
}

function compilerError(line: string): ToolProblem | undefined {
  const match = /^(.+?):(\d+):(\d+): (?:fatal )?error: (.+)$/.exec(line);
  if (match === null) return undefined;
  const [, file, row, column, message] = match;
  // The place is in a header of the compiler's or the system's: nothing can be mended there.
  if (STANDARD_HEADER.test(message!)) return { message: `${message}: ${NO_LIBRARY}` };
  return { message: message!, file: file!, line: Number(row), column: Number(column) };
}

const STANDARD_HEADER = /^'(?:stdlib|stdio|string|stdint|stddef|math|assert|errno|bits\/[\w-]+)\.h' file not found/;

const NO_LIBRARY =
  'this clang has no C library for WebAssembly. Use that of the WASI SDK (https://github.com/WebAssembly/wasi-sdk/releases), or name a folder with wasi-libc in the setting wit.tools: {"clang": {"arguments": ["--sysroot=…"]}}.';

function linkerError(line: string): ToolProblem | undefined {
  const message = /^(?:\S*wasm-ld\S*|lld|wasm-component-ld): error: (.+)$/.exec(line)?.[1];
  if (message === undefined) return undefined;
  const missing = /undefined symbol: (\S+)$/.exec(message)?.[1];
  if (missing === undefined) return { message };
  const origin = /^(.+?): undefined/.exec(message)?.[1] ?? "";
  if (/^exports_/.test(missing))
    return { message: `Nothing defines the function ${missing}, which the world exports.` };
  return { message: `Nothing defines ${missing}, which ${/\.o$/.test(origin) ? "the code" : origin} uses.` };
}
