// Completion: what is offered at the cursor, in order, and what the text is once an offer is taken.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { type Completion, completions } from "../../src/features/completion.ts";
import { analyzeRoot, newAnalysisCache, problemsOf } from "../../src/semantics/analysis.ts";
import { layout, rootOf } from "../../src/workspace/layout.ts";
import { folderSchemes, parse } from "../support/workspace.ts";
import { type Analysed, analysed, cursorIn } from "./support.ts";

interface Expected {
  /** All labels, in order. */
  readonly all?: string;
  /** Labels that come first, in order. */
  readonly first?: string;
  readonly has?: string;
  readonly lacks?: string;
  /** Label of an offer, and a part of the file's text once it is taken, with `|` for the cursor where that moves. */
  readonly take?: readonly [label: string, text: string];
  /** Whether each offer makes a text without errors. */
  readonly clean?: boolean;
}

function check(name: string, source: string, expected: Expected): void {
  test(name, () => {
    const of = analysed(source);
    const { root, file, offset } = cursorIn(of);
    const { items } = completions(root, file, offset, of.roots);
    const labels = items.map(i => i.label);
    const list = (text: string | undefined): string[] => text?.split(/\s*,\s*|\n\s*/).filter(w => w !== "") ?? [];
    if (expected.all !== undefined) deepEqual(labels, list(expected.all));
    deepEqual(labels.slice(0, list(expected.first).length), list(expected.first));
    for (const label of list(expected.has)) ok(labels.includes(label), `${label} is not among ${labels.join(", ")}`);
    for (const label of list(expected.lacks)) ok(!labels.includes(label), `${label} is offered`);
    if (expected.take) checkTaken(of, items, expected.take);
    if (expected.clean) for (const item of items) checkClean(of, item);
  });
}

function checkTaken(of: Analysed, items: readonly Completion[], [label, wanted]: readonly [string, string]): void {
  const item = items.find(i => i.label === label);
  ok(item, `${label} is not among ${items.map(i => i.label).join(", ")}`);
  const text = taken(of, item, wanted.includes("|"));
  ok(text.includes(wanted), `${JSON.stringify(wanted)} is not in:\n${text}`);
}

/** The file once an offer is taken. */
function taken(of: Analysed, { span, insert, cursor, edits = [] }: Completion, mark: boolean): string {
  const { file } = cursorIn(of);
  const at = cursor ?? insert.length;
  const own = { ...span, insert: mark ? `${insert.slice(0, at)}|${insert.slice(at)}` : insert };
  const all = [own, ...edits].sort((a, b) => b.start - a.start);
  return all.reduce((text, edit) => text.slice(0, edit.start) + edit.insert + text.slice(edit.end), file.source.text);
}

function checkClean(of: Analysed, item: Completion): void {
  if (item.missingDependency) return;
  const { uri } = cursorIn(of).file.source;
  const files = of.files.map(f => (f.source.uri === uri ? parse(uri, taken(of, item, false)) : f));
  const root = rootOf(layout({ files, schemes: folderSchemes }), uri)!;
  const analysis = analyzeRoot(root, { names: [], all: false }, newAnalysisCache());
  const file = root.main.find(f => f.source.uri === uri)!;
  const errors = problemsOf(analysis, file).filter(p => p.severity === "error");
  equal(errors.map(p => p.message).join("; "), "", `with ${item.label}:\n${file.source.text}`);
}

const io = `
    //- /wit/deps/io/streams.wit
    package wasi:io@0.2.0;
    interface error { resource error; }
    interface streams {
      use error.{error};
      resource input-stream;
      resource output-stream;
      variant stream-error { failed(error), closed }
    }
    interface poll { resource pollable; }
    world imports { import streams; import poll; }
`;

check("an empty file", "$0", { all: "interface, world, use, package" });
check("after a header", "package a:b;\n$0", { all: "interface, world, use" });
check("items of an interface", "package a:b; interface i { $0 }", {
  all: "type, record, variant, enum, flags, resource, use",
});
check("items of a world", "package a:b; world w { im$0 }", { all: "import" });
check("a word half-typed, in an unclosed world", "package a:b; world w {\n  exp$0", { all: "export" });
check("behind an unclosed interface is inside it", "package a:b; interface i {\n  type t = u8;\n  $0", {
  first: "type, record",
});
check("items behind a gate", "package a:b@1.0.0; interface i { @since(version = 1.0.0)\n $0 }", { has: "record" });
check("members of a resource", "package a:b; interface i { resource r { $0 } }", { all: "constructor" });
check("a new name is not completed", "package a:b; interface i { record $0 { } }", { all: "" });
check("a parameter's name is not completed", "package a:b; interface i { f: func($0); }", { all: "" });
check("nothing in a comment", "package a:b; interface i { // im$0\n }", { all: "" });
check("nothing in a block comment", "package a:b; interface i { /* im$0 */ }", { all: "" });
check("nothing in documentation", "package a:b; interface i {\n  /// the $0\n  type t = u8;\n}", { all: "" });

