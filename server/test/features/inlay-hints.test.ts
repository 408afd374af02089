// Inlay hints: every marked place, and no other, has the hint that the mark says; what is told of one when it is looked at.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { HintKind, InlayHint } from "../../src/features/inlay-hints/hint.ts";
import { inlayHints } from "../../src/features/inlay-hints.ts";
import { plainTextOf } from "../../src/features/sections.ts";
import { type Analysed, analysed } from "./support.ts";

const all = { implicitImports: true, includes: true, aliases: true, versions: true };

function hintsIn(of: Analysed, choice: Partial<Record<HintKind, boolean>> = {}): readonly InlayHint[] {
  const file = of.files[0]!;
  const range = { start: 0, end: file.source.text.length };
  return inlayHints(of.rootOf(file.source.uri), file, range, { ...all, ...choice });
}

/** As it is shown: with a space in front where it is set off. */
function shown({ parts, spaced }: InlayHint): string {
  return `${spaced ? " " : ""}${parts.map(part => part.text).join("")}`;
}

/** Each line of the text that ends in `//?` must have the hints behind it, in its order; no other may have any. */
function check(name: string, source: string): void {
  test(`inlay hints: ${name}`, () => {
    const of = analysed(source);
    const { text } = of.files[0]!.source;
    const line = (offset: number): number => text.slice(0, offset).split("\n").length;
    const wanted = text.split("\n").flatMap((content, i) => {
      const [before = "", hints] = content.split(" //?");
      const marks = hints?.split(";").map(hint => `${i + 1}:${hint}`) ?? [];
      return before.trim() === "" ? marks.map(mark => mark.replace(`${i + 1}:`, `${i}:`)) : marks;
    });
    deepEqual(
      hintsIn(of).map(hint => `${line(hint.at)}:${shown(hint)}`),
      wanted,
    );
  });
}

check(
  "what a world imports because its types are used",
  `
    package a:b@1.0.0;
    interface base { type t = u8; }
    interface user { use base.{t}; }
    world one { //? also imports base
      import user;
    }
    world two {
      import base;
      import user;
    }
    world three { //? also imports base
      export user;
    }
    world four { //? also imports base
      use base.{t};
    }
    world five {
      include one; //? 2 imports
    }
  `,
);
check(
  "as many names as there is room for",
  `
    package a:b;
    interface i1 { type t = u8; }
    interface i2 { type t = u8; }
    interface interface-three { type t = u8; }
    interface interface-four { type t = u8; }
    interface user { use i1.{t}; use i2.{t as t2}; use interface-three.{t as t3}; use interface-four.{t as t4}; }
    world w { //? also imports i1, i2 and 2 more
      import user;
    }
    interface three { use i1.{t}; use i2.{t as t2}; use interface-three.{t as t3}; }
    world v { //? also imports i1, i2, interface-three
      import three;
    }
  `,
);
check(
  "interfaces of other packages, without their versions",
  `
    //- /wit/main.wit
    package a:b@1.0.0;
    interface user { use wasi:io/streams@0.2.0.{t}; }
    world w { //? also imports wasi:io/streams
      import user;
    }
    //- /wit/deps/io/all.wit
    package wasi:io@0.2.0;
    interface streams { type t = u8; }
  `,
);
check(
  "what an include brings",
  `
    package a:b;
    interface i {}
    world v { import i; import f: func(); export g: func(); type t = u8; }
    world empty {}
    world w {
      include v; //? 3 imports, 1 export
      include empty; //? nothing
      include gone;
      @unstable(feature = off) include v;
    }
  `,
);
check(
  "what an alias is in the end",
  `
    package a:b;
    interface far { record point { x: u8 } type list-of = list<point>; resource res; }
    interface i {
      use far.{point, list-of as many, res};
      type one = u8;
      type two = one; //? → u8
      type three = two; //? → u8
      type spot = point; //? → record
      type spots = many; //? → list<point>
      type handle = res; //? → resource
      record inner { x: u8 }
      type other = inner; //? → record
      type wrong = gone;
      type circle = circle;
      type direct = list<point>;
      type long = longer; //? → tuple<u8, u16, u32, u64, string, char, …
      type longer = tuple<u8, u16, u32, u64, string, char, bool, f32>;
      use far.{point as dot};
      type q = dot; //? → record point
    }
  `,
);
check(
  "which version a name stands for",
  `
    //- /wit/main.wit
    package a:b@3.0.0;
    use wasi:io/streams@0.2.0;
    use wasi:io/poll@0.2.1 as old-poll;
    use base as mine;
    interface base { type t = u8; }
    interface i {
      use streams.{t}; //?@0.2.0
      use mine.{t as u};
    }
    world w { //? also imports base
      import streams; //?@0.2.0
      import old-poll; //? wasi:io/poll@0.2.1
      import wasi:io/streams@0.2.1;
      import i;
      export x: interface {
        use streams.{t}; //?@0.2.0
      }
    }
    //- /wit/deps/io/all.wit
    package wasi:io@0.2.0;
    interface streams { type t = u8; }
    //- /wit/deps/io1/all.wit
    package wasi:io@0.2.1;
    interface streams { type t = u8; }
    interface poll {}
  `,
);
check("nothing in a file that has none", "package a:b; interface i { f: func(); } world w { import i; }");

