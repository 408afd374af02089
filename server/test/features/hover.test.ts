// Hover: what it says of a name, and that it says nothing where there is none.
import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { hover } from "../../src/features/hover.ts";
import { analysed, cursorIn } from "./support.ts";

/** Each of `wanted` must be part of the text; none at all means that nothing is said. */
function check(name: string, source: string, ...wanted: readonly string[]): void {
  test(name, () => {
    const of = analysed(source);
    const { root, file, offset } = cursorIn(of);
    const found = hover(root, file, offset, of.roots);
    if (wanted.length === 0) equal(found, undefined);
    for (const part of wanted) ok(found?.markdown.includes(part), `${part}\n— is not in:\n${found?.markdown}`);
  });
}

/** The whole text. */
function checkAll(name: string, source: string, wanted: string): void {
  test(name, () => {
    const of = analysed(source);
    const { root, file, offset } = cursorIn(of);
    equal(hover(root, file, offset, of.roots)?.markdown, wanted);
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
check("nothing at a name that means nothing", "package a:b; interface i { f: func() -> $0nothing; }");