const types = `
    package a:b;
    interface shapes { record point { x: u32 } resource canvas; }
    interface i {
      enum color { red }
      resource pen;
      f: func(a: $0);
    }
`;
check("types: those here, the nearest first, built-in ones, then those of the package", types, {
  first: "pen, color, bool, u8",
  has: "list, option, point, canvas, error-context",
  lacks: "func, _, shapes",
  clean: false,
});
check("a type of another interface brings its use", types, {
  take: ["point", "interface i {\n  use shapes.{point};\n  enum color { red }\n  resource pen;\n  f: func(a: point);"],
});
check("a built-in type with brackets", types, { take: ["list", "a: list<|>)"] });
check("only resources can be lent", "package a:b; interface i { enum e { a } resource r; f: func(a: borrow<$0>); }", {
  all: "r",
});
check("a key is a simple type", "package a:b; interface i { enum e { a } f: func(a: map<$0, u8>); }", {
  lacks: "e, list, f32x",
  has: "string, u8",
});
check("no type within itself", "package a:b; interface i { type a = $0; type b = list<a>; type c = u8; }", {
  has: "c",
  lacks: "a, b",
  clean: false,
});
check("nothing as the error's blank", "package a:b; interface i { f: func() -> result<$0, u8>; }", {
  has: "_",
  clean: false,
});
check(
  "a use that is there takes one name more",
  `
    package a:b;
    interface t { type x = u8; type y = u8; }
    interface i {
      use t.{x};
      f: func(a: y$0);
    }
  `,
  { take: ["y", "use t.{x, y};"], clean: true },
);
check(
  "a use in several lines takes one line more",
  `
    package a:b;
    interface t { type x = u8; type y = u8; }
    interface i {
      use t.{
        x,
      };
      f: func(a: y$0);
    }
  `,
  { take: ["y", "  x,\n    y,\n  };"], clean: true },
);
check(
  "a new use comes behind the others",
  `
    package a:b;
    interface t { type x = u8; }
    interface u { type y = u8; }
    interface i {
      use t.{x};

      f: func(a: y$0);
    }
  `,
  { take: ["y", "  use t.{x};\n  use u.{y};\n\n  f: func(a: y);"], clean: true },
);
check(
  "a type whose name is taken comes under another one",
  `
    package a:b;
    interface t { type id = u8; }
    interface i { type id = u16; f: func(a: $0); }
  `,
  { take: ["t-id", "{\n  use t.{id as t-id};"], lacks: "t" },
);
check(
  "no use in a circle",
  `
    package a:b;
    interface one { type x = u8; f: func(a: $0); }
    interface two { use one.{x}; type y = x; }
  `,
  { has: "x", lacks: "y", clean: false },
);
check(
  "nothing that leads here through a circle of others",
  `
    package a:b;
    world one { include $0; }
    world two { include three; }
    world three { include one; include two; }
    world four {}
  `,
  { all: "four" },
);
check(
  "types of a dependency",
  `
    //- /wit/main.wit
    package a:b;
    interface i { f: func(a: in$0); }
    ${io.trim()}
  `,
  { take: ["input-stream", "use wasi:io/streams@0.2.0.{input-stream};"] },
);
check(
  "a type in an interface written in a world is used there",
  `
    package a:b;
    interface t { type x = u8; }
    world w {
      import i: interface {
        f: func(a: $0);
      }
    }
  `,
  { take: ["x", "import i: interface {\n    use t.{x};\n    f: func(a: x);"] },
);

check(
  "names in a use",
  `
    package a:b;
    interface t { type x = u8; type y = u8; resource z; f: func(); }
    interface i { use t.{x, $0}; }
  `,
  { all: "y, z", clean: true },
);
check(
  "names in a use of a dependency, unclosed",
  `
    //- /wit/main.wit
    package a:b;
    interface i {
      use wasi:io/poll@0.2.0.{$0
    ${io.trim()}
  `,
  { all: "pollable" },
);
check("as", "package a:b; interface t { type x = u8; } interface i { use t.{x $0}; }", { all: "as" });

