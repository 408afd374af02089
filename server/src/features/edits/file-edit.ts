// Edits as plain data: what quick fixes and refactorings give, and how they change a text.
import type { TextEdit } from "../../syntax/recut.ts";

/** Changes of one file; no two of them overlap. A file that is not there yet is created from its only insertion. */
export interface FileEdit {
  readonly uri: string;
  /** UTF-16 offsets of the text before any of the changes. */
  readonly edits: readonly TextEdit[];
  readonly create?: true;
}

/** The text with all edits made. Insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, insert } of inOrder(edits)) {
    result += text.slice(at, start) + insert;
    at = end;
  }
  return result + text.slice(at);
}

/** Where an offset of the old text lies in the new one; what was deleted lies where the deletion was. */
export function movedOffset(offset: number, edits: readonly TextEdit[]): number {
  let moved = offset;
  for (const { start, end, insert } of inOrder(edits)) {
    if (start > offset || (start === offset && end > offset)) break;
    moved += offset < end ? start + insert.length - offset : insert.length - (end - start);
  }
  return moved;
}

/** Whether two sets of edits can't both be made. Two insertions at one place count: their order would be arbitrary. */
export function overlaps(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  return a.some(x => b.some(y => (x.start < y.end && y.start < x.end) || (x.start <= y.start && y.start <= x.end)));
}

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.length < 2 ? edits : [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}
