// Rename: the files as they are afterwards, or why it is refused. What checked before checks afterwards.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { prepareRename, rename } from "../../src/features/rename.ts";
import { fixture } from "../support/fixture.ts";
import { edited, problemsIn } from "./edits.ts";
import { analysed, cursorIn } from "./support.ts";

/** Renames what is at `$0`; `after` is the whole workspace. */
function check(name: string, before: string, newName: string, after: string, dependencies = false): void {
  test(name, () => {
    const of = analysed(before);
    const { root, file, offset } = cursorIn(of);
    const result = rename(root, file, offset, newName, of.roots, { dependencies });
    equal(result.kind, "edits", result.kind === "refused" ? result.reason : "");
    const files = result.kind === "edits" ? edited(of, result.files) : [];
    deepEqual(
      files.map(f => [f.source.uri, f.source.text]),
      fixture(after).files.map(f => [f.uri, f.text]),
    );
    deepEqual(problemsIn(files), problemsIn(of.files));
  });
}

function refuses(name: string, source: string, newName: string, reason: RegExp): void {
  test(name, () => {
    const of = analysed(source);
    const { root, file, offset } = cursorIn(of);
    const result = rename(root, file, offset, newName, of.roots);
    ok(result.kind === "refused", "it is not refused");
    ok(reason.test(result.reason), result.reason);
  });
}

/** What the name box shows, in brackets where it stands. */
function prepares(name: string, source: string, wanted: string): void {
  test(name, () => {
    const of = analysed(source);
    const { root, file, offset } = cursorIn(of);
    const result = prepareRename(root, file, offset);
    const { text } = file.source;
    const shown =
      result.kind === "refused"
        ? result.reason
        : `${text.slice(0, result.span.start)}[${result.text}]${text.slice(result.span.end)}`;
    ok(shown.includes(wanted), shown);
  });
}