const worlds = `
    //- /wit/main.wit
    package a:b;
    interface mine {}
    interface other {}
    world base { import mine; }
    world w {
      import other;
      KIND $0
    }
    ${io.trim()}
    //- /lib/lib.wit
    package my:lib@1.2.0;
    use wasi:io/poll@0.2.0 as p;
    interface things {}
    world host {}
`;
check("imports: of the package, of deps, of the workspace", worlds.replace("KIND", "import"), {
  all: "mine, wasi:io/error@0.2.0, wasi:io/poll@0.2.0, wasi:io/streams@0.2.0, my:lib/things@1.2.0",
  take: ["wasi:io/poll@0.2.0", "import wasi:io/poll@0.2.0;"],
  clean: true,
});
check("exports", worlds.replace("KIND", "export"), { first: "other, mine, wasi:io/poll@0.2.0", clean: true });
check("worlds to include", worlds.replace("KIND", "include"), {
  all: "base, wasi:io/imports@0.2.0, my:lib/host@1.2.0",
  clean: true,
});
check("the rest of a path", worlds.replace("KIND $0", "import wasi:io/po$0"), {
  all: "wasi:io/poll@0.2.0",
  take: ["wasi:io/poll@0.2.0", "  import wasi:io/poll@0.2.0;\n"],
});
check("a path that is whole is still offered", worlds.replace("KIND $0", "import mine$0;"), { all: "mine" });
check("the name in front of a version", worlds.replace("KIND $0", "import wasi:io/$0@0.2.0;"), {
  all: "wasi:io/error@0.2.0, wasi:io/poll@0.2.0, wasi:io/streams@0.2.0",
  take: ["wasi:io/poll@0.2.0", "  import wasi:io/poll@0.2.0;\n"],
});
check("right behind a colon: the rest of a path, or a declaration", worlds.replace("KIND $0", "import wasi:$0"), {
  all: "wasi:io/error@0.2.0, wasi:io/poll@0.2.0, wasi:io/streams@0.2.0, func, async func, interface",
});
check("behind name and colon", worlds.replace("KIND $0", "import x: $0"), {
  first: "func, async func, interface, other, mine",
  clean: true,
});

check("names for this file", "package a:b; use $0\ninterface one {}\nworld two {}", { all: "one, two" });

test("an offer from elsewhere tells what deps lacks", () => {
  const of = analysed(worlds.replace("KIND", "import"));
  const { root, file, offset } = cursorIn(of);
  const item = completions(root, file, offset, of.roots).items.find(i => i.label.startsWith("my:lib"));
  deepEqual(item?.missingDependency, { package: "my:lib@1.2.0", from: "file:///lib", needs: [] });
});

check(
  "interfaces to use types of",
  `
    package a:b;
    interface one { type x = u8; }
    interface two { use $0 }
    interface three { use two.{y}; }
  `,
  { all: "one", take: ["one", "use one.{|};"] },
);
check(
  "a name that use at the top gives",
  `
    //- /wit/main.wit
    package a:b;
    use wasi:io/poll@0.2.0 as p;
    interface i { use $0 }
    ${io.trim()}
  `,
  { first: "p, wasi:io/error@0.2.0" },
);
check(
  "keywords as names are escaped",
  `
    package a:b;
    interface %type { type %list = u8; }
    interface i { use $0 }
  `,
  { all: "%type" },
);

check(
  "what include renames",
  `
    package a:b;
    interface i {}
    world one { import f: func(); import i; export g: func(); type t = u8; }
    world two { include one with { $0 } }
  `,
  { all: "f, g, t" },
);
check("with", "package a:b; world one {} world two { include one $0 }", { all: "with" });

