// Outline, workspace symbols, folds and selections, as lines of text.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { folds } from "../../src/features/folding.ts";
import { selections } from "../../src/features/selection.ts";
import { documentSymbols, type PlacedSymbol } from "../../src/features/symbols.ts";
import { workspaceSymbols } from "../../src/features/workspace-symbols.ts";
import { analysed, cursorIn } from "./support.ts";

function outlined(symbols: readonly PlacedSymbol[], indent = ""): readonly string[] {
  return symbols.flatMap(({ symbol: { name, kind, detail, deprecated, children } }) => [
    `${indent}${kind} ${name}${detail === undefined ? "" : ` | ${detail}`}${deprecated ? " †" : ""}`,
    ...outlined(children, `${indent}  `),
  ]);
}

function outlines(name: string, source: string, wanted: string): void {
  test(`outline: ${name}`, () => {
    const of = analysed(source);
    const lines = wanted.split("\n").filter(line => line.trim() !== "");
    const margin = Math.min(...lines.map(line => line.length - line.trimStart().length));
    deepEqual(
      outlined(documentSymbols(of.files[0]!)),
      lines.map(line => line.slice(margin)),
    );
  });
}

outlines(
  "everything",
  `
    package a:b@1.0.0;
    interface i {
      use j.{t};
      record r { x: list<u8>, y: t }
      flags f { a }
      resource res { constructor(a: u8); m: static func() -> u8; }
      @since(version = 1.0.0) @deprecated(version = 1.0.0)
      type a = option<t>;
      run: async func(a: u8);
    }
    world w { import i; export f: func(); import k: interface { g: func(); } import n: i; include v; }
  `,
  `
    package a:b@1.0.0
    interface i
      record r
        field x | list<u8>
        field y | t
      flags f
        flag a
      resource res
        constructor constructor | (a: u8)
        method m | static func() -> u8
      type a | option<t> †
      function run | async func(a: u8)
    world w
      import i | import
      function f | export func()
      import k | import
        function g | func()
      import n | i
      include v | include
  `,
);
outlines(
  "broken items stay, and so do their neighbours",
  "package a:b; interface i { record r { x: u8, y: } f: func( g: func(); type t = ; enum",
  `
    package a:b
    interface i
      record r
        field x | u8
        field y
      function f | func(
      function g | func()
      type t
  `,
);

/** Texts of all symbols, comments of theirs included. */
function places(name: string, source: string, ...wanted: readonly string[]): void {
  test(`outline: ${name}`, () => {
    const file = analysed(source).files[0]!;
    const texts = (symbols: readonly PlacedSymbol[], base: number): readonly string[] =>
      symbols.flatMap(({ start, symbol: { full, children } }) => [
        file.source.text.slice(base + start + full.start, base + start + full.end),
        ...texts(children, base + start),
      ]);
    deepEqual(texts(documentSymbols(file), 0), wanted);
  });
}

places(
  "comments right in front belong to an item, others don't",
  `
    // Licence.

    /// The package.
    package a:b; // behind it
    // far

    // near
    /* nearer */
    world w {
      // behind a brace
    }
    /** One

    two */
    world v {} /* not its own */ world u {}
  `,
  "/// The package.\npackage a:b;",
  "// near\n/* nearer */\nworld w {\n  // behind a brace\n}",
  "/** One\n\ntwo */\nworld v {}",
  "world u {}",
);

test("workspace symbols are found by letters, the best first", () => {
  const of = analysed(`
    //- /wit/a.wit
    package a:b;
    interface streams { resource input-stream; enum %stream { a } }
    //- /wit/b.wit
    interface other { type strange-beam = u8; type x = u8; }
  `);
  deepEqual(
    workspaceSymbols([...of.files, of.files[0]!], "stream").map(s => `${s.container} ${s.name}`),
    ["a:b/streams stream", "a:b streams", "a:b/streams input-stream", "other strange-beam"],
  );
});

test("workspace symbols are found by what declares them", () => {
  const of = analysed(`
    package a:b@1.0.0;
    interface types { record point { x: u8 } @since(version = 1.0.0) @deprecated(version = 1.0.0) f: func(); }
    interface others { record point { x: u8 } }
  `);
  const found = (query: string): readonly string[] =>
    workspaceSymbols(of.files, query).map(
      s => `${s.container} ${of.files[0]!.source.text.slice(s.span.start, s.span.end)}${s.deprecated ? " †" : ""}`,
    );
  deepEqual(found("types/po"), ["a:b@1.0.0/types point"]);
  deepEqual(found("other.point"), ["a:b@1.0.0/others point"]);
  deepEqual(found("point/"), ["a:b@1.0.0/types/point x", "a:b@1.0.0/others/point x"]);
  deepEqual(found("types/f"), ["a:b@1.0.0/types f †"]);
  deepEqual(found("nowhere/f"), []);
});

