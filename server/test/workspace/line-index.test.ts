// Lines kept through edits answer as lines found anew, for any edits of any text.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  bytePositionOf,
  type ColumnUnit,
  columnOf,
  editLines,
  type LineIndex,
  lineAt,
  lineCount,
  lineIndex,
  offsetOf,
  positionOf,
} from "../../src/base/line-index.ts";
import { randomEdit, seeded } from "../support/random.ts";

function allLines(index: LineIndex): readonly string[] {
  return Array.from({ length: lineCount(index) }, (_, line) => lineAt(index, line));
}

function same(edited: LineIndex, text: string): void {
  const fresh = lineIndex(text);
  deepEqual(allLines(edited), allLines(fresh));
  for (let offset = 0; offset <= text.length; offset += 1 + (offset % 7)) {
    const position = positionOf(edited, offset);
    deepEqual(position, positionOf(fresh, offset));
    equal(offsetOf(edited, position.line, position.character), offset);
  }
}

test("lines after random edits are those of the text", () => {
  const random = seeded(7);
  let text = "a\nb\r\n\nlonger line\n".repeat(120);
  let lines = lineIndex(text);
  for (let i = 0; i < 600; i++) {
    const edit = randomEdit(random, text, ["x", "\n", "\r\n", "", "line\n".repeat(300), "é\n😀"]);
    text = text.slice(0, edit.start) + edit.insert + text.slice(edit.end);
    lines = editLines(lines, edit, text);
    if (i % 20 === 0 || text.length < 50) same(lines, text);
  }
  same(lines, text);
});

test("lines after edits around line breaks are those of the text, at every place", () => {
  const text = "ab\ncd\n\nef";
  const lines = lineIndex(text);
  for (let start = 0; start <= text.length; start++)
    for (let end = start; end <= text.length; end++)
      for (const insert of ["", "x", "\n", "x\ny\n"]) {
        const edited = text.slice(0, start) + insert + text.slice(end);
        same(editLines(lines, { start, end, insert }, edited), edited);
      }
});

test("an edit in a long text leaves the lines elsewhere as they are", () => {
  const text = "line\n".repeat(50_000);
  const lines = lineIndex(text);
  const edited = editLines(lines, { start: 100_001, end: 100_001, insert: "x" }, text);
  const kept = edited.chunks.filter((chunk, i) => chunk === lines.chunks[i]).length;
  equal(kept, lines.chunks.length - 1);
});

test("columns in bytes count what the text is in UTF-8, and places outside move inside", () => {
  const lines = lineIndex("aé😀b\nc");
  deepEqual(bytePositionOf(lines, 4), { line: 1, col: 8 });
  deepEqual(bytePositionOf(lines, 6), { line: 2, col: 1 });
  deepEqual([offsetOf(lines, 0, 99), offsetOf(lines, 9, 0), offsetOf(lines, -1, 3)], [5, 7, 0]);
});

/** As the columns are defined: what stands before the offset in its line, half a character as what shows it. */
function countedColumn(text: string, offset: number, unit: ColumnUnit): number {
  const before = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return unit === "utf-8" ? new TextEncoder().encode(before).length : [...before].length;
}

test("columns asked for in any order are those that counting from the line's start gives", () => {
  const text = "aé😀b\n\ud83d x 😀\ude00 名 \n\n".repeat(40) + "é😀".repeat(300);
  const lines = lineIndex(text);
  const random = seeded(11);
  for (let i = 0; i < 4000; i++) {
    const offset = random(text.length + 1);
    for (const unit of ["utf-8", "utf-32"] as const)
      equal(columnOf(lines, offset, unit), countedColumn(text, offset, unit), `${unit} at ${offset}`);
  }
});