check("gates", "package a:b@1.0.0; interface i { @$0\n f: func(); }", {
  all: "since, unstable, deprecated, external-id",
  take: ["since", "@since(version = |1.0.0)"],
});
check("gates with what is known", "package a:b; interface i { @unstable(feature = x) g: func(); @$0\n f: func(); }", {
  take: ["unstable", "@unstable(feature = |x)"],
});
check(
  "versions of gates: those that exist, the newest first",
  `
    package a:b@1.2.0;
    interface i {
      @since(version = 1.0.0)
      f: func();
      @since(version = $0)
      g: func();
    }
  `,
  { all: "1.2.0, 1.0.0", clean: true },
);
check(
  "features of gates",
  "package a:b; interface i { @unstable(feature = x)\n f: func(); @unstable(feature = $0)\n g: func(); }",
  {
    all: "x",
  },
);
check("what a member is declared as", "package a:b; interface i { f: $0 }", { all: "func, async func", clean: true });
check("what a resource's member is declared as", "package a:b; interface i { resource r { f: $0 } }", {
  all: "func, async func, static func",
  clean: true,
});
check("the arrow", "package a:b; interface i { f: func() $0; }", { all: "->" });
check("behind the arrow", "package a:b; interface i { type t = u8; f: func() -> $0; }", { first: "t, bool" });
check("a line below a member without semicolon", "package a:b; interface i {\n  f: func()\n  $0\n}", {
  first: "type, record",
});
check("a line above the next member", "package a:b; interface i {\n  type t = $0\n  f: func();\n}", { first: "bool" });
check(
  "the package's name, from another file",
  `
    //- /wit/a.wit
    package a:b@1.0.0;
    //- /wit/b.wit
    package $0
  `,
  { all: "a:b@1.0.0", take: ["a:b@1.0.0", "package a:b@1.0.0;"] },
);

for (const typed of ["", "a", "a:", "a:b", "a:b@", "a:b@1."])
  check(
    `the package's name behind \`${typed}\`, from another file with a header that is whole`,
    `
      //- /wit/a.wit
      package a:b@1.0.0;
      interface i {}
      //- /wit/b.wit
      package ${typed}$0
      //- /wit/deps/c/c.wit
      package c:c;
    `,
    { all: "a:b@1.0.0", take: ["a:b@1.0.0", "package a:b@1.0.0;"] },
  );

const dotted = "package a:b; interface t { type one = u8; type two = u8; } interface i { ";
check("behind the dot of a use its types, with their braces", `${dotted}use t.$0 }`, {
  all: "one, two",
  take: ["one", "use t.{one|};"],
  clean: true,
});
check("behind the dot a word half-typed, with what is missing behind it alone", `${dotted}use t.t$0; }`, {
  all: "two",
  take: ["two", "use t.{two|}; }"],
});
check("behind the dot no braces where they are there", `${dotted}use t.$0{one}; }`, { all: "" });
check(
  "behind the dot of a path with a version, which has dots of its own",
  `
    //- /wit/main.wit
    package a:b;
    interface i { use c:d/e@1.0.0.$0; }
    //- /wit/deps/c.wit
    package c:d@1.0.0;
    interface e { type f = u8; }
  `,
  { all: "f", take: ["f", "use c:d/e@1.0.0.{f|};"], clean: true },
);
check(
  "within the version no types",
  `
    //- /wit/main.wit
    package a:b;
    interface i { use c:d/e@1.0.$0; }
    //- /wit/deps/c.wit
    package c:d@1.0.0;
    interface e { type f = u8; }
  `,
  { all: "c:d/e@1.0.0" },
);
check("behind with its braces", "package a:b; world v { import f: func(); } world w { include v with $0 }", {
  all: "{}",
  take: ["{}", "with { | }"],
});
check(
  "a type of another interface brings its use with the line breaks of the file",
  "package a:b;\r\ninterface t { type other = u8; }\r\ninterface i {\r\n\tf: func(a: o$0);\r\n}\r\n",
  { take: ["other", "interface i {\r\n\tuse t.{other};\r\n\tf: func(a: other);"] },
);

