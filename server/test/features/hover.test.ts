// Hover: what it says of a name, and that it says nothing where there is none.
import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { hover } from "../../src/features/hover.ts";
import { markdownOf } from "../../src/features/sections.ts";
import { analysed, cursorIn } from "./support.ts";

/** Each of `wanted` must be part of the text; none at all means that nothing is said. */
function check(name: string, source: string, ...wanted: readonly string[]): void {
  test(name, () => {
    const of = analysed(source);
    const { root, file, offset } = cursorIn(of);
    const found = hover(root, file, offset, of.roots);
    if (wanted.length === 0) equal(found, undefined);
    const text = markdownOf(found?.sections ?? []);
    for (const part of wanted) ok(text.includes(part), `${part}\n— is not in:\n${text}`);
  });
}

/** The whole text. */
function checkAll(name: string, source: string, wanted: string): void {
  test(name, () => {
    const of = analysed(source);
    const { root, file, offset } = cursorIn(of);
    equal(markdownOf(hover(root, file, offset, of.roots, { abi: false })?.sections ?? []), wanted);
  });
}

checkAll(
  "a record with its documentation",
  `
    package a:b@1.0.0;
    interface shapes {
      /// A point
      /// on a plane.
      record point {
        /// across
        x: u32,
        y: list<u8>, // up
      }
      f: func(p: $0point);
    }
  `,
  "```wit\nrecord point {\n  x: u32,\n  y: list<u8>,\n}\n```\n\nin `a:b/shapes@1.0.0`\n\nA point\non a plane.",
);
check(
  "a function",
  "package a:b; interface i { /** Adds. */\n add: async func(a: u8, /* more */ b: u8,) -> u8; world: func(); }".replace(
    "add:",
    "a$0dd:",
  ),
  "```wit\nadd: async func(a: u8, b: u8) -> u8\n```",
  "in `a:b/i`",
  "Adds.",
);
check(
  "a resource",
  "package a:b; interface i { resource r { constructor(a: u8); m: func(); } f: func() -> $0r; }",
  "resource r {\n  constructor(a: u8);\n  m: func();\n}",
);
check(
  "a field with its documentation",
  "package a:b; interface i { record r {\n /// How far.\n $0x: u8, y: u8 } }",
  "record r {\n  x: u8,\n}",
  "How far.",
);
check("a case", "package a:b; interface i { variant v { $0x(u8), y } }", "variant v {\n  x(u8),\n}");
check("a parameter", "package a:b; interface i { f: func($0x: list<u8>); }", "f: func(x: list<u8>)");
check(
  "a chain of aliases, over two interfaces",
  `
    package a:b;
    interface one { type x = list<u8>; }
    interface two { use one.{x as y}; type z = y; f: func() -> $0z; }
  `,
  "type z = y",
  "alias of `a:b/one.{x}` → `list<u8>`",
);
check(
  "a used type is shown as it is defined",
  "package a:b; interface one { enum e { a } } interface two { use one.{e as d}; f: func() -> $0d; }",
  "enum e {\n  a,\n}",
  "in `a:b/one`",
);
check(
  "gates in words",
  `
    package a:b@1.2.0;
    interface i {
      @since(version = 1.0.0)
      @deprecated(version = 1.1.0)
      f$0: func();
    }
  `,
  "Since version 1.0.0.",
  "**Deprecated** since version 1.1.0.",
);
check(
  "a feature that is switched off",
  "package a:b; interface i { @unstable(feature = x)\n f$0: func(); }",
  "feature `x`, which is switched off",
);
check(
  "an interface, with the worlds that import and export it",
  `
    package a:b;
    /// Documented.
    interface i { type t = u8; }
    interface $0user { use i.{t}; }
    world one { import user; }
    world two { export user; export i; }
  `,
  "interface user",
  "in `a:b`",
  "Exported by world `a:b/two`",
  "Imported by world `a:b/one`",
);
check(
  "an interface that a world imports by what it uses",
  "package a:b; interface $0i { type t = u8; } interface u { use i.{t}; } world w { import u; }",
  "Imported by world `a:b/w` (by what it uses)",
);
check(
  "a world, elaborated",
  "package a:b; interface i { type t = u8; } interface u { use i.{t}; } world $0w { import u; export f: func(a: u8); }",
  "world w {\n  import a:b/i;\n  import a:b/u;\n  export f: func(a: u8);\n}",
);
check(
  "a world's types, with where they come from",
  "package a:b@1.0.0; interface i { type t = u8; type s = u8; } world $0w { use i.{t, s as r}; record mine { a: t } }",
  "use a:b/i@1.0.0.{t};\n  use a:b/i@1.0.0.{s as r};\n  record mine;",
);
const accessors = "package a:b; interface i { w: GET() -> u8; w: SET(v: u8); }";
check("a getter", accessors.replace("GET", "g$0et").replace("SET", "set"), "A getter, which reads a value");
check("a setter", accessors.replace("GET", "get").replace("SET", "$0set"), "A setter, beside a getter of its name");
check(
  "a package of deps",
  `
    //- /wit/main.wit
    package a:b;
    world w { import wa$0si:io/streams@0.2.0; }
    //- /wit/deps/io/streams.wit
    /// Input and output.
    package wasi:io@0.2.0;
    interface streams {}
    world imports {}
  `,
  "package wasi:io@0.2.0",
  "from `deps/io`",
  "Interfaces: `streams`",
  "Worlds: `imports`",
  "Input and output.",
);
check("a keyword", "package a:b; int$0erface i {}", "A named set of types and functions", "WIT.md#");
check("a built-in type", "package a:b; interface i { type t = u3$02; }", "A whole number from 0 to 2³² − 1.");
check("a gate", "package a:b@1.0.0; @sin$0ce(version = 1.0.0) interface i {}", "The version of the package");
check("a name that is a keyword", "package a:b; interface i { type %li$0st = u8; }", "type %list = u8");
check("nothing in a comment", "package a:b; /* inter$0face */ interface i {}");
check("nothing at a mark of punctuation", "package a:b; interface i { f: func() $0-> u8; }");

