// Whatever is typed, every fix can be made: its edits lie in the text and apart, and what they make can be analysed.
import { ok } from "node:assert/strict";
import { test } from "node:test";
import { codeActions, fixesOf, sourceActions } from "../../../src/features/code-actions.ts";
import type { FileEdit } from "../../../src/features/edits/file-edit.ts";
import { problemsOf } from "../../../src/semantics/analysis.ts";
import { randomEdit, seeded } from "../../support/random.ts";
import { type Analysed, analysed } from "../support.ts";
import { errorsIn, made } from "./support.ts";

const whole = `//- /wit/main.wit
/// Shapes.
package demo:kit@0.2.0;

use wasi:io/streams@0.2.0 as io;

interface shapes {
  use io.{input-stream as input};
  /// A point.
  record point { x: s32, y: option<list<s32>> }
  variant shape { dot(point), none }
  enum color { red, green }
  flags style { bold, italic }
  type points = list<point>;
  @since(version = 0.1.0)
  resource canvas {
    constructor(size: point);
    draw: func(s: shape, from: borrow<input>) -> result<u32, string>;
    make: static func() -> canvas;
    zoom: get() -> f32;
    zoom: set(value: f32);
  }
  @unstable(feature = layers)
  layers: func() -> u32;
}

world app {
  import shapes;
  include base with { log as logger }
  export run: async func(args: map<string, u32>) -> tuple<u8, char>;
  export inner: interface {
    use shapes.{shape};
    f: func(a: shape);
  }
}

world base {
  import log: func(text: string);
}
//- /wit/deps/io/io.wit
package wasi:io@0.2.0;
interface streams { resource input-stream; }
`;

const inserts = [
  "",
  " ",
  ";",
  "{",
  "}",
  "(",
  ")",
  "<",
  ">",
  ",",
  ":",
  "x",
  "type",
  "use",
  "%",
  '"',
  "\\",
  "/*",
  "@",
  "\n",
];

test("every fix of a damaged text can be made", () => {
  const random = seeded(20260);
  const main = whole.slice(0, whole.indexOf("//- /wit/deps"));
  const rest = whole.slice(main.length);
  let count = 0;
  for (let i = 0; i < 400; i++) {
    const edit = randomEdit(random, main, inserts);
    const text = main.slice(0, edit.start) + edit.insert + main.slice(edit.end);
    const damaged = text.startsWith("//- ") ? text : `//- /wit/main.wit\n${text}`;
    count += checkAll(analysed(`${damaged.replaceAll("$0", "")}\n${rest}`));
  }
  ok(count > 500, `only ${count} fixes were offered`);
});

/** Makes every fix on its own; gives how many there were. */
function checkAll(of: Analysed): number {
  let count = 0;
  for (const root of of.roots) {
    for (const file of root.root.main) {
      codeActions(root, file, { start: 0, end: file.source.text.length }, of.roots);
      for (const action of sourceActions(root, file, of.roots)) checkEdits(of, action.edits);
      for (const problem of problemsOf(root, file)) {
        const found = fixesOf({ root, file, problem, roots: of.roots });
        ok(found.filter(f => f.preferred).length <= 1, `two preferred fixes of ${problem.code}`);
        for (const fix of found) checkEdits(of, fix.edits);
        count += found.length;
      }
    }
  }
  return count;
}

function checkEdits(of: Analysed, edits: readonly FileEdit[]): void {
  for (const { uri, edits: list, create } of edits) {
    const length = create ? 0 : of.file(uri).source.text.length;
    const sorted = [...list].sort((a, b) => a.start - b.start || a.end - b.end);
    for (const [i, edit] of sorted.entries()) {
      ok(edit.start >= 0 && edit.start <= edit.end && edit.end <= length, "an edit lies outside the text");
      ok(i === 0 || sorted[i - 1]!.end <= edit.start, "two edits overlap");
    }
  }
  errorsIn(made(of, edits));
}
