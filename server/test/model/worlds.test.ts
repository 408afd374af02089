// Worlds in the model: what they import and export in the end, and what belongs to whom after an include.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { modelText } from "./model-text.ts";

/** Compares the lines of the worlds alone. */
function check(name: string, source: string, expected: string): void {
  test(name, () => {
    const text = modelText(source);
    equal(text.slice(text.indexOf("\nworld") + 1), expected.trim());
  });
}

check(
  "interfaces that are needed come along, before what needs them, whatever the order of the text",
  `
    package a:b;
    world w {
      import f: func();
      import c;
      use a.{t};
    }
    interface a { type t = u8; }
    interface b { use a.{t}; }
    interface c { use b.{t}; }
  `,
  `
world w
  import a:b/a
  import a:b/b
  import a:b/c
  import t = a:b/a.t
  import f: freestanding()`,
);

check(
  "what an export needs is imported, or exported where that is said",
  `
    package a:b;
    interface a { type t = u8; }
    interface b { use a.{t}; }
    world one { @external-id("of b") export b; }
    world two { export b; /// lost
      export a; }
  `,
  `
world one
  import a:b/a @id "of b"
  export a:b/b @id "of b"
world two
  export a:b/a
  export a:b/b`,
);

check(
  "an include copies what the included world defines, under the new names",
  `
    package a:b;
    interface i { resource r; }
    world w {
      use i.{r};
      resource q { constructor(r: r); level: get() -> u8; }
      type alias = q;
      import f: func(a: q) -> list<alias>;
      import in: interface { use i.{r}; type h = borrow<r>; g: func(a: h); }
      export named: i;
    }
    world v { include w with { q as p, f as ff, in as inner } }
    world u { include v with { p as o, named as other } }
  `,
  `
world w
  import a:b/i
  import in:
    r = a:b/i.r
    h = borrow<r>
    g: freestanding(a: h)
  import r = a:b/i.r
  import q = resource
  import alias = q
  import f: freestanding(a: own<q>) -> list<own<alias>>
  import [constructor]q: constructor(r: own<r>) -> own<q>
  import [method][get]q.level: method-getter(self: borrow<q>) -> u8
  export named: a:b/i
world v
  import a:b/i
  import inner: (copy)
    r = a:b/i.r
    h = borrow<r>
    g: freestanding(a: h)
  import r = a:b/i.r
  import p = resource
  import alias = p
  import ff: freestanding(a: own<p>) -> list<own<alias>>
  import [constructor]p: constructor(r: own<r>) -> own<p>
  import [method][get]p.level: method-getter(self: borrow<p>) -> u8
  export named: a:b/i
world u
  import a:b/i
  import inner: (copy)
    r = a:b/i.r
    h = borrow<r>
    g: freestanding(a: h)
  import r = a:b/i.r
  import o = resource
  import alias = o
  import ff: freestanding(a: own<o>) -> list<own<alias>>
  import [constructor]o: constructor(r: own<r>) -> own<o>
  import [method][get]o.level: method-getter(self: borrow<o>) -> u8
  export other: a:b/i`,
);

check(
  "gates of included interfaces are merged; those of another package's fall away",
  `
    //- /wit/a.wit
    package a:b@2.0.0;
    interface i {}
    world plain { import i; }
    world gated { /// said
      @since(version = 1.0.0) import i; }
    world both { include plain; include gated; }
    world far { include c:d/gated@1.0.0; }

    //- /wit/deps/c.wit
    package c:d@1.0.0;
    interface k {}
    world gated { @since(version = 1.0.0) import k; }
  `,
  `
world gated
  import c:d@1.0.0/k @since 1.0.0
package a:b@2.0.0
interface i
world plain
  import a:b@2.0.0/i
world gated
  import a:b@2.0.0/i @since 1.0.0 "said"
world both
  import a:b@2.0.0/i @since 1.0.0
world far
  import c:d@1.0.0/k`,
);