test("inlay hints stand in the range that is asked for, and are of the kinds that are wanted", () => {
  const of = analysed("package a:b; interface i { type t = u8;\ntype u = t;\ntype v = t; } world w { import i; }");
  const file = of.files[0]!;
  const { text } = file.source;
  const root = of.rootOf(file.source.uri);
  const at = (range: { start: number; end: number }): number => inlayHints(root, file, range, all).length;
  equal(at({ start: text.indexOf("type u"), end: text.indexOf("type v") }), 1);
  equal(at({ start: 0, end: 5 }), 0);
  deepEqual(hintsIn(of, { aliases: false }), []);
});

test("parts lead to what they name", () => {
  const of = analysed(`
    //- /wit/main.wit
    package a:b;
    interface i { use x:y/z.{t}; type u = t; }
    world w { import i; }
    world v { include w; }
    //- /wit/deps/y/z.wit
    package x:y;
    interface z { type t = u8; }
  `);
  const targets = hintsIn(of).flatMap(({ parts }) =>
    parts.flatMap(({ text, target }) =>
      target
        ? [`${text}: ${target.uri.slice(-5)} ${of.file(target.uri).source.text.slice(target.start, target.end)}`]
        : [],
    ),
  );
  deepEqual(targets, ["u8: z.wit t", "x:y/z: z.wit z"]);
});

/** What is told of the only hint of a kind, as plain text. */
function tells(name: string, kind: HintKind, source: string, wanted: string): void {
  test(`inlay hints tell ${name}`, () => {
    const [hint, ...others] = hintsIn(analysed(source)).filter(each => each.kind === kind);
    deepEqual(others, []);
    equal(plainTextOf(hint!.tooltip?.() ?? []), wanted);
  });
}

tells(
  "what needs an import",
  "implicitImports",
  "package a:b; interface i { type t = u8; } interface j { use i.{t}; } world w { import j; use i.{t as u}; }",
  "The world imports these too, because types of theirs are used.\n\nImport  Used by\na:b/i   a:b/j, use … u",
);
tells(
  "all that an include brings, by its names here",
  "includes",
  "package a:b; interface i {} world v { import i; import f: func(a: u8); } world w { include v with { f as g } }",
  "import a:b/i;\nimport f: func(a: u8); // as g",
);
tells(
  "that an include brings nothing",
  "includes",
  "package a:b; world v {} world w { include v; }",
  "The world imports and exports nothing.",
);
tells(
  "nothing of an alias: a hover where it leads says it",
  "aliases",
  "package a:b; interface i { record r { x: u8 } type t = r; }",
  "",
);
tells(
  "what a name stands for, and the versions beside it",
  "versions",
  `
    //- /wit/main.wit
    package a:b;
    use x:y/z@1.0.0 as old;
    world w { import old; }
    //- /wit/deps/y1/z.wit
    package x:y@1.0.0;
    interface z {}
    //- /wit/deps/y2/z.wit
    package x:y@2.0.0;
    interface z {}
  `,
  "old stands for x:y/z@1.0.0, by a use at the top of the file.\n\nOther versions: x:y@2.0.0",
);
