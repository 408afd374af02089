// Type hierarchy: what a type is another name of, marked `super`, and its other names, marked `sub`; worlds likewise.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { subtypes, supertypes, typeHierarchyItem } from "../../src/features/type-hierarchy.ts";
import { analysed, cursorIn, inWords } from "./support.ts";

function check(name: string, source: string): void {
  test(name, () => {
    const of = analysed(source);
    const { root, file, offset } = cursorIn(of);
    const item = typeHierarchyItem(root, file, offset, of.roots);
    const home = item && of.rootOf(item.uri);
    const found = [
      ...(home ? supertypes(home, item.id, of.roots) : []).map(i => `super ${inWords(of, i.uri, i.span)}`),
      ...(home ? subtypes(home, item.id, of.roots) : []).map(i => `sub ${inWords(of, i.uri, i.span)}`),
    ];
    const wanted = of.fixture.marks.map(m => `${m.label} ${inWords(of, m.uri, m)}`);
    deepEqual(found.sort(), wanted.sort());
  });
}

check(
  "aliases of all kinds",
  `
    //- /wit/a.wit
    package a:b;
    interface i {
      type base = u8;
        // ^^^^ super
      type m$0iddle = base;
      type one = middle;
        // ^^^ sub
      type other = list<middle>;
    }
    //- /wit/b.wit
    interface j {
      use i.{middle as two};
                    // ^^^ sub
      type three = two;
    }
    interface k {
      use i.{middle};
      type four = middle;
        // ^^^^ sub
    }
  `,
);
check(
  "handles of a resource",
  `
    package a:b;
    interface i {
      resource $0r;
      type h = own<r>;
        // ^ sub
      f: func(a: r);
    }
  `,
);
check(
  "a name given by as, through an interface that only passes it on",
  `
    package a:b;
    interface i { type t = u8; }
                    // ^ super
    interface j { use i.{t}; }
    interface k { use j.{t as u$0}; }
  `,
);
check(
  "worlds",
  `
    package a:b;
    world one {}
       // ^^^ super
    world t$0wo { include one; }
    world three { include two; }
       // ^^^^^ sub
    world four { include three; }
  `,
);
check("interfaces have none", "package a:b; interface i$0 {} world w { import i; }");
check("aliases in a circle", "package a:b; interface i { type a$0 = a; }");
