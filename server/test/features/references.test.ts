// References and highlights: every place marked, and no other, names what the cursor is on.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { highlights } from "../../src/features/highlight.ts";
import { references } from "../../src/features/references.ts";
import { analysed, cursorIn, inWords } from "./support.ts";

/** Marks: `def` where it is declared, `ref` where it is named. */
function check(name: string, source: string): void {
  test(name, () => {
    const of = analysed(source);
    const { root, file, offset } = cursorIn(of);
    const words = { definition: "def", reference: "ref" } as const;
    const found = references(root, file, offset, of.roots).map(r => `${words[r.role]} ${inWords(of, r.uri, r.span)}`);
    const wanted = of.fixture.marks.map(m => `${m.label} ${inWords(of, m.uri, m)}`);
    deepEqual(found.sort(), wanted.sort());
    const here = highlights(root, file, offset).map(h => inWords(of, file.source.uri, h.span));
    const wantedHere = of.fixture.marks.flatMap(m => (m.uri === file.source.uri ? [inWords(of, m.uri, m)] : []));
    deepEqual(here.sort(), wantedHere.sort());
  });
}

check(
  "r of one interface is not r of another",
  `
    package a:b;
    interface one {
      resource r;
            // ^ def
      f: func(a: borrow<$0r>);
                     // ^ ref
    }
    interface two {
      resource r;
      f: func(a: borrow<r>);
    }
  `,
);
check(
  "a type in the files of its package",
  `
    //- /wit/a.wit
    package a:b;
    interface t { type $0id = u8; }
                   //    ^^ def
    //- /wit/b.wit
    interface i {
      use t.{id};
          // ^^ ref
      f: func(id: u8) -> id;
                      // ^^ ref
    }
    //- /wit/c.wit
    interface j {
      use t.{id as x};
          // ^^ ref
      g: func() -> x;
    }
  `,
);
check(
  "a name given by as is another name",
  `
    package a:b;
    interface t { type id = u8; }
    interface j {
      use t.{id as $0x};
                //   ^ def
      g: func() -> x;
                // ^ ref
    }
  `,
);
check(
  "one of two versions",
  `
    //- /wit/main.wit
    package a:b;
    world w {
      import x:y/$0t@1.0.0;
             //    ^ ref
      import x:y/t@2.0.0;
    }
    //- /wit/deps/one.wit
    package x:y@1.0.0;
    interface t {}
           // ^ def
    //- /wit/deps/two.wit
    package x:y@2.0.0;
    interface t {}
  `,
);
check(
  "a package and its copies in other folders' deps",
  `
    //- /lib/t.wit
    package x:y;
    interface t { type $0v = u8; }
                   //    ^ def
    //- /one/main.wit
    package a:b;
    interface i { use x:y/t.{v}; }
                          // ^ ref
    //- /one/deps/x/t.wit
    package x:y;
    interface t { type v = u8; }
                    // ^ def
    //- /two/main.wit
    package x:y;
    interface t { type v = u8; }
  `,
);
check(
  "a package",
  `
    //- /wit/a.wit
    package $0a:b;
         //   ^^^ def
    use x:y/t;
    //- /wit/b.wit
    package a:b;
         // ^^^ def
    //- /wit/deps/x/t.wit
    package x:y;
    interface t {}
    interface u { use a:b/v.{w}; }
                   // ^^^ ref
  `,
);
check(
  "a getter and its setter",
  `
    package a:b;
    interface i {
      $0x: get() -> u8;
    //  ^ def
      x: set(v: u8);
   // ^ def
    }
  `,
);
check(
  "an import that an include renames",
  `
    package a:b;
    world one { import $0f: func(); }
                   //    ^ def
    world two { include one with { f as g } }
                                // ^ ref
    world three { import f: func(); }
  `,
);
