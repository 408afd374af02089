// Cycles of types, interfaces, worlds and packages: one mistake each.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { rootProblems } from "../../src/semantics/analysis.ts";
import { allAnalyses, testWorkspace } from "../support/workspace.ts";
import { checkMarks } from "./marked.ts";

function check(name: string, source: string): void {
  test(name, () => checkMarks(source));
}

check(
  "includes in a circle",
  `
  package a:b;
  world a { include b; }
  world b { include c; }
  //                ^ error[item-cycle]: world \`b\` depends on itself: \`b\` → \`c\` → \`b\`
  world c { include b; }
  world fine {}
  `,
);

check(
  "a package that names itself",
  `
  package a:b@1.0.0;
  interface i { type t = u8; }
  interface j { use a:b/i@1.0.0.{t}; }
  //                ^^^ error[package-cycle]: package \`a:b@1.0.0\` names itself
  interface k { use a:b/i.{t}; }
  //                ^^^ error[missing-package]: package \`a:b\` is missing: versions must be equal, and there is only \`a:b@1.0.0\`
  `,
);

check(
  "packages in a circle",
  `
  //- /wit/main.wit
  package a:b;
  world w { import x:x/i; }
  //- /wit/deps/x.wit
  package x:x;
  interface i { use y:y/j.{t}; }
  //- /wit/deps/y.wit
  package y:y;
  interface j { type t = u8; use x:x/i.{}; }
  //                             ^^^ error[package-cycle]: package \`x:x\` depends on this package, so this package can't depend on it
  `,
);

check(
  "every circle of packages is said",
  `
  //- /wit/main.wit
  package a:b;
  world w { import x:x/i; import p:p/i; }
  package n:n { interface i { use n:n/i.{}; } }
  //                              ^^^ error[package-cycle]: package \`n:n\` names itself
  //- /wit/deps/p.wit
  package p:p;
  interface i { use q:q/i.{}; }
  //- /wit/deps/q.wit
  package q:q;
  interface i { use p:p/i.{}; }
  //                ^^^ error[package-cycle]: package \`p:p\` depends on this package, so this package can't depend on it
  //- /wit/deps/x.wit
  package x:x;
  interface i { use y:y/i.{}; }
  //- /wit/deps/y.wit
  package y:y;
  interface i { use z:z/i.{}; use x:x/i.{}; }
  //                              ^^^ error[package-cycle]: package \`x:x\` depends on this package
  //- /wit/deps/z.wit
  package z:z;
  interface i { use x:x/i.{}; }
  //                ^^^ error[package-cycle]: package \`x:x\` depends on this package, so this package can't depend on it: \`z:z\` → \`x:x\` → \`y:y\` → \`z:z\`
  `,
);

check(
  "interfaces in a circle are said once",
  `
  package a:b;
  interface one { use two.{b}; type a = u8; f: func() -> b; }
  //                  ^^^ error[item-cycle]: interface \`one\` depends on itself: \`one\` → \`two\` → \`three\` → \`one\`
  interface two { use three.{c}; type b = u8; }
  interface three { use one.{a}; type c = u8; }
  interface four { use one.{a}; f: func() -> a; }
  `,
);

check(
  "types that hold themselves",
  `
  package a:b;
  interface i {
      record node { next: option<node> }
  //                             ^^^^ error[type-cycle]: type \`node\` holds itself; make it a resource
      resource tree { children: func() -> list<tree>; }
  }
  interface j {
      type a = list<b>;
  //                ^ error[type-cycle]: type \`a\` holds itself: \`a\` → \`b\` → \`c\` → \`a\`
      type b = tuple<u8, c>;
      variant c { one(a), none }
      type fine = u8;
  }
  `,
);

check(
  "every circle is said once, each with its way",
  `
  package a:b;
  interface one { use two.{b}; type a = u8; f: func() -> b; }
  //                  ^^^ error[item-cycle]: interface \`one\` depends on itself: \`one\` → \`two\` → \`one\`
  interface two { use one.{a}; type b = u8; }
  interface three { use four.{d}; type c = u8; f: func() -> d; }
  //                    ^^^^ error[item-cycle]: interface \`three\` depends on itself: \`three\` → \`four\` → \`three\`
  interface four { use three.{c}; use five.{e}; type d = u8; }
  //                                  ^^^^ error[item-cycle]: interface \`four\` depends on itself: \`four\` → \`five\` → \`four\`
  interface five { use four.{d}; type e = u8; }
  world behind { include x; }
  world x { include y; }
  //                ^ error[item-cycle]: world \`x\` depends on itself: \`x\` → \`y\` → \`x\`
  world y { include x; }
  world self { include self; }
  //                   ^^^^ error[item-cycle]: world \`self\` includes itself
  interface types {
      record a { b: option<b> }
  //                       ^ error[type-cycle]: type \`a\` holds itself: \`a\` → \`b\` → \`a\`
      record b { a: option<a>, c: option<c> }
  //                                     ^ error[type-cycle]: type \`b\` holds itself: \`b\` → \`c\` → \`b\`
      record c { b: list<b> }
      type d = list<d>;
  //                ^ error[type-cycle]: type \`d\` holds itself; make it a resource
  }
  `,
);

test("a circle's steps are its related places", () => {
  const related = (source: string): readonly string[] => {
    const workspace = testWorkspace(source);
    return allAnalyses(workspace).flatMap(analysis =>
      rootProblems(analysis).flatMap(({ problem }) =>
        (problem.related ?? []).map(({ message, place }) => {
          const { text } = workspace.fixture.files.find(f => f.uri === place.uri)!;
          return `${message}: ${text.slice(place.start, place.end)}`;
        }),
      ),
    );
  };
  const packages = `
    //- /wit/a.wit
    package a:b;
    //- /wit/deps/x.wit
    package x:x;
    interface i { use y:y/i.{}; }
    //- /wit/deps/y.wit
    package y:y;
    interface i { use z:z/i.{}; }
    //- /wit/deps/z.wit
    package z:z;
    interface i { use x:x/i.{}; }
  `;
  deepEqual(related(packages), ["`x:x` needs `y:y`: y:y", "`y:y` needs `z:z`: z:z", "`z:z` needs `x:x`: x:x"]);
  deepEqual(related("package a:b; world a { include b; } world b { include c; } world c { include a; }"), [
    "`a` includes `b`: b",
    "`b` includes `c`: c",
    "`c` includes `a`: a",
  ]);
  deepEqual(related("package a:b; interface i { type a = list<b>; type b = option<a>; }"), [
    "`a` holds `b`: b",
    "`b` holds `a`: a",
  ]);
  deepEqual(related("package a:b; interface i { type a = list<a>; use i.{a as b}; }"), []);
});
