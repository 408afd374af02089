// What includes bring into a world, and their new names.
import { test } from "node:test";
import { checkMarks } from "./marked.ts";

function check(name: string, source: string): void {
  test(name, () => checkMarks(source));
}

check(
  "an include that brings what is there",
  `
  package a:b;
  interface i {}
  world base {
      import i;
      import log: func();
      export run: func();
  }
  world one { include base; import i; }
  world two { include base; import log: func(); }
  //                  ^^^^ error[include-shadows]: this include brings an import \`log\`, and there is one already
  world three { include base; export run: interface {} }
  //                    ^^^^ error[include-shadows]: this include brings an export \`run\`, and there is one already
  world four { include base with { log as log2, run as run2 } import log: func(); export run: func(); }
  world five { include base; include four; }
  //                                 ^^^^ error[include-shadows]: this include brings an import \`log\`, and there is one already
  //                                 ^^^^ error[include-shadows]: this include brings an export \`run\`, and there is one already
  `,
);

check(
  "new names for what is not there",
  `
  package a:b;
  interface i {}
  world base { import i; import log: func(); }
  world w { include base with { i as j, lgo as log2, log as log3 } }
  //                            ^ error[include-unknown-name]: the included world has no import or export \`i\` to rename
  //                                    ^^^ error[include-unknown-name]: the included world has no import or export \`lgo\` to rename
  `,
);

check(
  "names that differ too little with what includes bring",
  `
  package a:b;
  world base { import read-all: func(); export done: func(); }
  world w { include base; import readall: func(); import done: func(); }
  //                ^^^^ error[include-clash]: with its includes this world has imports whose names differ only by case or hyphens: \`readall\` and \`read-all\`
  `,
);

check(
  "a setter that an include brings without its getter",
  `
  package a:b;
  world base { import x: get() -> u8; import x: set(v: u8); }
  world w { include base with { x as y } }
  `,
);

check(
  "an include of a world that is not there is said once",
  `
  package a:b;
  world w {
      include nothing with { a as b }
  //          ^^^^^^^ error[unresolved-path]: this package has no world \`nothing\`
      import a: func();
  }
  `,
);
