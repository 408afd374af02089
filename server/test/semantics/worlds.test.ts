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
  //         ^ error[name-clash]: \`f\` is there already
      import i;
      import n: i;
      import n: j;
  //         ^ error[name-clash]: \`n\` is there already
      import i;
  //         ^ error[duplicate-world-item]: interface \`i\` is imported twice
      export i;
      type t = u8;
      import t: func();
  //         ^ error[name-clash]: \`t\` is there already
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
  //                               ^^^ error[invalid-transitive-dependency]: \`top\` can't be exported like this: it would meet two copies of \`types\`, an exported one and an imported one (\`top\` → \`middle\` → \`types\`)
  world imports { export top; }
  world exports { export types; export middle; export top; }
  `,
);
