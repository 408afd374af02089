// Edits of a long text, of which only parts are read: the text, its members and its problems are those of all of it read afresh.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { editPatched, patchedText, sliceOf, wholeText } from "../../src/base/patched-text.ts";
import { parseFile, reparseFile, syntaxProblems } from "../../src/syntax/file.ts";
import type { TextEdit } from "../../src/syntax/recut.ts";
import { maker } from "../support/parser.ts";
import { type Random, seeded } from "../support/random.ts";

const long = `package a:b;\n${Array.from({ length: 150 }, (_, i) => interfaceText(i)).join("")}world w {}\n`;

function interfaceText(i: number): string {
  const comment = i % 5 === 0 ? `/// ${"Words about it. ".repeat(60)}\n` : "";
  return `${comment}interface part-${i} {
  record item-${i} { a: u32, b: list<u8> }
  resource r-${i} { load: func(key: string) -> option<item-${i}>; }
  run: func(p: item-${i}) -> result<u8, string>;
}
`;
}

/** What breaks, ends or starts items, comments and strings; what is typed; and what is taken over from elsewhere. */
const inserts = ["", "}", "{", ";", "/*", "*/", "//", '"', "q", "@since(", "interface x {", "\n", "\0", "record", "%"];

/** Mostly near the edit before, as people type; sometimes far away, or of a large part. */
function nextEdit(random: Random, length: number, near: number): TextEdit {
  const start = random(5) === 0 ? random(length) : Math.min(length, Math.max(0, near + random(40) - 20));
  const removed = random(20) === 0 ? random(9_000) : random(4);
  const insert = random(25) === 0 ? long.slice(start, start + 6_000) : inserts[random(inserts.length)]!;
  return { start, end: Math.min(length, start + removed), insert };
}

for (const seed of [1, 2, 3]) {
  test(`a long text after edits with seed ${seed} is that text, and parsed as such`, () => {
    const random = seeded(seed);
    let [text, patched, near] = [long, patchedText(long), long.length >> 1];
    let file = parseFile({ uri: "file:///a.wit", text, version: 0 }, maker);
    for (let i = 0; i < 80; i++) {
      const edit = nextEdit(random, text.length, near);
      near = edit.start + edit.insert.length;
      text = text.slice(0, edit.start) + edit.insert + text.slice(edit.end);
      patched = editPatched(patched, edit);
      equal(wholeText(patched), text);
      const [now, from] = [patched, random(text.length)];
      equal(sliceOf(now, from, from + 700), text.slice(from, from + 700));
      const source = { uri: "file:///a.wit", text, version: i + 1 };
      file = reparseFile(file, source, edit, maker, (start, end) => sliceOf(now, start, end));
      const fresh = parseFile(source, maker);
      deepEqual(file.root, fresh.root);
      deepEqual(syntaxProblems(file), syntaxProblems(fresh));
    }
  });
}
