// Prints problems for people: the message, its place, the line with a mark below it, and other places that explain it.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type LineIndex, lineAt, lineIndex, positionOf } from "../base/line-index.ts";
import type { Severity } from "../semantics/problem.ts";
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

/** Prints every problem but hints, which are for editors, and a closing line; in colours on a terminal only. */
export function printHuman(result: CheckResult, output: Output): void {
  const paint: Paint = (style, text) => (output.isTTY ? `\u001b[${codes[style]}m${text}\u001b[0m` : text);
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

function describe(
  { file, root, problem }: FoundProblem,
  linesOf: (uri: string) => LineIndex | undefined,
  paint: Paint,
): string {
  const title = `${paint(problem.severity, `${problem.severity}[${problem.code}]`)}${paint("bold", `: ${problem.message}`)}`;
  const uri = file?.source.uri;
  const lines = uri === undefined ? undefined : linesOf(uri);
  if (uri === undefined || !lines) return `${title}\n  ${paint("frame", "-->")} ${shown(root.uri)}\n`;
  const parts = [title, excerpt(uri, lines, problem.start, problem.end, problem.severity, "", paint)];
  for (const { message, place } of problem.related ?? []) {
    const where = linesOf(place.uri);
    if (where) parts.push(excerpt(place.uri, where, place.start, place.end, "frame", message, paint));
    else parts.push(`  ${paint("frame", "=")} ${message}: ${shown(place.uri)}`);
  }
  return `${parts.join("\n")}\n`;
}

/** `--> file:line:column`, the line, and carets below what is meant. */
function excerpt(
  uri: string,
  lines: LineIndex,
  start: number,
  end: number,
  style: Style,
  note: string,
  paint: Paint,
): string {
  const { line, character } = positionOf(lines, start);
  const text = lineAt(lines, line).replace(/[\r\n]+$/, "");
  const number = `${line + 1}`;
  const margin = " ".repeat(number.length);
  const before = text.slice(0, character);
  const marked = text.slice(character, character + Math.max(end - start, 0));
  const carets = "^".repeat(Math.max(width(marked), 1));
  // Tabs stay tabs, so that the carets stand below what they mean however wide a tab is.
  const pad = [...before].map(char => (char === "\t" ? "\t" : " ".repeat(width(char)))).join("");
  return [
    `${margin} ${paint("frame", "-->")} ${shown(uri)}:${line + 1}:${character + 1}`,
    `${margin} ${paint("frame", "|")}`,
    `${paint("frame", `${number} |`)} ${text}`,
    `${margin} ${paint("frame", "|")} ${pad}${paint(style, `${carets}${note && ` ${note}`}`)}`,
  ].join("\n");
}

/** Columns that a terminal gives to a text: two for a wide character, none for one that combines. */
function width(text: string): number {
  let columns = 0;
  for (const char of text) {
    if (/\p{M}/u.test(char)) continue;
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
        char,
      )
        ? 2
        : 1;
  }
  return columns;
}

function shown(uri: string): string {
  if (!uri.startsWith("file:")) return uri;
  const full = fileURLToPath(uri);
  const short = path.relative(process.cwd(), full);
  return short === "" ? "." : short.startsWith("..") ? full : short;
}

function summary({ problems, roots, files }: CheckResult): string {
  const count = (severity: Severity): number => problems.filter(({ problem }) => problem.severity === severity).length;
  const errors = count("error");
  const warnings = count("warning");
  const where = `${plural(roots.length, "package")} (${plural(files.size, "file")})`;
  if (errors === 0 && warnings === 0) return `No problems in ${where}.`;
  return `${plural(errors, "error")}${warnings > 0 ? ` and ${plural(warnings, "warning")}` : ""} in ${where}.`;
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
