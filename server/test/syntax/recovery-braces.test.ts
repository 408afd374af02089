// A brace too many or too few is one mistake, and the members around it are read as they were meant.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { checkMarks } from "../semantics/marked.ts";
import { testWorkspace } from "../support/workspace.ts";
import { outlineText } from "./outline-text.ts";

/** Compares the members of a text, and its problems with those that it marks. */
function check(name: string, source: string, expected: string): void {
  test(name, () => {
    equal(outlineText(testWorkspace(source).files[0]!), expected);
    checkMarks(source);
  });
}

check(
  "a missing closing brace before the next item",
  `
  package a:b;
  interface one {
  //            ^ error[unclosed-brace]: interface \`one\` is never closed: \`}\` is missing before the keyword \`interface\`
      type t = u8;

  interface two { f: func(); }
  world w {
  //      ^ error[unclosed-brace]: world \`w\` is never closed: \`}\` is missing before the keyword \`world\`
      import one;

  world v { import two; }
  `,
  "package a:b; interface one { type t; … interface two { func f; } world w { import one; … world v { import two; }",
);

check(
  "a missing brace of a record, before other members",
  `
  package a:b;
  interface i {
      record r {
          x: u8,
  //           ^ error[expected-name]: expected a name before the keyword \`type\`
      type t = u8;
      f: func() -> t;
  }
  interface j {}
  `,
  "package a:b; interface i { record r!; type t; func f; } interface j {}",
);

check(
  "a missing brace of a resource, before other members",
  `
  package a:b;
  interface i {
      resource r {
  //             ^ error[unclosed-brace]: resource \`r\` is never closed: \`}\` is missing before the keyword \`enum\`
          f: func();
      enum e { a }
      g: func() -> e;
  }
  interface j {}
  `,
  "package a:b; interface i { resource r { func f; … enum e; func g; } interface j {}",
);

check(
  "a missing brace of an interface in a world, before other members",
  `
  package a:b;
  interface j {}
  world w {
      import n: interface {
  //                      ^ error[unclosed-brace]: interface \`n\` is never closed: \`}\` is missing before the keyword \`export\`
          f: func();
      export j;
  }
  `,
  "package a:b; interface j {} world w { import n { func f; … export j; }",
);

check(
  "a brace too many",
  `
  package a:b;
  interface i { f: func(); } }
  //                         ^ error[expected-item]: expected \`interface\`, \`world\`, \`use\` or \`package\`, found \`}\`
  interface j { g: func(); }
  `,
  "package a:b; interface i { func f; } other!; interface j { func g; }",
);

check(
  "a brace too many, before more members",
  `
  package a:b;
  interface i {
      record r { x: u8 } }
      f: func();
  //  ^ error[expected-item]: expected \`interface\`, \`world\`, \`use\` or \`package\`, found \`f\`
  }
  interface j { g: func(); }
  `,
  "package a:b; interface i { record r; } func f!; other!; interface j { func g; }",
);

check(
  "a missing opening brace",
  `
  package a:b;
  interface i
  //        ^ error[expected-open-brace]: expected \`{\` before \`f\`
      f: func();
  }
  interface j { g: func(); }
  `,
  "package a:b; interface i!; func f!; other!; interface j { func g; }",
);

check(
  "braces in the wrong kind of item",
  `
  package a:b;
  interface i {
  //          ^ error[unclosed-brace]: interface \`i\` is never closed: \`}\` is missing before the keyword \`interface\`
      resource r {
  //             ^ error[unclosed-brace]: resource \`r\` is never closed: \`}\` is missing before the keyword \`interface\`
          interface inner { f: func(); }
          g: func();
      }
  }
  interface j {}
  `,
  "package a:b; interface i { resource r {… … interface inner { func f; } func g!; other!; other!; interface j {}",
);

check(
  "braces and semicolons",
  `
  package a:b;
  interface i {
      record r { x: u8 };
  //                    ^ error[expected-interface-item]: expected a function, a type definition or \`use\`, found \`;\`
      resource s { f: func(); };
  //                           ^ error[expected-interface-item]: expected a function, a type definition or \`use\`, found \`;\`
      g: func();
  }
  `,
  "package a:b; interface i { record r; other!; resource s { func f; } other!; func g; }",
);
