// Cycles of types, interfaces, worlds and packages: one mistake each.
import { test } from "node:test";
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
  //                             ^^^^ error[type-cycle]: type \`node\` holds itself: \`node\` → \`node\`
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