check(
  "a type, at every place of every file",
  `
    //- /wit/a.wit
    package a:b;
    interface types {
      type i$0d = u32;
      f: func(id: id) -> list<id>;
    }
    interface other { type id = u8; }
    //- /wit/b.wit
    interface i {
      use types.{id};
      f: func() -> option<id>;
    }
    world w {
      use types.{id as key};
      import g: func(k: key);
    }
  `,
  "key-of",
  `
    //- /wit/a.wit
    package a:b;
    interface types {
      type key-of = u32;
      f: func(id: key-of) -> list<key-of>;
    }
    interface other { type id = u8; }
    //- /wit/b.wit
    interface i {
      use types.{key-of};
      f: func() -> option<key-of>;
    }
    world w {
      use types.{key-of as key};
      import g: func(k: key);
    }
  `,
);
check(
  "to a keyword and back",
  "package a:b; interface i { type a$0 = u8; type b = a; }",
  "list",
  "package a:b; interface i { type %list = u8; type b = %list; }",
);
check(
  "from a keyword",
  "package a:b; interface i { type %list = u8; type b = %l$0ist; }",
  "a",
  "package a:b; interface i { type a = u8; type b = a; }",
);
check(
  "an alias given by as",
  "package a:b; interface t { type x = u8; } interface i { use t.{x as y}; f: func() -> $0y; }",
  "z",
  "package a:b; interface t { type x = u8; } interface i { use t.{x as z}; f: func() -> z; }",
);
check(
  "a resource with its functions",
  "package a:b; interface i { resource $0r { constructor(); m: func(o: borrow<r>); } f: func() -> r; }",
  "s",
  "package a:b; interface i { resource s { constructor(); m: func(o: borrow<s>); } f: func() -> s; }",
);
check(
  "a homonym is left alone",
  "package a:b; interface one { resource r; } interface two { resource r; f: func(a: $0r); }",
  "s",
  "package a:b; interface one { resource r; } interface two { resource s; f: func(a: s); }",
);
check(
  "a field",
  "package a:b; interface i { record a { x$0: u8 } record b { x: u8 } }",
  "z",
  "package a:b; interface i { record a { z: u8 } record b { x: u8 } }",
);
check(
  "a case and a flag",
  "package a:b; interface i { enum a { x$0, y } flags b { x } }",
  "z",
  "package a:b; interface i { enum a { z, y } flags b { x } }",
);
check(
  "a parameter",
  "package a:b; interface i { f: func(x$0: u8, y: u8); g: func(x: u8); }",
  "z",
  "package a:b; interface i { f: func(z: u8, y: u8); g: func(x: u8); }",
);
check(
  "a method",
  "package a:b; interface i { resource r { m$0: func(); } resource s { m: func(); } m: func(); }",
  "n",
  "package a:b; interface i { resource r { n: func(); } resource s { m: func(); } m: func(); }",
);
check(
  "a getter with its setter",
  "package a:b; interface i { x$0: get() -> u8; x: set(v: u8); }",
  "z",
  "package a:b; interface i { z: get() -> u8; z: set(v: u8); }",
);
check(
  "an interface",
  `
    //- /wit/a.wit
    package a:b;
    interface $0i { type t = u8; }
    interface j { use i.{t}; }
    //- /wit/b.wit
    world w { import i; export i; }
    //- /wit/c.wit
    use i as k;
    interface l { use k.{t}; }
  `,
  "n",
  `
    //- /wit/a.wit
    package a:b;
    interface n { type t = u8; }
    interface j { use n.{t}; }
    //- /wit/b.wit
    world w { import n; export n; }
    //- /wit/c.wit
    use n as k;
    interface l { use k.{t}; }
  `,
);
check(
  "a name of a file",
  "package a:b; use i as k; interface i { type t = u8; } interface l { use $0k.{t}; }",
  "m",
  "package a:b; use i as m; interface i { type t = u8; } interface l { use m.{t}; }",
);
check(
  "a world",
  "package a:b; world $0w { import f: func(); } world v { include w; }",
  "u",
  "package a:b; world u { import f: func(); } world v { include u; }",
);
check(
  "an import, and where an include renames it",
  "package a:b; world w { import $0f: func(); export f: func(); } world v { include u with { f as g } } world u { import f: func(); }",
  "h",
  "package a:b; world w { import h: func(); export f: func(); } world v { include u with { f as g } } world u { import f: func(); }",
);
check(
  "an import that an include names",
  "package a:b; world w { import $0f: func(); } world v { include w with { f as g } } world u { include v with { g as h } }",
  "z",
  "package a:b; world w { import z: func(); } world v { include w with { z as g } } world u { include v with { g as h } }",
);
check(
  "a name given by with",
  "package a:b; world w { import f: func(); } world v { include w with { f as $0g } } world u { include v with { g as h } }",
  "z",
  "package a:b; world w { import f: func(); } world v { include w with { f as z } } world u { include v with { z as h } }",
);
check(
  "an interface written in a world, and a type in it",
  "package a:b; world w { import i: interface { type t = u8; f: func(a: $0t); } export i: interface { type t = u8; } }",
  "z",
  "package a:b; world w { import i: interface { type z = u8; f: func(a: z); } export i: interface { type t = u8; } }",
);
const dependency = `
    //- /wit/main.wit
    package a:b;
    interface i { use x:y/t@1.0.0.{v}; }
    //- /wit/deps/x/t.wit
    package x:y@1.0.0;
    interface t { type v = u8; }
`;
check(
  "a package with its version",
  `
    //- /wit/a.wit
    package a:b@1.0.0;
    interface i { use a:b/j@1.0.0.{t}; }
    //- /wit/b.wit
    package a:$0b@1.0.0;
    interface j { type t = u8; }
  `,
  "c:d@2.0.0",
  `
    //- /wit/a.wit
    package c:d@2.0.0;
    interface i { use c:d/j@2.0.0.{t}; }
    //- /wit/b.wit
    package c:d@2.0.0;
    interface j { type t = u8; }
  `,
);
check("a version alone", "package a:b@1.0$0.0;\ninterface i {}", "1.1.0", "package a:b@1.1.0;\ninterface i {}");
check("a first version", "package a:$0b;\ninterface i {}", "a:b@0.1.0", "package a:b@0.1.0;\ninterface i {}");
check(
  "in deps, where that is asked for",
  dependency.replace("{v}", "{$0v}"),
  "w",
  dependency.replace("{v}", "{w}").replace("type v", "type w"),
  true,
);
check(
  "a package in deps, where that is asked for",
  dependency.replace("x:y/t", "x$0:y/t"),
  "x:z",
  dependency.replaceAll("x:y", "x:z"),
  true,
);
check(
  "the copy of a package in another folder's deps is left alone",
  `
    //- /lib/t.wit
    package x:y;
    interface t { type $0v = u8; }
    //- /wit/main.wit
    package a:b;
    interface i { use x:y/t.{v}; }
    //- /wit/deps/x/t.wit
    package x:y;
    interface t { type v = u8; }
  `,
  "w",
  `
    //- /lib/t.wit
    package x:y;
    interface t { type w = u8; }
    //- /wit/main.wit
    package a:b;
    interface i { use x:y/t.{v}; }
    //- /wit/deps/x/t.wit
    package x:y;
    interface t { type v = u8; }
  `,
);
check(
  "two folders with packages of one name are two packages",
  `
    //- /one/t.wit
    package x:y;
    interface t { type $0v = u8; }
    //- /two/t.wit
    package x:y;
    interface t { type v = u8; }
  `,
  "w",
  `
    //- /one/t.wit
    package x:y;
    interface t { type w = u8; }
    //- /two/t.wit
    package x:y;
    interface t { type v = u8; }
  `,
);