const far = "  // ".concat("far ".repeat(1200), "\n");
check(
  "of many types the nearest first, what a function is named for before all",
  `
    package a:b;
    interface i {
      type aa = u8;
      record point { x: u8 }
    ${far}
      type near = u8;
      get-point: func(a: aa, n: near) -> $0;
    }
  `,
  { first: "point, near, aa, bool" },
);
check("a word's start before its middle", "package a:b; interface i { type a-bo = u8; type t = bo$0; }", {
  first: "bool, borrow, a-bo",
});
check(
  "of paths the near package first, with the version that is named there",
  `
    //- /wit/main.wit
    package a:b;
    world w { import z:z/one@1.0.0; import $0 }
    //- /wit/deps/a/a.wit
    package a:a@1.0.0;
    interface one {}
    //- /wit/deps/z1/z.wit
    package z:z@1.0.0;
    interface one {}
    interface two {}
    //- /wit/deps/z2/z.wit
    package z:z@2.0.0;
    interface one {}
  `,
  { all: "z:z/two@1.0.0, a:a/one@1.0.0, z:z/one@2.0.0", clean: true },
);
check(
  "last what an include brings already",
  `
    package a:b;
    interface one {}
    interface two {}
    world base { import one; }
    world w { include base; import $0 }
  `,
  { all: "two, one", clean: true },
);
check(
  "packages that deps need themselves come after those that are there for this one",
  `
    //- /wit/main.wit
    package a:b;
    world w { import $0 }
    //- /wit/deps/a/a.wit
    package a:a;
    interface one {}
    //- /wit/deps/c/c.wit
    package c:c;
    interface two { use a:a/one.{}; }
  `,
  { all: "c:c/two, a:a/one" },
);
check(
  "only interfaces that have the types named behind",
  `
    package a:b;
    interface one { type t = u8; }
    interface two { type t = u8; type u = u8; }
    interface i { use $0.{t, u as v}; }
  `,
  { all: "two", clean: true },
);
check("under a name of its own once more", "package a:b; interface i {} world w { import i; import n: $0 }", {
  has: "i",
  clean: true,
});
check(
  "what is switched off, where it is switched off as well",
  `
    package a:b@1.0.0;
    @unstable(feature = x)
    interface one { @unstable(feature = x) type t = u8; }
    world w {
      @unstable(feature = x)
      import $0
    }
  `,
  { all: "one", clean: true },
);
check(
  "a type for an interface that is switched off comes with the same gate",
  `
    package a:b@1.0.0;
    interface one { type t = u8; }
    @unstable(feature = x)
    interface two {
      f: func(a: $0);
    }
  `,
  { take: ["t", "interface two {\n  @unstable(feature = x) use one.{t};\n  f: func(a: t);"], clean: false },
);
check(
  "no borrow in what a function gives",
  "package a:b; interface i { resource r; type b = borrow<r>; f: func() -> $0; }",
  {
    has: "r, own",
    lacks: "b, borrow",
  },
);
check("what a constructor gives", "package a:b; interface i { resource r { constructor() -> $0; } }", {
  all: "result",
});
check("a constructor's resource", "package a:b; interface i { resource r { constructor() -> result<$0>; } }", {
  all: "r",
  clean: true,
});
check("a blank with the comma that it needs", "package a:b; interface i { f: func() -> result<$0>; }", {
  take: ["_", "result<_, |>"],
});
check("a blank in front of a comma", "package a:b; interface i { f: func() -> result<$0, u8>; }", {
  take: ["_", "result<_, u8>"],
});
check(
  "a type that is taken is used under another name",
  `
    package a:b;
    interface t { type x = u8; type y = u8; }
    interface i { type x = u16; use t.{$0}; }
  `,
  { all: "x, y", take: ["x", "use t.{x as t-x}"], clean: true },
);
check(
  "in front of as any name can stand, and nothing is added",
  `
    package a:b;
    interface t { type x = u8; type y = u8; }
    interface i { use t.{x, $0 as z}; }
  `,
  { all: "x, y", take: ["x", "use t.{x, x as z}"], clean: true },
);
check(
  "in front of as in an include",
  "package a:b; world one { import n: func(); } world w { include one with { $0 as m } }",
  { all: "n", take: ["n", "with { n as m }"], clean: true },
);
check("a record's first field", "package a:b; interface i { record r { $0 } }", {
  all: "field: string",
  take: ["field: string", "record r { |field: string, }"],
  clean: true,
});
check("cases of a variant", "package a:b; interface i { variant v { a, $0 } }", {
  all: "some-case, some-case(string)",
  clean: true,
});
check("a skeleton is not in the way of a name", "package a:b; interface i { record r { na$0 } }", { all: "" });
check("the body of an enum", "package a:b; interface i {\n  enum e $0\n}", {
  all: "{ some-case }",
  take: ["{ some-case }", "  enum e {\n    |some-case,\n  }\n}"],
  clean: true,
});

check(
  "worlds to include: what clashes is renamed",
  `
    package a:b;
    world one { import n: func(); import m: func(); }
    world w { import n: func(); include $0 }
  `,
  { take: ["one", "include one with { n as one-n }"], clean: true },
);
check(
  "only worlds that have what is renamed",
  `
    package a:b;
    world one { import n: func(); }
    world two { import m: func(); }
    world w { include $0 with { n as o } }
  `,
  { all: "one", clean: true },
);
