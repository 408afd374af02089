// Puts tokens and comments one behind the other with the wanted white space between them. What comes out is edits of the
// white space alone, so that no token and no comment can be lost or changed, whatever the layout does.
import type { TextEdit } from "../../syntax/recut.ts";
import type { Atom } from "./atoms.ts";

/** Lines are broken, where they can be, so that they are not wider than this. */
export const maxColumns = 100;

/** What a tab counts in a line's width, in every editor alike. */
const tabColumns = 4;

/** Where a line's first text stands, the width of what is in front of it, and an offset in the line with its column. */
interface PlaceOnLine {
  readonly first: number;
  readonly indent: number;
  readonly offset: number;
  readonly column: number;
}

export interface Printer {
  readonly text: string;
  readonly newline: string;
  /** One level of indentation. */
  readonly indent: string;
  readonly edits: TextEdit[];
  /** UTF-16 offset up to which the text is done. */
  end: number;
  /** Width of the line so far. */
  column: number;
  /** Where the line's first token or comment starts, and its indentation's width. */
  lineStart: number;
  lineIndent: number;
  /** Whether a comma is to be put in front of what comes next. */
  comma: boolean;
  /** Up to where the text was left as it is, the last time. */
  skipped: PlaceOnLine;
}

export function newPrinter(text: string, start: number, newline: string, indent: string): Printer {
  const line = { column: 0, lineStart: start, lineIndent: 0, comma: false };
  return { text, newline, indent, edits: [], end: start, ...line, skipped: lineFrom(text, 0) };
}

/** White space that starts a line. */
export function lineBreak(p: Printer, level: number, blank = false): string {
  return (blank ? p.newline + p.newline : p.newline) + p.indent.repeat(level);
}

/** Puts the next token or comment, with `space` in front of it. */
export function put(p: Printer, atom: Atom, space: string): void {
  const wanted = p.comma ? `,${space}` : space;
  replace(p, p.end, atom.start, wanted);
  p.comma = false;
  const newline = wanted.lastIndexOf("\n");
  if (newline >= 0) startLine(p, atom.start, widthOf(wanted, newline + 1, wanted.length));
  else p.column += wanted.length;
  advance(p, atom);
}

/** Leaves white space as it is. */
export function putAsIs(p: Printer, atom: Atom): void {
  put(p, atom, p.text.slice(p.end, atom.start));
}

/** White space at the end of the text. */
export function putEnd(p: Printer, space: string): void {
  replace(p, p.end, p.text.length, space);
  p.end = p.text.length;
}

/** Leaves the text up to an offset as it is. */
export function skipTo(p: Printer, offset: number): void {
  p.end = offset;
  p.skipped = placeOnLine(p.text, p.skipped, offset);
  startLine(p, p.skipped.first, p.skipped.indent);
  p.column = p.skipped.column;
}

/** An offset in its line of the text, found from one before it: much may be left as it is on one line. */
function placeOnLine(text: string, before: PlaceOnLine, offset: number): PlaceOnLine {
  const newline = text.slice(before.offset, offset).lastIndexOf("\n");
  if (newline < 0) return { ...before, offset, column: before.column + widthOf(text, before.offset, offset) };
  const line = lineFrom(text, before.offset + newline + 1);
  return { ...line, offset, column: widthOf(text, line.offset, offset) };
}

/** The line that starts at an offset. */
function lineFrom(text: string, offset: number): PlaceOnLine {
  const first = firstOnLine(text, offset);
  return { first, indent: widthOf(text, offset, first), offset, column: 0 };
}

/**
 * White space before a comment that ends a line. One that its author set apart stays in its column, so that comments
 * below each other stay so, unless the line is in its way.
 */
export function spaceBeforeTrailing(p: Printer, comment: Atom): string {
  // Behind so long a line no column is lined up with others.
  if (comment.start - p.end < 2 || comment.start - p.lineStart > 1000) return " ";
  const line = p.text.lastIndexOf("\n", comment.start) + 1;
  const first = firstOnLine(p.text, line);
  if (first !== p.lineStart || p.text.slice(p.end, comment.start).trim() !== "") return " ";
  const wanted = comment.start - first;
  const width = p.column - p.lineIndent + (p.comma ? 1 : 0);
  return " ".repeat(Math.max(1, wanted - width));
}

function startLine(p: Printer, start: number, indent: number): void {
  p.lineStart = start;
  p.lineIndent = indent;
  p.column = indent;
}

function advance(p: Printer, { kind, start, end }: Atom): void {
  p.end = end;
  if (kind === "/*" && p.text.slice(start, end).includes("\n")) skipTo(p, end);
  else p.column += end - start;
}

function firstOnLine(text: string, line: number): number {
  let i = line;
  while (text[i] === " " || text[i] === "\t") i++;
  return i;
}

/** Columns that a stretch of a line takes. */
export function widthOf(text: string, start: number, end: number): number {
  let width = 0;
  for (let i = start; i < end; i++) width += text.charCodeAt(i) === 9 ? tabColumns : 1;
  return width;
}

/** Adds the smallest edit that makes a stretch of the text what it should be; none where it is so already. */
function replace({ text, edits }: Printer, start: number, end: number, wanted: string): void {
  if (end - start === wanted.length && text.startsWith(wanted, start)) return;
  const shared = Math.min(end - start, wanted.length);
  let head = 0;
  while (head < shared && text[start + head] === wanted[head]) head++;
  let tail = 0;
  while (tail < shared - head && text[end - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++;
  // No place in an editor lies between the two halves of a line's end.
  if (head > 0 && splitsLineEnd(text, start + head)) head--;
  if (tail > 0 && splitsLineEnd(text, end - tail)) tail--;
  edits.push({ start: start + head, end: end - tail, insert: wanted.slice(head, wanted.length - tail) });
}

function splitsLineEnd(text: string, offset: number): boolean {
  return text[offset] === "\n" && text[offset - 1] === "\r";
}
