// Prints problems for people: the message, its place, the line with a mark below it, and other places that explain it.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type LineIndex, lineIndex } from "../base/line-index.ts";
import type { Severity } from "../semantics/problem.ts";
import { excerptOf, printable } from "./excerpt.ts";
import type { CheckResult, FoundProblem } from "./paths.ts";
import { fileAt } from "./places.ts";

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

type Paint = (style: Style, text: string) => string;
type Style = "error" | "warning" | "information" | "hint" | "bold" | "frame";

const codes: Readonly<Record<Style, string>> = {
  error: "1;31",
  warning: "1;33",
  information: "1;36",
  hint: "1;36",
  bold: "1",
  frame: "34",
};

/** Prints every problem but hints, which are for editors, and a closing line. */
export function printHuman(result: CheckResult, output: Output): void {
  const colours = wantsColours(output, process.env);
  const paint: Paint = (style, text) => (colours ? `\u001b[${codes[style]}m${text}\u001b[0m` : text);
  const lines = new Map<string, LineIndex>();
  const linesOf = (uri: string): LineIndex | undefined => {
    const file = fileAt(result, uri);
    if (file && !lines.has(uri)) lines.set(uri, lineIndex(file.source.text));
    return lines.get(uri);
  };
  const shownOnes = result.problems.filter(({ problem }) => problem.severity !== "hint");
  for (const found of shownOnes) output.write(`${describe(found, linesOf, paint)}\n`);
  if (result.roots.length > 0) output.write(`${summary(result)}\n`);
}

/** Colours are for terminals, unless the environment says otherwise (no-color.org, force-color.org). */
function wantsColours({ isTTY }: Output, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false") return true;
  return isTTY === true && env.TERM !== "dumb";
}

function describe(
  { file, root, problem }: FoundProblem,
  linesOf: (uri: string) => LineIndex | undefined,
  paint: Paint,
): string {
  const title =
    paint(problem.severity, `${problem.severity}[${problem.code}]`) + paint("bold", `: ${printable(problem.message)}`);
  const uri = file?.source.uri;
  const lines = uri === undefined ? undefined : linesOf(uri);
  if (uri === undefined || !lines) return `${title}\n  ${paint("frame", "-->")} ${shown(root.uri)}\n`;
  const parts = [title, place({ uri, lines, ...problem }, problem.severity, "", paint)];
  for (const { message, place: at } of problem.related ?? []) {
    const where = linesOf(at.uri);
    if (where) parts.push(place({ ...at, lines: where }, "frame", message, paint));
    else parts.push(`  ${paint("frame", "=")} ${printable(message)}: ${shown(at.uri)}`);
  }
  return `${parts.join("\n")}\n`;
}

interface Where {
  readonly uri: string;
  readonly lines: LineIndex;
  readonly start: number;
  readonly end: number;
}

/** `--> file:line:column`, the line, and marks below what is meant. */
function place({ uri, lines, start, end }: Where, style: Style, note: string, paint: Paint): string {
  const { line, column, text, indent, marks } = excerptOf(lines, start, end);
  const margin = " ".repeat(`${line}`.length);
  const below = note === "" ? marks : `${marks} ${printable(note)}`;
  return [
    `${margin} ${paint("frame", "-->")} ${shown(uri)}:${line}:${column}`,
    `${margin} ${paint("frame", "|")}`,
    `${paint("frame", `${line} |`)} ${text}`,
    `${margin} ${paint("frame", "|")} ${indent}${paint(style, below)}`,
  ].join("\n");
}

function shown(uri: string): string {
  if (!uri.startsWith("file:")) return printable(uri);
  const full = fileURLToPath(uri);
  const short = path.relative(process.cwd(), full);
  return printable(short === "" ? "." : short.startsWith("..") ? full : short);
}

function summary({ problems, roots, files }: CheckResult): string {
  const count = (severity: Severity): number => problems.filter(({ problem }) => problem.severity === severity).length;
  const counts = [
    [count("error"), "error"],
    [count("warning"), "warning"],
    [count("information"), "note"],
  ] as const;
  const said = counts.flatMap(([number, what]) => (number > 0 ? [plural(number, what)] : []));
  const last = said.pop();
  const found = last === undefined ? "No problems" : said.length === 0 ? last : `${said.join(", ")} and ${last}`;
  return `${found} in ${plural(roots.length, "package")} (${plural(files.size, "file")}).`;
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
