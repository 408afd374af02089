// A line of a text with marks below a part of it, as terminals show it.
import { type LineIndex, lineAt, positionOf } from "../base/line-index.ts";

export interface Excerpt {
  /** Counted from 1; the column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** The line, or the part of a long one around the marks. */
  readonly text: string;
  /** White space up to the marks. */
  readonly indent: string;
  readonly marks: string;
}

/** More columns than these of a line are not shown. */
const mostColumns = 160;
/** Columns of a long line that are shown in front of the marks. */
const columnsBefore = 60;

/** The line of a text at `start`, and marks below what lies between the offsets on it (UTF-16). */
export function excerptOf(lines: LineIndex, start: number, end: number): Excerpt {
  const { line, character } = positionOf(lines, start);
  const whole = lineAt(lines, line).replace(/[\r\n]+$/, "");
  const before = [...whole.slice(0, character)];
  const marked = [...whole.slice(character, character + Math.max(end - start, 0))];
  const behind = [...whole.slice(character + marked.join("").length)];
  const long = before.length + marked.length + behind.length > mostColumns;
  const lead = long && before.length > columnsBefore ? ["…", ...before.slice(-columnsBefore)] : before;
  const room = mostColumns - Math.min(lead.length, columnsBefore);
  const rest = [...marked, ...behind];
  const shown = long && rest.length > room ? [...rest.slice(0, room), "…"] : rest;
  // Tabs stay tabs, so that the marks stand below what they mean however wide a tab is.
  const indent = lead.map(char => (char === "\t" ? "\t" : " ".repeat(width(char)))).join("");
  const marks = "^".repeat(Math.max(width(shown.slice(0, marked.length).join("")), 1));
  return { line: line + 1, column: character + 1, text: printable([...lead, ...shown].join("")), indent, marks };
}

/**
 * A text as a terminal may have it: what would move its cursor, change its colours or turn the direction of the text is
 * shown as a replacement character.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, char =>
    char === "\t" ? char : "\ufffd",
  );
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Columns that a terminal gives to a text: two for a wide character, none for one that combines. */
function width(text: string): number {
  let columns = 0;
  for (const char of text) if (!/[\p{M}\u200b-\u200d]/u.test(char)) columns += wide.test(char) ? 2 : 1;
  return columns;
}
