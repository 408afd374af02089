// Other places that explain a problem: each with what is said there.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { rootProblems } from "../../src/semantics/analysis.ts";
import { allAnalyses, testWorkspace } from "../support/workspace.ts";

/** `expected` are the related places of all problems, as `message: text there`. */
function related(name: string, source: string, expected: readonly string[]): void {
  test(name, () => {
    const workspace = testWorkspace(source);
    const found = allAnalyses(workspace).flatMap(analysis =>
      rootProblems(analysis).flatMap(({ problem }) =>
        (problem.related ?? []).map(({ message, place }) => {
          const { text } = workspace.fixture.files.find(f => f.uri === place.uri)!;
          return `${message}: ${text.slice(place.start, place.end)}`;
        }),
      ),
    );
    deepEqual(found, expected);
  });
}

const dep = "//- /wit/deps/d.wit\npackage c:d;\ninterface e { type t = u8; f: func(); }\nworld w {}\n";

related(
  "what another package has or lacks",
  `//- /wit/a.wit
package a:b;
use c:d/w as x;
interface i { use c:d/none.{t}; use c:d/e.{none, f}; use c:d/e.{t as u}; g: func(x: borrow<u>); }
world w { include c:d/e; import c:d/w; }
${dep}`,
  [
    "world `w` is here: w",
    "package `c:d` is here: c:d",
    "interface `e` is here: e",
    "function `f` is here: f",
    "`u` is here: u",
    "interface `e` is here: e",
    "world `w` is here: w",
  ],
);

related(
  "what this package has",
  `package a:b;
interface i { f: func(); g: func() -> f; h: func(x: u8, X: u8); }
world w { include i; import w2; }
world w2 {}`,
  ["function `f` is here: f", "the first parameter is here: x", "interface `i` is here: i", "world `w2` is here: w2"],
);

related(
  "a borrow that a type holds",
  `package a:b;
interface i { resource r; record holder { r: borrow<r> } f: func() -> list<holder>; g: func() -> borrow<r>; }`,
  ["`holder` holds a `borrow`: holder"],
);

related(
  "what includes bring, and from where",
  `package a:b;
world v { import f: func(); import g: func(); }
world w { include v with { none as some } import f: func(); import G: func(); }`,
  [
    "`f` is there already, from here: f",
    "this include brings `f` from here: f",
    "`G` is here: G",
    "`g` is here: g",
    "the included world is here: v",
  ],
);

related(
  "gates",
  `package a:b@1.0.0;
interface i {
  @unstable(feature = x) type t = u8;
  f: func(x: t);
  @since(version = 2.0.0) g: func();
  @since(version = 1.0.0) @since(version = 1.0.0) h: func();
  @since(version = 1.0.0) @unstable(feature = y) k: func();
}
@unstable(feature = x) interface j { type t = u8; }
@unstable(feature = x) world v {}
world w { import j; include v; }`,
  [
    "the gate is here: @unstable(feature = x)",
    "the package's version is here: a:b@1.0.0",
    "the first one is here: @since(version = 1.0.0)",
    "the `@unstable` is here: @unstable(feature = y)",
    "the gate of the interface: @unstable(feature = x)",
    "`j` is here: j",
    "`v` is here: v",
  ],
);

related(
  "what one of two packages of a name lacks and the other has is no mistake of its own",
  `//- /wit/a.wit
package a:b;
world w { import c:d/only-second; import c:d/neither; }
//- /wit/deps/x.wit
package c:d;
//- /wit/deps/y.wit
package c:d;
interface only-second {}`,
  ["package `c:d` is here: c:d", "`c:d` is first defined here: c:d"],
);