refuses("what is no name", "package a:b; interface i { type $0t = u8; }", "a--b", /each `-` must stand between/);
refuses("mixed case", "package a:b; interface i { type $0t = u8; }", "fooBar", /lower-case words/);
refuses("a name that is there", "package a:b; interface i { type $0t = u8; type s = u8; }", "s", /name `s` already/);
refuses("one that differs by hyphens", "package a:b; interface i { type $0t = u8; type a-b = u8; }", "ab", /hyphens/);
refuses(
  "one that a using interface has",
  "package a:b; interface i { type $0t = u8; } interface j { use i.{t}; type s = u8; }",
  "s",
  /`a:b\/j` has the name `s`/,
);
refuses("one that a function has", "package a:b; interface i { type $0t = u8; f: func(); }", "f", /has the name `f`/);
refuses("a field's neighbour", "package a:b; interface i { record r { $0x: u8, y: u8 } }", "y", /`r` has a field `y`/);
refuses("a parameter's neighbour", "package a:b; interface i { f: func($0x: u8, y: u8); }", "y", /parameter `y`/);
refuses("a parameter of an import", "package a:b; world w { import f: func($0x: u8, y: u8); }", "y", /parameter `y`/);
refuses("self", "package a:b; interface i { resource r { m: func($0x: u8); } }", "self", /`self`/);
refuses("an interface's neighbour", "package a:b; interface $0i {} world j {}", "j", /has a world `j`/);
refuses(
  "an interface's new name means something else in a file that names it",
  `
    //- /wit/a.wit
    package a:b;
    interface $0i {}
    //- /wit/b.wit
    use x:y/t as k;
    world w { import i; import k; }
    //- /wit/deps/x.wit
    package x:y;
    interface t {}
  `,
  "k",
  /^`k` means something else in `[\w.]+` already\.$/,
);
refuses(
  "an import that an including world has",
  "package a:b; world w { import $0f: func(); } world v { include w; import g: func(); }",
  "g",
  /`a:b\/v` has the name `g`/,
);
refuses("a constructor", "package a:b; interface i { resource r { $0constructor(); } }", "x", /rename its resource/);
refuses("a name in deps", dependency.replace("{v}", "{$0v}"), "w", /in `deps`/);
refuses("a package in deps", dependency.replace("x:y/t", "x$0:y/t"), "x:z", /in `deps`/);
refuses("a name that nothing declares", "package a:b; interface i { f: func() -> $0t; }", "u", /no name here/);
refuses(
  "a version older than a gate",
  "package a:b@1.$02.0; interface i { @since(version = 1.1.0) f: func(); }",
  "1.0.0",
  /since\(version = 1.1.0\)/,
);
refuses("a package name that is none", "package a$0:b;", "ab", /namespace:name/);
refuses("a package that is there", dependency.replace("a:b", "a:$0b"), "x:y@1.0.0", /is a package `x:y@1.0.0` already/);

prepares("the name without its sign", "package a:b; interface i { type %l$0ist = u8; }", "type %[list] =");
prepares("a package's name", "package a:$0b@1.0.0;", "package [a:b]@1.0.0;");
prepares("a package's version", "package a:b@1.$00.0;", "package a:b@[1.0.0];");
prepares("a version on a path", dependency.replace("t@1.0.0", "t@1$0.0.0"), "in `deps`");
prepares("no keyword", "package a:b; int$0erface i {}", "There is no name here");