test("workspace symbols: a package by its whole name, before what it declares", () => {
  const of = analysed(`
    //- /wit/a.wit
    package wasi:http@0.2.0;
    interface http { record r { http: u8 } }
    //- /wit/deps/io/io.wit
    package wasi:io@0.2.0;
    interface streams {}
  `);
  const found = (query: string): readonly string[] => workspaceSymbols(of.files, query).map(s => s.name);
  deepEqual(found("wasi:http"), ["wasi:http@0.2.0", "http", "http"]);
  deepEqual(found("wasi:io"), ["wasi:io@0.2.0"]);
  deepEqual(found("wasi:io@0.2"), ["wasi:io@0.2.0"]);
  deepEqual(found("wasi:io@0.2.0/str"), ["streams"]);
});

test("workspace symbols: no more than anybody looks through, the short names first", () => {
  const types = Array.from({ length: 900 }, (_, i) => `type t${i} = u8;`).join(" ");
  const of = analysed(`package a:b; interface i { ${types} }`);
  const found = workspaceSymbols(of.files, "t");
  deepEqual([found.length, found[0]?.name, found[9]?.name, found[399]?.name], [400, "t0", "t9", "t399"]);
  deepEqual(workspaceSymbols(of.files, "").length, 400);
});

function foldsAre(name: string, source: string): void {
  test(`folds: ${name}`, () => {
    const of = analysed(source);
    const file = of.files[0]!;
    const line = (offset: number): number => file.source.text.slice(0, offset).split("\n").length;
    const wanted = file.source.text.split("\n").flatMap((text, i) => {
      const match = /\/\/ fold (\w+) (\d+)/.exec(text);
      return match ? [`${match[1]} ${i + 1}-${i + 1 + Number(match[2])}`] : [];
    });
    deepEqual(
      folds(file).map(f => `${f.kind} ${line(f.start)}-${line(f.end)}`),
      wanted,
    );
  });
}

foldsAre(
  "bodies, comments, uses; nothing of one line",
  `
    package a:b;

    /// One // fold comment 1
    /// comment.
    interface i { // fold body 10
      use a.{x}; // fold imports 1
      use b.{y};
      record r { // fold body 2
        x: u8,
      }
      enum e { a }
      // Another, // fold comment 1
      // of two lines.
      f: func();
    }
  `,
);

foldsAre(
  "parameters, comments inside, nothing behind something on its line",
  `
    package a:b; // behind, but not a fold
    // of its own line
    world w { // fold body 12
      import f: func( // fold body 2
        a: u8,
      ) -> u8;
      variant v { // fold body 5
        // One // fold comment 1
        // comment.
        x(u8), // behind
        y,
      }
      @external-id("{")
      flags g /* { */ { a }
    }
  `,
);

test("selections grow from the word to the file", () => {
  const of = analysed("package a:b;\ninterface i {\n  /// Docs.\n  f: func(a: list<$0u8>);\n}\n");
  const { file, offset } = cursorIn(of);
  const texts = selections(file, offset).map(s => file.source.text.slice(s.start, s.end));
  deepEqual(texts, [
    "u8",
    "list<u8>",
    "a: list<u8>",
    "(a: list<u8>)",
    "func(a: list<u8>)",
    "f: func(a: list<u8>);",
    "/// Docs.\n  f: func(a: list<u8>);",
    "\n  /// Docs.\n  f: func(a: list<u8>);\n",
    "interface i {\n  /// Docs.\n  f: func(a: list<u8>);\n}",
    "package a:b;\ninterface i {\n  /// Docs.\n  f: func(a: list<u8>);\n}\n",
  ]);
});

/** All but the whole file, outwards from the cursor. */
function selects(name: string, source: string, ...wanted: readonly string[]): void {
  test(`selections: ${name}`, () => {
    const { file, offset } = cursorIn(analysed(source));
    const texts = selections(file, offset).map(s => file.source.text.slice(s.start, s.end));
    deepEqual(texts.slice(0, -1), wanted);
  });
}

selects(
  "a word of a comment, the comment, those together with it, the item",
  "package a:b;\n\n// far\n\n// one\n// tw$0o three\nworld w {}\n",
  "two",
  "// two three",
  "// one\n// two three",
  "// one\n// two three\nworld w {}",
);
selects(
  "a used name, the names, the braces, the `use`, the group",
  "package a:b;\nuse x:y/z;\nuse x:y/w;\nworld w {\n  use i.{ t$0, u };\n  use j.{v};\n}\n",
  "t",
  "t, u",
  "{ t, u }",
  "use i.{ t, u };",
  "use i.{ t, u };\n  use j.{v};",
  "\n  use i.{ t, u };\n  use j.{v};\n",
  "world w {\n  use i.{ t, u };\n  use j.{v};\n}",
);
selects(
  "an item without and with its attributes",
  "package a:b@1.0.0;\n/// Docs.\n@since(version = 1.0.0)\nworld $0w {}\n",
  "w",
  "world w {}",
  "@since(version = 1.0.0)\nworld w {}",
  "/// Docs.\n@since(version = 1.0.0)\nworld w {}",
);
selects(
  "a comment behind something",
  "package a:b;\ninterface i {\n  f: func(); // be$0hind\n  g: func();\n}\n",
  "behind",
  "// behind",
  "\n  f: func(); // behind\n  g: func();\n",
  "interface i {\n  f: func(); // behind\n  g: func();\n}",
);