check(
  "the documentation of a field, whatever it holds",
  "package a:b; interface i { record r {\n x: u8, /// of x\n /// One, two { three.\n $0y: u8 } }",
  "y: u8,",
  "One, two { three.",
);
check(
  "the documentation of the first field stands behind the brace",
  "package a:b@1.0.0; interface i {\n /// Of r.\n @since(version = 1.0.0)\n record r {\n /// Of x.\n $0x: u8 } }",
  "x: u8,\n}\n```\n\nin `a:b/i@1.0.0`\n\nOf x.",
);
checkAll(
  "comments that are no documentation are left out",
  "package a:b; interface i {\n // no\n /* no */\n //// no\n /// Yes.\n /** And\n  * yes. */\n $0t: func(); }",
  "```wit\nt: func()\n```\n\nin `a:b/i`\n\nYes.\nAnd\nyes.",
);
checkAll(
  "a code block that documentation leaves open does not swallow what follows",
  "package a:b; interface i {\n /// ```wit\n /// x\n $0t: func(); }",
  "```wit\nt: func()\n```\n\nin `a:b/i`\n\n```wit\nx\n```",
);
check(
  "text of others can't be taken for marks",
  'package a:b; interface i { @external-id("`x` **y**") f$0: func(); }',
  "Known outside as `` `x` **y** ``.",
);

