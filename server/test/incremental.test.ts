// An edit followed by incremental analysis gives what analysis from scratch gives, for any text: typed, cut or scrambled.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import {
  type AnalysisCache,
  analyzeRoot,
  newAnalysisCache,
  problemsOf,
  type RootAnalysis,
} from "../src/semantics/analysis.ts";
import { type Baseline, comparedWith } from "../src/semantics/compatibility/baseline.ts";
import { movedProblems } from "../src/semantics/moved-problems.ts";
import { fileOccurrences } from "../src/semantics/symbols.ts";
import { type Container, isContainer, type Member } from "../src/syntax/ast.ts";
import { type ParsedFile, parseFile, reparseFile } from "../src/syntax/file.ts";
import type { TextEdit } from "../src/syntax/recut.ts";
import type { DepEntry, PackageRoot } from "../src/workspace/layout-types.ts";
import { maker } from "./support/parser.ts";

const uri = "file:///wit/main.wit";

const streams = `package wasi:io@0.2.0;
interface error { resource error; }
interface streams {
  use error.{error};
  resource input-stream { read: func(len: u64) -> result<list<u8>, error>; }
}
world imports { import streams; }
`;

const texts: Readonly<Record<string, string>> = {
  "interfaces and worlds": `/// Shapes. 🐘
package demo:kit@0.1.0;

use wasi:io/streams@0.2.0 as io;

interface shapes {
  use wasi:io/streams@0.2.0.{input-stream as input};
  record point { x: f32, /* nested /* comment */ */ y: f32 }
  variant shape { dot(point), circle(tuple<point, u32>), none }
  flags style { filled, dashed }
  enum color { red, green }
  @since(version = 0.1.0)
  resource canvas {
    constructor(size: point);
    draw: func(s: shape, st: style) -> result<_, color>;
    open: static func(i: borrow<input>) -> own<canvas>;
    width: get() -> u32;
  }
  area: func(s: list<shape>) -> f64;
}

world painter {
  include wasi:io/imports@0.2.0;
  use shapes.{point};
  import log: interface { log: func(text: string); }
  import io;
  export shapes;
  export run: async func() -> option<point>;
}
`,
  "blocks and mistakes": `package a:b;
package c:d@1.0.0 { interface i { type t = u8; } world w { import i; } }
interface one { record r { a: missing, a: u32 } f: func(x: r) -> nope; }
interface two { use one.{r, gone}; use nowhere.{x}; g: func(r: r, r: r); type loop = list<loop>; }
world w { import one; import one; include c:d/w@1.0.0; export %import: func(); @unstable(feature = x) export h: func(); }
`,
  "a mistake behind a resource": `package a:b;
interface i {
  resource r {
    constructor();
    f: func();
  }

  type t = u8;
  g: func() -> nope;
}
`,
  "broken throughout": `package a:b
interface i { record r { a: u32, f: func(; type t = ; enum e { a b } use x.{; }
interface { } world w { import ; export x: interface { y: func() } include } } interface j { resource r { constructor( }
"string /* comment
`,
};

const dep: DepEntry = { name: "io", uri: "file:///wit/deps/io", files: [parse(streams, "file:///wit/deps/io/io.wit")] };

function parse(text: string, at = uri): ParsedFile {
  return parseFile({ uri: at, text, version: 0 }, maker);
}

function rootOf(file: ParsedFile): PackageRoot {
  return { uri: "file:///wit", kind: "folder", main: [file], deps: [dep], loading: false };
}

const features = { names: [], all: false };

/** Everything that people see of a state: tree, problems, what each name stands for. */
function seen(file: ParsedFile, analysis: RootAnalysis): readonly unknown[] {
  return [dump(file.root), problemsOf(analysis, file), fileOccurrences(analysis, file)];
}

function dump(member: Member): unknown {
  if (!isContainer(member)) return [member.kind, member.text];
  const { kind, head, members, starts, tail, closed, length }: Container = member;
  return [kind, head?.text, starts, tail, closed, length, members.map(dump)];
}

/** An editor that keeps what it knows, checked against one that forgets after each edit. */
class Editor {
  #file: ParsedFile;
  readonly #cache = newAnalysisCache();
  readonly #baseline: Baseline;
  /** How many edits meant nothing. */
  moves = 0;

