// Semantic tokens: what each name is and what is said of it, of a file, of a range, and what changed between two answers.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { modifierBits, tokenModifiers, tokenTypes, typeIndex } from "../../src/features/semantic-tokens/legend.ts";
import { eachSemanticToken } from "../../src/features/semantic-tokens.ts";
import { editsBetween } from "../../src/lsp/semantic-tokens.ts";
import { type Analysed, analysed } from "./support.ts";

/** `name:type`, with `!` behind a declaration, `†` behind what is deprecated, `~` async, `*` static. */
function tokensOf(of: Analysed, range?: { readonly start: number; readonly end: number }): readonly string[] {
  const file = of.files[0]!;
  const found: string[] = [];
  eachSemanticToken(
    of.rootOf(file.source.uri),
    file,
    (start, end, code) => {
      const bits = modifierBits(code);
      const marks = tokenModifiers.map((_, i) => ((bits & (1 << i)) === 0 ? "" : "!†~*"[i])).join("");
      found.push(`${file.source.text.slice(start, end)}:${tokenTypes[typeIndex(code)]}${marks}`);
    },
    range,
  );
  return found;
}

function check(name: string, source: string, wanted: string): void {
  test(`semantic tokens: ${name}`, () => deepEqual(tokensOf(analysed(source)), wanted.trim().split(/\s+/)));
}

check(
  "what a name is",
  `
    package a:b;
    interface i { resource r { m: func(p: u8); } record q { x: r } enum e { c } type t = q; }
    interface j { use i.{r, t as u}; f: func(a: u) -> r; }
  `,
  `
    a:b:namespace! i:interface! r:class! m:method! p:parameter! q:struct! x:property! r:class e:enum! c:enumMember!
    t:type! q:struct j:interface! i:interface r:class t:type u:type! f:function! a:parameter! u:type r:class
  `,
);
check(
  "functions",
  `
    package a:b;
    interface i { f: async func(); resource r { constructor(a: r); m: static func(); n: static async func(); } }
  `,
  "a:b:namespace! i:interface! f:function!~ r:class! a:parameter! r:class m:method!* n:method!~*",
);
check(
  "what is deprecated, where it is declared and where it is named",
  `
    package a:b@1.0.0;
    @since(version = 1.0.0) @deprecated(version = 1.0.0)
    interface old { @since(version = 1.0.0) @deprecated(version = 1.0.0) type t = u8; }
    interface i { use old.{t}; f: func() -> t; }
    world w { import old; }
  `,
  `
    a:b@1.0.0:namespace! old:interface!† t:type!† i:interface! old:interface† t:type† f:function! t:type†
    w:namespace! old:interface†
  `,
);
check(
  "worlds",
  `
    package a:b;
    use v as other;
    interface i {}
    world v { import f: func(); export k: interface { type t = u8; g: func() -> t; } resource r; }
    world w { include other with { f as g, r as s }; import i; import n: i; }
  `,
  `
    a:b:namespace! v:namespace other:interface! i:interface! v:namespace! f:function! k:interface! t:type! g:function!
    t:type r:class! w:namespace! other:namespace f:function g:variable! r:class s:variable! i:interface n:interface!
    i:interface
  `,
);
check(
  "names of other packages",
  `
    //- /wit/main.wit
    package a:b;
    world w { import wasi:io/streams@0.2.0; use wasi:io/streams@0.2.0.{flow}; import x:y/z; }
    //- /wit/deps/io/streams.wit
    package wasi:io@0.2.0;
    interface streams { flags flow { a } }
  `,
  `
    a:b:namespace! w:namespace! wasi:io@0.2.0:namespace streams:interface wasi:io@0.2.0:namespace streams:interface
    flow:enum x:y:namespace z:interface
  `.replaceAll("wasi:io@0.2.0", "wasi:io"),
);
check(
  "a package in braces, and a name that is there twice",
  "package a:b; package c:d { interface i { type t = u8; } } interface j {} interface j { type t = u8; } ",
  "a:b:namespace! c:d:namespace! i:interface! t:type! j:interface!",
);
check(
  "nothing where a name leads nowhere",
  "package a:b; interface i { use gone.{x, y as z}; f: func() -> nothing; g: func() -> z; }",
  "a:b:namespace! i:interface! x:type! z:type! f:function! g:function! z:type",
);

test("semantic tokens of a range are those of the file that touch it", () => {
  const of = analysed(`
    package a:b;
    interface i { type t = u8; }
    interface j { use i.{t}; f: func(a: t) -> t; g: func(); }
  `);
  const { text } = of.files[0]!.source;
  const range = { start: text.indexOf("f: func"), end: text.indexOf("-> t") };
  deepEqual(tokensOf(of, range), ["f:function!", "a:parameter!", "t:type"]);
  deepEqual(tokensOf(of, { start: 0, end: text.length }), tokensOf(of));
});

test("an edit tells what lies between equal ends", () => {
  deepEqual(editsBetween([1, 2, 3, 4], [1, 2, 3, 4]), []);
  deepEqual(editsBetween([1, 2, 3, 4], [1, 9, 8, 3, 4]), [{ start: 1, deleteCount: 1, data: [9, 8] }]);
  deepEqual(editsBetween([1, 1, 1], [1, 1]), [{ start: 2, deleteCount: 1, data: [] }]);
  deepEqual(editsBetween([], [5]), [{ start: 0, deleteCount: 0, data: [5] }]);
  deepEqual(editsBetween([5, 6], []), [{ start: 0, deleteCount: 2, data: [] }]);
});