check(
  "an alias of an interface",
  `
    //- /wit/main.wit
    package a:b;
    use wasi:io/streams@0.2.0 as s;
    world w { import $0s; }
    //- /wit/deps/io/streams.wit
    package wasi:io@0.2.0;
    interface streams {}
  `,
  "interface streams",
  "an alias of `wasi:io/streams@0.2.0`",
);
check(
  "an interface whose name another one's begins with is another one",
  `
    package a:b;
    interface ab { type x = list<u8>; }
    interface a { use ab.{x as y}; type z = y; f: func() -> $0z; }
  `,
  "alias of `a:b/ab.{x}` → `list<u8>`",
);
check(
  "a function of a resource",
  "package a:b; interface i { resource r { constructor(); m: static func(); $0n: func(); } }",
  "n: func()",
  "method of `r` in `a:b/i`",
);
check(
  "a name that `with` gives",
  "package a:b; world v { import f: func(); } world w { include v with { f as $0g } }",
  "import f: func()",
  "another name, given by `with`, of what `a:b/v` has",
);
check(
  "a name that `with` changes",
  "package a:b; world v { import f: func(a: u8); } world w { include v with { $0f as g } }",
  "import f: func(a: u8)",
  "in `a:b/v`",
);

check(
  "what switches off what holds something",
  "package a:b@1.0.0; @unstable(feature = x)\n interface i { @unstable(feature = x) record r { a: u8 } @unstable(feature = x) f: func(p: $0r); }",
  "feature `x`, which is switched off, so this is not there. The setting `wit.features` switches it on.",
  "Not there: its interface `i` is part of the feature `x`",
);
check("the version of a gate", "package a:b@1.0.0; @since(version = $01.0.0)\n interface i {}", "Since version 1.0.0.");
check("the feature of a gate", "package a:b@1.0.0; @unstable(feature = $0x)\n interface i {}", "the feature `x`");
check("nothing at the words of a gate", "package a:b@1.0.0; @since(ver$0sion = 1.0.0)\n interface i {}");

check(
  "the package's own header",
  `
    //- /kit/wit/main.wit
    package a:b$0@1.0.0;
    world w { import x:y/i; import wasi:io/streams@0.2.0; }
    //- /kit/wit/more.wit
    interface more {}
    //- /kit/wit/deps/io/streams.wit
    package wasi:io@0.2.0;
    interface streams {}
  `,
  "package a:b@1.0.0",
  "from `wit`",
  "Files: `main.wit`, `more.wit`",
  "Interfaces: `more`",
  "Worlds: `w`",
  "Needs: `wasi:io@0.2.0`, `x:y` (missing)",
);
check(
  "a version, with others side by side",
  `
    //- /wit/main.wit
    package a:b;
    world w { import wasi:io/streams@0.2.$00; }
    //- /wit/deps/io/streams.wit
    package wasi:io@0.2.0;
    interface streams {}
    //- /wit/deps/io2/streams.wit
    package wasi:io@0.2.1;
    interface streams {}
  `,
  "package wasi:io@0.2.0",
  "Other versions: `wasi:io@0.2.1`",
);

check(
  "a type that is not there, and where there is one",
  `
    package a:b;
    interface far { type thing = u8; }
    interface i { f: func() -> option<$0thing>; }
  `,
  "There is no type `thing` in `a:b/i`.",
  "There is one in: `far`",
);
check(
  "a used type that is not there",
  "package a:b; interface far { type thing = u8; } interface i { use far.{$0thong}; }",
  "There is no type `thong` in `a:b/far`.",
  "Types: `thing`",
);
check(
  "what a use takes in vain under another name",
  "package a:b; interface far {} interface i { use far.{thong as t}; f: func() -> $0t; }",
  "use far.{thong as t}",
);
check(
  "a package that is not there, in other versions",
  `
    //- /wit/main.wit
    package a:b;
    world w { import wasi$0:io/streams@0.2.0; }
    //- /wit/deps/io/streams.wit
    package wasi:io@0.2.1;
    interface streams {}
  `,
  "The package `wasi:io@0.2.0` is not in `deps`.",
  "Other versions in `deps`: `wasi:io@0.2.1`",
);
check(
  "an interface that its package lacks",
  `
    //- /wit/main.wit
    package a:b;
    world w { import wasi:io/strems$0@0.2.0; }
    //- /wit/deps/io/streams.wit
    package wasi:io@0.2.0;
    interface streams {}
  `,
  "There is no interface `strems` in the package `wasi:io@0.2.0`.",
  "Interfaces: `streams`",
);
check(
  "a name that an include has not",
  "package a:b; world v { import f: func(); } world w { include v with { $0g as h } }",
  "There is no import or export named `g` in `a:b/v`.",
  "Names that can be changed: `f`",
);

