// Call hierarchy: who names an interface or world, marked `in: how`, and what it names, marked `out: how`.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { callHierarchyItem, type HierarchyLink, incoming, outgoing } from "../../src/features/call-hierarchy.ts";
import { analysed, cursorIn, inWords } from "./support.ts";

/** Asks at `$0`; `at` is what the hierarchy starts from, the marks are where one names the other. */
function check(name: string, source: string, at: string): void {
  test(name, () => {
    const of = analysed(source);
    const { root, file, offset } = cursorIn(of);
    const item = callHierarchyItem(root, file, offset, of.roots);
    deepEqual(item && `${item.kind} ${item.name} of ${item.home}`, at);
    const home = of.rootOf(item!.uri);
    const words = (direction: string, uri: string | undefined, { item: other, relations, spans }: HierarchyLink) =>
      spans.map(span => `${direction}: ${relations} ${inWords(of, uri ?? other.uri, span)}`);
    const found = [
      ...incoming(home, item!.id, of.roots).flatMap(link => words("in", undefined, link)),
      ...outgoing(home, item!.id, of.roots).flatMap(link => words("out", item!.uri, link)),
    ];
    const wanted = of.fixture.marks.map(m => `${m.label} ${inWords(of, m.uri, m)}`);
    deepEqual(found.sort(), wanted.sort());
  });
}

check(
  "an interface",
  `
    //- /wit/a.wit
    package a:b;
    interface base { type t = u8; type u = u8; }
    interface i$0 {
      use base.{t};
       // ^^^^ out: use
      use base.{u};
       // ^^^^ out: use
      f: func(a: t) -> u;
    }
    //- /wit/b.wit
    interface j { use i.{t}; }
                   // ^ in: use
    world w { import i; export j; }
                  // ^ in: import
    world v { export i; }
                  // ^ in: export
    world u { include v; }
  `,
  "interface i of a:b",
);
check(
  "a world, all that it names",
  `
    //- /wit/main.wit
    package a:b@1.0.0;
    use x:y/t as k;
    interface i {}
    world one { import i; }
    world tw$0o {
      include one with { f as g }
           // ^^^ out: include
      import i;
          // ^ out: import,export
      export i;
          // ^ out: import,export
      import k;
          // ^ out: import
      import own: interface {
        use i2.{v};
         // ^^ out: use
      }
    }
    interface i2 { type v = u8; }
    world three { include two; }
                       // ^^^ in: include
    //- /wit/deps/x.wit
    package x:y;
    interface t {}
  `,
  "world two of a:b@1.0.0",
);
check(
  "from a type, the interface that has it",
  `
    package a:b;
    interface i { type t = u8; }
    interface j {
      use i.{t};
       // ^ in: use
      f: func(a: $0t);
    }
  `,
  "interface i of a:b",
);
check(
  "of another package, in all folders that have its version",
  `
    //- /lib/t.wit
    package x:y@1.0.0;
    interface t {}
    //- /one/main.wit
    package a:b;
    world w { import x:y/t@1.0.0; import x:y/t@2.0.0; }
                      // ^ in: import
    //- /one/deps/y1.wit
    package x:y@1.0.0;
    interface t$0 {}
    //- /one/deps/y2.wit
    package x:y@2.0.0;
    interface t {}
    //- /two/main.wit
    package c:d;
    world w { export x:y/t@1.0.0; }
                      // ^ in: export
    //- /two/deps/y.wit
    package x:y@1.0.0;
    interface t {}
  `,
  "interface t of x:y@1.0.0",
);

test("nothing for a package or a keyword", () => {
  for (const source of ["package a$0:b;", "package a:b; wor$0ld w {}"]) {
    const { root, file, offset } = cursorIn(analysed(source));
    deepEqual(callHierarchyItem(root, file, offset), undefined);
  }
});
