// Packages that others depend on: missing ones, versions, and whose mistake it is.
import { test } from "node:test";
import { checkMarks } from "./marked.ts";

function check(name: string, source: string): void {
  test(name, () => checkMarks(source));
}

check(
  "a missing package is said once, at its first mention",
  `
  package a:b;
  use c:d/top;
  //  ^^^ error[missing-package]: package \`c:d\` is missing: it is not in \`deps\`
  interface i {
      use c:d/e.{t, u};
      f: func(a: t) -> u;
  }
  world w { import c:d/e; include c:d/f; import top; }
  `,
);

check(
  "a missing package is said once, whoever needs it, and in a file of one's own where one names it",
  `
  //- /wit/main.wit
  package a:b;
  package a:inner { world v { import c:d/e; } }
  interface i { use y:y/i.{t}; use c:d/e.{u}; }
  //                               ^^^ error[missing-package]: put its files into a folder in \`wit/deps\`
  //- /wit/deps/y.wit
  package y:y;
  interface i { use c:d/e.{t}; use c:d/f.{v}; }
  //- /wit/deps/z.wit
  package z:z;
  interface i { use c:d/e.{t}; use only:here/e.{u}; }
  //                               ^^^^^^^^^ error[missing-package]: package \`only:here\` is missing
  `,
);

check(
  "each version is a package of its own",
  `
  //- /wit/main.wit
  package a:b;
  world w {
      import c:d/e@1.0.0;
      import c:d/e@1.0.1;
  //         ^^^ error[missing-package]: package \`c:d@1.0.1\` is missing: versions must be equal, and there is only \`c:d@1.0.0\`, \`c:d@2.0.0\`
      import c:d/e@2.0.0;
  //             ^ error[unresolved-path]: package \`c:d@2.0.0\` has no interface \`e\`
  }
  //- /wit/deps/one.wit
  package c:d@1.0.0;
  interface e {}
  //- /wit/deps/two.wit
  package c:d@2.0.0;
  `,
);

check(
  "a dependency's own mistakes are in the dependency",
  `
  //- /wit/main.wit
  package a:b;
  interface i { use c:d/e.{t}; f: func() -> t; }
  //- /wit/deps/c/one.wit
  package c:d;
  interface e { type t = missing; }
  //                     ^^^^^^^ error[unresolved-name]: there is no type \`missing\` here: define it or bring it in with \`use\`
  //- /wit/deps/c/two.wit
  interface e {}
  //        ^ error[duplicate-item]: the package has an interface \`e\` already
  world x { import y:z/n; }
  //               ^^^ error[missing-package]: package \`y:z\` is missing: it is not in \`deps\`
  `,
);

check(
  "a broken dependency is not missing",
  `
  //- /wit/main.wit
  package a:b;
  interface i { use c:d/e.{t}; use c:d/g.{u}; }
  //                                   ^ error[unresolved-path]: package \`c:d\` has no interface \`g\`
  //- /wit/deps/c.wit
  package c:d;
  interface e! { type t = u8; }
  //         ^ error[unexpected-character]: unexpected character \`!\`
  `,
);

check(
  "two packages of one name",
  `
  //- /wit/main.wit
  package a:b;
  package c:d { interface e {} }
  //- /wit/deps/c.wit
  package c:d;
  //      ^^^ error[duplicate-package]: there are two packages \`c:d\`
  interface e {}
  //- /wit/deps/own.wit
  package a:b;
  //      ^^^ error[duplicate-package]: there are two packages \`a:b\`
  `,
);
