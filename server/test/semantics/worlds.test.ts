// What a world imports and exports by its own text.
import { test } from "node:test";
import { checkMarks } from "./marked.ts";

function check(name: string, source: string): void {
  test(name, () => checkMarks(source));
}

check(
  "imports and exports are told apart by name, each on their side",
  `
  package a:b;
  interface i {}
  interface j {}
  world w {
      import f: func();
      export f: func();
      import F: func();
  //         ^ error[name-clash]: \`F\` clashes with \`f\`: names must differ by more than case and hyphens
      import f: interface {}
  //         ^ error[name-clash]: there are two of \`f\`
      import i;
      import n: i;
      import n: j;
  //         ^ error[name-clash]: there are two of \`n\`
      import i;
  //         ^ error[duplicate-world-item]: interface \`i\` is imported twice
      export i;
      type t = u8;
      import t: func();
  //         ^ error[name-clash]: there are two of \`t\`
      export t: func();
  }
  `,
);

check(
  "exports that need each other",
  `
  package a:b;
  interface types { type t = u8; }
  interface middle { use types.{t}; }
  interface top { use types.{t}; use middle.{t as u}; }
  world bad { export types; export top; }
  //                               ^^^ error[invalid-transitive-dependency]: \`a:b/top\` can't be exported like this: it would get the types of one interface twice, from an exported and from an imported copy
  world imports { export top; }
  world exports { export types; export middle; export top; }
  `,
);
