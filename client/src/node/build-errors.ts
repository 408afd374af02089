// Reads the places out of jco's error texts, so that a failed build points into the source.

/** One message of a tool. `file` as the tool writes it; line and column count from 1. */
export interface ToolProblem {
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

const NOISE = [/^\(jco [\w-]+\)\s*/, /^\[?Error:\s*(?::\s*)?/, /^Failed to [^:]*:\s*/, /^Error:\s*/];

/** The problems in what `jco componentize` printed when it failed; never empty. */
export function parseJcoErrors(output: string): readonly ToolProblem[] {
  const text = output.replaceAll("\r", "").replace(/\n?\] \{\n\s*code: '\w+'\n\}\s*$/, "");
  const start = text.search(/(?:\[|^)(?:\w*Error)\b/m);
  const message = clean(firstLine(start < 0 ? text : text.slice(start)));
  const place = /\bat (?:[^\n(]*\()?([^\s()]+\.(?:[cm]?[jt]s)):(\d+):(\d+)\)?/.exec(text);
  if (place !== null) return [{ message, file: trimRoot(place[1]!), line: Number(place[2]), column: Number(place[3]) }];
  const wit = /^\s*--> ([^\n]+?\.wit):(\d+):(\d+)/m.exec(text);
  if (wit !== null) return [{ message, file: wit[1]!, line: Number(wit[2]), column: Number(wit[3]) }];
  const importer = / from '\/?([^'\s]+\.[cm]?js)'/.exec(text);
  if (importer !== null) return [{ message, file: importer[1]! }];
  return [{ message }];
}

function firstLine(text: string): string {
  return (
    text
      .split("\n")
      .find(line => line.trim() !== "")
      ?.trim() ?? "jco gave no reason"
  );
}

function clean(line: string): string {
  let message = line;
  for (let before = ""; before !== message; ) {
    before = message;
    for (const noise of NOISE) message = message.replace(noise, "");
  }
  const missing = /Error resolving module '([^']+)' from/.exec(message)?.[1];
  if (missing !== undefined)
    return `Nothing provides the module "${missing}": the world does not import it, and there is no such file.`;
  return message.replace(/\]$/, "") || line;
}

/** The engine sees the project's folder as its root. */
function trimRoot(file: string): string {
  return file.replace(/^\//, "");
}
