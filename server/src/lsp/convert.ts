// Offsets to positions and back: the only place where the two meet.
import type { Position, Range } from "vscode-languageserver";
import {
  columnOf,
  type LineIndex,
  lineCount,
  lineEnd,
  lineOf,
  lineStart,
  offsetOf,
  positionOf,
} from "../base/line-index.ts";
import type { Span } from "../base/span.ts";

/** What a position's character counts: bytes, UTF-16 units, or code points. */
export type Encoding = "utf-8" | "utf-16" | "utf-32";

/** The encoding to use with a client, UTF-16 (the protocol's own) before the others. */
export function chooseEncoding(offered: readonly string[] | undefined): Encoding {
  if (!offered || offered.includes("utf-16")) return "utf-16";
  return offered.includes("utf-8") ? "utf-8" : offered.includes("utf-32") ? "utf-32" : "utf-16";
}

export function toPosition(lines: LineIndex, offset: number, encoding: Encoding): Position {
  if (encoding === "utf-16") return positionOf(lines, offset);
  return { line: lineOf(lines, offset), character: columnOf(lines, offset, encoding) };
}

export function toRange(lines: LineIndex, { start, end }: Span, encoding: Encoding): Range {
  return { start: toPosition(lines, start, encoding), end: toPosition(lines, end, encoding) };
}

/** Goes through a text line by line: for ascending offsets this is faster than to look for the line of each. */
export interface LineCursor {
  /** Moves to an offset that is not before the last one, and tells its place in its line. */
  readonly characterAt: (offset: number) => number;
  readonly line: () => number;
}

export function lineCursor(lines: LineIndex, encoding: Encoding): LineCursor {
  const count = lineCount(lines);
  let line = -1;
  let [start, next] = [0, 0];
  const moveTo = (to: number): void => {
    line = to;
    start = lineStart(lines, to);
    next = to + 1 < count ? lineStart(lines, to + 1) : Number.POSITIVE_INFINITY;
  };
  return {
    characterAt: offset => {
      if (line < 0) moveTo(lineOf(lines, offset));
      while (offset >= next) moveTo(line + 1);
      return encoding === "utf-16" ? offset - start : columnOf(lines, offset, encoding);
    },
    line: () => line,
  };
}

/** UTF-16 offset of a position; one outside the text is moved to the nearest place inside. */
export function toOffset(lines: LineIndex, { line, character }: Position, encoding: Encoding): number {
  if (encoding === "utf-16") return offsetOf(lines, line, character);
  if (line < 0) return 0;
  if (line >= lineCount(lines)) return lines.text.length;
  let offset = lineStart(lines, line);
  const end = lineEnd(lines, line);
  while (offset < end) {
    const next = offset + (lines.text.codePointAt(offset)! > 0xffff ? 2 : 1);
    if (columnOf(lines, next, encoding) > character) break;
    offset = next;
  }
  return offset;
}

export function toSpan(lines: LineIndex, range: Range, encoding: Encoding): Span {
  const start = toOffset(lines, range.start, encoding);
  return { start, end: Math.max(start, toOffset(lines, range.end, encoding)) };
}
