// Lines of a text: offsets to lines and columns and back. An edit makes a new index that shares what the edit left alone.

/**
 * Line starts of a text, as UTF-16 offsets. A line ends after `\n`; a `\r` belongs to its line, as the reference parser
 * counts. The starts are kept in chunks, counted from each chunk's base, so that an edit in a long text moves a few
 * bases instead of every line behind it.
 */
export interface LineIndex {
  readonly text: string;
  readonly chunks: readonly (readonly number[])[];
  /** For each chunk: the offset of its first line, and how many lines stand before it. */
  readonly bases: readonly number[];
  readonly before: readonly number[];
}

/** Lines to a chunk when it is made; edits may double it before it is cut again. */
const chunkSize = 128;

export function lineIndex(text: string): LineIndex {
  return fromStarts(text, [0, ...lineStarts(text, 0, text.length)]);
}

/** Offsets after each line break in `[start, end)` of a text. */
function lineStarts(text: string, start: number, end: number): number[] {
  const starts: number[] = [];
  for (let i = text.indexOf("\n", start); i >= 0 && i < end; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return starts;
}

function fromStarts(text: string, starts: readonly number[]): LineIndex {
  const chunks: (readonly number[])[] = [];
  const bases: number[] = [];
  for (let i = 0; i < starts.length; i += chunkSize) {
    const base = starts[i]!;
    bases.push(base);
    chunks.push(starts.slice(i, i + chunkSize).map(start => start - base));
  }
  return { text, chunks, bases, before: countBefore(chunks) };
}

function countBefore(chunks: readonly (readonly number[])[]): readonly number[] {
  let count = 0;
  return chunks.map(chunk => {
    const before = count;
    count += chunk.length;
    return before;
  });
}

/** One change of a text: `[start, end)` (UTF-16 offsets of the old text) becomes `insert`. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** The index of `newText`, which is the old text after the edit; equal to `lineIndex(newText)` in all that it answers. */
export function editLines(index: LineIndex, edit: Edit, newText: string): LineIndex {
  const first = chunkOf(index.bases, edit.start);
  const last = edit.end === edit.start ? first : chunkOf(index.bases, edit.end);
  const delta = edit.insert.length - (edit.end - edit.start);
  const starts = placed(index, first, edit.start, 0);
  for (const start of lineStarts(edit.insert, 0, edit.insert.length)) starts.push(start + edit.start);
  for (const start of index.chunks[last]!) {
    const old = start + index.bases[last]!;
    if (old > edit.end) starts.push(old + delta);
  }
  if (starts.length > 2 * chunkSize) return fromStarts(newText, allStarts(index, first, last, starts, delta));
  const base = starts[0]!;
  for (let i = 0; i < starts.length; i++) starts[i]! -= base;
  const chunks = replaced(index.chunks, first, last, starts);
  const bases = replaced(index.bases, first, last, base);
  if (delta !== 0) for (let i = first + 1; i < bases.length; i++) bases[i]! += delta;
  const sameCount = first === last && starts.length === index.chunks[first]!.length;
  return { text: newText, chunks, bases, before: sameCount ? index.before : countBefore(chunks) };
}

/** A copy of a list with one item in place of those from `first` to `last`. */
function replaced<T>(list: readonly T[], first: number, last: number, item: T): T[] {
  const copy = list.slice();
  if (first === last) copy[first] = item;
  else copy.splice(first, last - first + 1, item);
  return copy;
}

function allStarts(index: LineIndex, first: number, last: number, middle: readonly number[], delta: number): number[] {
  const starts: number[] = [];
  const everything = Number.POSITIVE_INFINITY;
  for (let i = 0; i < first; i++) for (const start of placed(index, i, everything, 0)) starts.push(start);
  for (const start of middle) starts.push(start);
  for (let i = last + 1; i < index.chunks.length; i++)
    for (const start of placed(index, i, everything, delta)) starts.push(start);
  return starts;
}

/** The line starts of a chunk up to `limit`, moved by `delta`. */
function placed(index: LineIndex, chunk: number, limit: number, delta: number): number[] {
  const base = index.bases[chunk]!;
  const starts: number[] = [];
  for (const start of index.chunks[chunk]!) {
    if (start + base > limit) break;
    starts.push(start + base + delta);
  }
  return starts;
}

/** The last of the ascending `starts` that is not after `offset`. */
function chunkOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function lineCount(index: LineIndex): number {
  return index.before.at(-1)! + index.chunks.at(-1)!.length;
}

/** UTF-16 offset where a zero-based line starts; the end of the text past the last line. */
export function lineStart(index: LineIndex, line: number): number {
  const chunk = chunkOf(index.before, line);
  const start = index.chunks[chunk]![line - index.before[chunk]!];
  return start === undefined ? index.text.length : start + index.bases[chunk]!;
}

/** Text of a zero-based line with its line break. */
export function lineAt(index: LineIndex, line: number): string {
  return index.text.slice(lineStart(index, line), lineStart(index, line + 1));
}

/** Zero-based line of a UTF-16 offset; offsets past the end lie on the last line. */
export function lineOf(index: LineIndex, offset: number): number {
  const chunk = chunkOf(index.bases, offset);
  return index.before[chunk]! + chunkOf(index.chunks[chunk]!, offset - index.bases[chunk]!);
}

/** Zero-based line and column, the column in UTF-16 units. */
export function positionOf(index: LineIndex, offset: number): { line: number; character: number } {
  const line = lineOf(index, offset);
  return { line, character: offset - lineStart(index, line) };
}

/** UTF-16 offset of a zero-based line and UTF-16 column; places outside the text are moved to the nearest one inside. */
export function offsetOf(index: LineIndex, line: number, character: number): number {
  if (line < 0) return 0;
  if (line >= lineCount(index)) return index.text.length;
  return Math.min(lineStart(index, line) + Math.max(character, 0), lineEnd(index, line));
}

/** UTF-16 offset of the end of a zero-based line, before its `\n`. */
export function lineEnd(index: LineIndex, line: number): number {
  return line + 1 < lineCount(index) ? lineStart(index, line + 1) - 1 : index.text.length;
}

/** One-based line and column, the column in UTF-8 bytes: how the reference parser and the command line name a place. */
export function bytePositionOf(index: LineIndex, offset: number): { line: number; col: number } {
  return { line: lineOf(index, offset) + 1, col: columnOf(index, offset, "utf-8") + 1 };
}

/** What a column may count besides UTF-16 units: bytes, or code points. */
export type ColumnUnit = "utf-8" | "utf-32";

/** The column that was asked for last: the next one is counted from there, so that a long line is not read again and again. */
interface LastColumn {
  readonly line: number;
  readonly offset: number;
  readonly column: number;
}

const lastColumns: Readonly<Record<ColumnUnit, WeakMap<LineIndex, LastColumn>>> = {
  "utf-8": new WeakMap(),
  "utf-32": new WeakMap(),
};

/** Zero-based column of a UTF-16 offset in bytes or code points. Half a character counts as the character that shows it: three bytes. */
export function columnOf(index: LineIndex, offset: number, unit: ColumnUnit): number {
  if (isHigh(index.text.charCodeAt(offset - 1)) && isLow(index.text.charCodeAt(offset)))
    return columnOf(index, offset - 1, unit) + (unit === "utf-8" ? 3 : 1);
  const line = lineOf(index, offset);
  const last = lastColumns[unit].get(index);
  const from = last?.line === line ? last : { offset: lineStart(index, line), column: 0 };
  const column =
    offset < from.offset
      ? from.column - widthOf(index.text, offset, from.offset, unit)
      : from.column + widthOf(index.text, from.offset, offset, unit);
  lastColumns[unit].set(index, { line, offset, column });
  return column;
}

/** Bytes or code points between two UTF-16 offsets that lie between characters. */
function widthOf(text: string, start: number, end: number, unit: ColumnUnit): number {
  let width = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const isPair = isHigh(code) && isLow(text.charCodeAt(i + 1));
    if (isPair) i++;
    width += unit === "utf-32" || code < 0x80 ? 1 : code < 0x800 ? 2 : isPair ? 4 : 3;
  }
  return width;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
