// Offsets to positions and back: the only place where the two meet.
import type { Position, Range } from "vscode-languageserver";
import { type LineIndex, lineCount, lineEnd, lineOf, lineStart, utf8Length } from "../base/line-index.ts";
import type { Span } from "../base/span.ts";

/** What a position's character counts: bytes, UTF-16 units, or code points. */
export type Encoding = "utf-8" | "utf-16" | "utf-32";

/** The encoding to use with a client, UTF-16 (the protocol's own) before the others. */
export function chooseEncoding(offered: readonly string[] | undefined): Encoding {
  if (!offered || offered.includes("utf-16")) return "utf-16";
  return offered.includes("utf-8") ? "utf-8" : offered.includes("utf-32") ? "utf-32" : "utf-16";
}

export function toPosition(lines: LineIndex, offset: number, encoding: Encoding): Position {
  const line = lineOf(lines, offset);
  const start = lineStart(lines, line);
  return { line, character: widthOf(lines.text, start, offset, encoding) };
}

export function toRange(lines: LineIndex, { start, end }: Span, encoding: Encoding): Range {
  return { start: toPosition(lines, start, encoding), end: toPosition(lines, end, encoding) };
}

/** UTF-16 offset of a position; one outside the text is moved to the nearest place inside. */
export function toOffset(lines: LineIndex, { line, character }: Position, encoding: Encoding): number {
  if (line < 0) return 0;
  if (line >= lineCount(lines)) return lines.text.length;
  const start = lineStart(lines, line);
  const end = lineEnd(lines, line);
  if (encoding === "utf-16") return Math.min(start + Math.max(character, 0), end);
  let offset = start;
  for (let width = 0; offset < end; ) {
    const next = offset + (lines.text.codePointAt(offset)! > 0xffff ? 2 : 1);
    width += widthOf(lines.text, offset, next, encoding);
    if (width > character) break;
    offset = next;
  }
  return offset;
}

export function toSpan(lines: LineIndex, range: Range, encoding: Encoding): Span {
  const start = toOffset(lines, range.start, encoding);
  return { start, end: Math.max(start, toOffset(lines, range.end, encoding)) };
}

function widthOf(text: string, start: number, end: number, encoding: Encoding): number {
  if (encoding === "utf-16") return end - start;
  if (encoding === "utf-8") return utf8Length(text, start, end);
  let count = 0;
  for (let i = start; i < end; i += text.codePointAt(i)! > 0xffff ? 2 : 1) count++;
  return count;
}
