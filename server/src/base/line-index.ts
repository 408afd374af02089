// Lines of a text: offsets to lines and columns and back. Built lazily, once per text.

/** Line starts of a text, as UTF-16 offsets. A line ends after `\n`; a `\r` belongs to its line, as the reference parser counts. */
export interface LineIndex {
  readonly text: string;
  readonly starts: readonly number[];
}

export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return { text, starts };
}

/** Zero-based line of a UTF-16 offset; offsets past the end lie on the last line. */
export function lineOf(index: LineIndex, offset: number): number {
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (index.starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Zero-based line and column, the column in UTF-16 units. */
export function positionOf(index: LineIndex, offset: number): { line: number; character: number } {
  const line = lineOf(index, offset);
  return { line, character: offset - index.starts[line]! };
}

/** UTF-16 offset of a zero-based line and UTF-16 column; places outside the text are moved to the nearest one inside. */
export function offsetOf(index: LineIndex, line: number, character: number): number {
  if (line < 0) return 0;
  if (line >= index.starts.length) return index.text.length;
  const start = index.starts[line]!;
  const next = line + 1 < index.starts.length ? index.starts[line + 1]! - 1 : index.text.length;
  return Math.min(start + Math.max(character, 0), next);
}

/** One-based line and column, the column in UTF-8 bytes: how the reference parser and the command line name a place. */
export function bytePositionOf(index: LineIndex, offset: number): { line: number; col: number } {
  const line = lineOf(index, offset);
  return { line: line + 1, col: utf8Length(index.text, index.starts[line]!, offset) + 1 };
}

/** Length in UTF-8 bytes of `text` between two UTF-16 offsets. A lone surrogate counts as three, as its replacement would. */
export function utf8Length(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code < 0xdc00 && i + 1 < end && isLowSurrogate(text.charCodeAt(i + 1))) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