  /** `was` is the baseline that each state is compared with. */
  constructor(text: string, was = text) {
    this.#file = parse(text);
    const analysis = analyzeRoot(rootOf(parse(was)), features, newAnalysisCache());
    this.#baseline = { name: "v1", analysis, shown: uri => `${uri}?v1` };
    this.#analyze(this.#file, this.#cache);
  }

  #analyze(file: ParsedFile, cache: AnalysisCache): RootAnalysis {
    return comparedWith(analyzeRoot(rootOf(file), features, cache), this.#baseline);
  }

  get text(): string {
    return this.#file.source.text;
  }

  edit(edit: TextEdit): void {
    const text = this.text.slice(0, edit.start) + edit.insert + this.text.slice(edit.end);
    const before = { file: this.#file, problems: problemsOf(this.#analyze(this.#file, this.#cache), this.#file) };
    const source = { uri, text, version: this.#file.source.version + 1 };
    this.#file = reparseFile(this.#file, source, edit, maker, (from, to) => text.slice(from, to));
    const kept = seen(this.#file, this.#analyze(this.#file, this.#cache));
    const moved = movedProblems(before, this.#file, features);
    if (moved) deepEqual(moved, kept[1]);
    if (moved) this.moves++;
    const fresh = parse(text);
    const anew = seen(fresh, this.#analyze(fresh, newAnalysisCache()));
    deepEqual(kept, anew, `after ${JSON.stringify(edit)} to ${JSON.stringify(text.slice(0, 3000))}`);
  }
}

for (const [name, text] of Object.entries(texts)) {
  test(`typed character by character: ${name}`, () => {
    const editor = new Editor("", text);
    for (let i = 0; i < text.length; i++) editor.edit({ start: i, end: i, insert: text[i]! });
  });

  test(`cut at every offset, and mended: ${name}`, () => {
    const editor = new Editor(text);
    for (let i = text.length; i > 0; i -= 3) {
      const rest = editor.text.slice(i);
      editor.edit({ start: i, end: editor.text.length, insert: "" });
      if (i % 2 === 0) editor.edit({ start: i, end: i, insert: rest });
      if (i % 2 === 0) editor.edit({ start: i - 1, end: i, insert: "" });
      if (i % 2 === 0) editor.edit({ start: i - 1, end: i - 1, insert: text[i - 1]! });
    }
  });

  test(`white space put in, or exchanged for a mistake, at every offset: ${name}`, () => {
    const editor = new Editor(text);
    for (let i = 0; i <= text.length; i += 1 + (text.length >> 9)) {
      editor.edit({ start: i, end: i, insert: " " });
      editor.edit({ start: i, end: i + 1, insert: "#" });
      editor.edit({ start: i, end: i + 1, insert: "" });
      editor.edit({ start: i, end: i + 1, insert: "" });
      editor.edit({ start: i, end: i, insert: text.slice(i, i + 1) });
    }
  });

  test(`random edits: ${name}`, () => {
    const random = randomNumbers(17);
    for (let round = 0; round < 12; round++) {
      const editor = new Editor(text);
      for (let i = 0; i < 40; i++) editor.edit(randomEdit(editor.text, random));
    }
  });
}

test("comments and white space in front of items mean nothing", () => {
  let moves = 0;
  for (const text of Object.values(texts)) {
    const editor = new Editor(text);
    const places = [...text.matchAll(/\n\s*(?=[a-z@}])/g)].map(({ index }) => index).reverse();
    for (const at of places)
      for (const [i, insert] of [..."\n//yz"].entries()) editor.edit({ start: at + i, end: at + i, insert });
    moves += editor.moves;
  }
  ok(moves > 50, `${moves}`);
});

const snippets =
  "} { ; ( ) < > , : . @ % \" ' /* */ // /// \n 🐘 é - -> interface\u0020x{ world\u0020w{ package\u0020q:r{ package\u0020a:b; record\u0020r{ resource\u0020q func( f:func(); use\u0020one.{r}; include\u0020w; import\u0020two; @since(version=1.0.0) constructor( get( type\u0020t=u8; x as with \r\n \t";

function randomEdit(text: string, random: (below: number) => number): TextEdit {
  const start = random(text.length + 1);
  const length = random(3) === 0 ? random(80) : random(4);
  const words = snippets.split(" ");
  const insert = random(4) === 0 ? "" : words[random(words.length)]!;
  return { start, end: Math.min(text.length, start + length), insert };
}

/** The same numbers in each run (Numerical Recipes' generator). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