const elsewhere = `
    //- /lib/wit/io.wit
    /// Input and output.
    package wasi:io@0.2.3;
    /// Bytes.
    interface streams { type size = u64; }
    //- /other/wit/x.wit
    package x:x;
    //- /other/wit/deps/io/io.wit
    package wasi:io@0.2.3;
    interface streams { type size = u64; }
`.trim();
check(
  "a package that only others in the workspace have: where it was looked for, and who has it",
  `
    //- /app/wit/main.wit
    package a:b;
    world w { import wa$0si:io/streams@0.2.3; }
    ${elsewhere}
  `,
  "package wasi:io@0.2.3",
  "Not in `deps` here",
  "Looked for in `wit/deps` and in braces in the package's files.",
  "In the workspace: `lib/wit`, `other/wit/deps/io`",
  "Interfaces: `streams`",
  "Input and output.",
);
check(
  "an interface that only another package of the workspace has",
  `
    //- /app/wit/main.wit
    package a:b;
    interface i { use wasi:io/str$0eams@0.2.3.{size}; }
    ${elsewhere}
  `,
  "interface streams",
  "Bytes.",
  "The package `wasi:io@0.2.3` is not in `deps` here.",
  "Looked for in `wit/deps`",
);
check(
  "an interface of a missing package that nobody has, and how to get it",
  `
    //- /app/wit/main.wit
    package a:b;
    interface i { use wasi:io/stre$0ams@0.2.3.{size}; }
    //- /app/wkg.lock
    version = 1
    [[packages]]
    name = "wasi:io"
    [[packages.versions]]
    version = "0.2.3"
  `,
  "The package `wasi:io@0.2.3` is not in `deps`.",
  "Looked for in `wit/deps` and in braces",
  "`wkg.lock` has it: run `wkg wit fetch`.",
);
check(
  "a missing package in a file that stands alone",
  `
    //- /app/one.wit
    package a:one;
    world w { import wasi$0:io/streams; }
    //- /app/two.wit
    package a:two;
  `,
  "This file stands alone: it has no `deps`.",
);
check(
  "where a dependency comes from, by the lock of wkg",
  `
    //- /app/wit/main.wit
    package a:b;
    world w { import wasi:io$0/streams@0.2.3; }
    //- /app/wit/deps/io/io.wit
    package wasi:io@0.2.3;
    interface streams {}
    //- /app/wkg.lock
    version = 1
    [[packages]]
    name = "wasi:io"
    registry = "wasi.dev"
    [[packages.versions]]
    version = "0.2.3"
  `,
  "from `deps/io`",
  "Locked in `wkg.lock`, from `wasi.dev`.",
);
check(
  "where a dependency comes from, by the lock of wit-deps",
  `
    //- /app/wit/main.wit
    package a:b;
    world w { import wa$0si:io/streams; }
    //- /app/wit/deps/io/io.wit
    package wasi:io;
    interface streams {}
    //- /app/wit/deps.lock
    [io]
    url = "https://example.com/io.tar.gz"
  `,
  "Locked in `deps.lock`, from `https://example.com/io.tar.gz`.",
);
check(
  "where a dependency's interface comes from",
  `
    //- /app/wit/main.wit
    package a:b;
    world w { import wasi:io/stre$0ams; }
    //- /app/wit/deps/io/io.wit
    package wasi:io;
    interface streams {}
  `,
  "in `wasi:io`, from `deps/io`",
);
