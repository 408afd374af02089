// Code lenses, each marked with what it says, as `| ` marks above what it stands for.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { codeLenses, type LensChoice, lensContent } from "../../src/features/code-lens.ts";
import { analysed } from "./support.ts";

/** Every lens of every file, with what it says, must be marked, and nothing else. */
function check(name: string, choice: LensChoice, source: string): void {
  test(name, () => {
    const of = analysed(source);
    const found = of.files.flatMap(file => {
      const root = of.rootOf(file.source.uri);
      return codeLenses(root, file, of.roots, choice).map(lens => {
        const content = lensContent(root, of.roots, lens);
        const places = new Set(content!.places.map(({ uri, span }) => `${uri} ${span.start}`));
        deepEqual(places.size, Number(/\d+/.exec(content!.title)![0]), content!.title);
        return `${file.source.uri} ${lens.start}-${lens.end} ${content!.title}`;
      });
    });
    const wanted = of.fixture.marks.map(m => `${m.uri} ${m.start}-${m.end} ${m.label}`);
    deepEqual(found.sort(), wanted.sort());
  });
}

const all: LensChoice = { references: "all", worlds: true };

const text = `
  //- /wit/a.wit
  package a:b;
  interface first {
         // ^^^^^ 3 references
         // ^^^^^ exported by 2 worlds
    type t = u8;
      // ^ 2 references
    resource r { f: func(a: t); }
          // ^ 0 references
  }
  //- /wit/b.wit
  interface second { use first.{t}; }
         // ^^^^^^ 0 references
  world one { export first; }
     // ^^^ 1 reference
     // ^^^ included by 1 world
  world two {
     // ^^^ 0 references
    include one;
    import first;
  }
`;
const without = (label: RegExp): string =>
  text
    .split("\n")
    .filter(line => !/\/\/ \^/.test(line) || !label.test(line))
    .join("\n");

check("interfaces, worlds and types", all, text);
check("interfaces and worlds alone", { references: "items", worlds: true }, without(/\/\/ \^ (?:0|2) ref/));
check("worlds alone", { references: "off", worlds: true }, without(/reference/));
check("references alone", { references: "all", worlds: false }, without(/by \d/));
check("nothing", { references: "off", worlds: false }, without(/./));
check(
  "what other folders say of the same package",
  all,
  `
    //- /lib/t.wit
    package x:y@1.0.0;
    interface t {}
           // ^ 1 reference
           // ^ exported by 1 world
    //- /one/main.wit
    package a:b;
    world w { export x:y/t@1.0.0; }
       // ^ 0 references
    //- /one/deps/y.wit
    package x:y@1.0.0;
    interface t {}
           // ^ 1 reference
           // ^ exported by 1 world
  `,
);

test("nothing is said of what is gone", () => {
  const of = analysed("package a:b; interface i {}");
  for (const kind of ["references", "worlds"] as const)
    deepEqual(lensContent(of.roots[0]!, of.roots, { kind, id: "a:b/gone" }), undefined);
});
