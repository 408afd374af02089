// Elaborated worlds: everything that a world imports and exports, with what its types need and its includes bring, in order.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import type { WorldItem } from "../../src/semantics/world.ts";
import type { Features } from "../../src/workspace/layout-types.ts";
import { allAnalyses, noFeatures, testWorkspace } from "../support/workspace.ts";

interface Expected {
  readonly imports?: readonly string[];
  readonly exports?: readonly string[];
}

/** Compares world `w`'s imports and exports by name; `(…)` stands around those that nobody wrote. */
function check(name: string, source: string, expected: Expected, features: Features = noFeatures): void {
  test(name, () => {
    const worlds = allAnalyses(testWorkspace(source), features)
      .flatMap(analysis => analysis.packages)
      .flatMap(pkg => pkg.items.get("w")?.world ?? []);
    const found = worlds.map(world => ({ imports: world.imports.map(shown), exports: world.exports.map(e => e.name) }));
    deepEqual(found, [{ imports: [], exports: [], ...expected }]);
  });
}

function shown({ name, implicit }: WorldItem): string {
  return implicit ? `(${name})` : name;
}

const chain = `
  package a:b;
  interface one { type t = u8; }
  interface two { use one.{t}; type u = t; }
  interface three { use two.{u}; f: func() -> u; }`;

check("what an import uses comes before it", `${chain} world w { import three; }`, {
  imports: ["(a:b/one)", "(a:b/two)", "a:b/three"],
});

check("what an export uses is imported", `${chain} world w { export three; }`, {
  imports: ["(a:b/one)", "(a:b/two)"],
  exports: ["a:b/three"],
});

check(
  "what an export uses is exported where the world exports it",
  `${chain} world w { export three; export one; export two; }`,
  {
    exports: ["a:b/one", "a:b/two", "a:b/three"],
  },
);

check("a use in a world imports its interface", `${chain} world w { use two.{u as v}; export f: func() -> v; }`, {
  imports: ["(a:b/one)", "(a:b/two)", "v"],
  exports: ["f"],
});

check(
  "interfaces, then used types, types, functions, and functions of resources",
  `
  package a:b;
  interface i { type t = u8; }
  world w {
    import f: func();
    resource r { m: func(); constructor(); }
    type x = u8;
    use i.{t};
    import n: interface {}
    import i;
  }
  `,
  { imports: ["n", "a:b/i", "t", "r", "x", "f", "[method]r.m", "[constructor]r"] },
);

check(
  "a setter follows its getter",
  "package a:b; world w { import x: set(v: u8); import f: func(); import x: get() -> u8; }",
  { imports: ["f", "[get]x", "[set]x"] },
);

check(
  "includes bring what they elaborate to, under new names",
  `
  package a:b;
  interface i { type t = u8; }
  world base { use i.{t}; import log: func(x: t); resource r { m: func(); } export run: func(); }
  world w { include base with { log as log2, r as s, run as go } export run: func(); }
  `,
  { imports: ["(a:b/i)", "t", "s", "log2", "[method]s.m"], exports: ["run", "go"] },
);

check(
  "an interface that several bring is there once",
  `
  package a:b;
  interface i {}
  world one { import i; export i; }
  world two { import i; import n: i; }
  world w { include one; include two; import i; }
  `,
  { imports: ["a:b/i", "n"], exports: ["a:b/i"] },
);

const gated = `
  package a:b;
  @unstable(feature = x) interface i {}
  world base { @unstable(feature = x) import i; import f: func(); }
  world w { @unstable(feature = y) export g: func(); include base; }`;

check("what is switched off is not there", gated, { imports: ["f"] });
check("what is switched on is", gated, { imports: ["a:b/i", "f"] }, { names: ["x"], all: false });
check(
  "everything is there with all features",
  gated,
  { imports: ["a:b/i", "f"], exports: ["g"] },
  { names: [], all: true },
);

check(
  "across packages and versions",
  `
  //- /wit/main.wit
  package a:b;
  world w { include c:d/base@1.0.0; import c:d/i@2.0.0; }
  //- /wit/deps/c1.wit
  package c:d@1.0.0;
  interface i { type t = u8; }
  world base { use i.{t}; export i; }
  //- /wit/deps/c2.wit
  package c:d@2.0.0;
  interface j { type t = u8; }
  interface i { use j.{t}; }
  `,
  { imports: ["(c:d/j@2.0.0)", "c:d/i@2.0.0", "(c:d/i@1.0.0)", "t"], exports: ["c:d/i@1.0.0"] },
);
