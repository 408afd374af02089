// The types and functions of interfaces in the model: order, handles, documentation, gates.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import type { Features } from "../../src/workspace/layout-types.ts";
import { modelText } from "./model-text.ts";

function check(name: string, source: string, expected: string, features?: Features): void {
  test(name, () => equal(modelText(source, features), expected.trim()));
}

check(
  "types come after what they need, and no earlier than a use that they need",
  `
    package a:b;
    interface i { type t = u32; }
    interface j {
      type first = list<last>;
      type b = u32;
      type a = t;
      type last = a;
      use i.{t};
    }
  `,
  `
package a:b
interface i
  t = u32
interface j
  t = a:b/i.t
  b = u32
  a = t
  last = a
  first = list<last>`,
);

check(
  "every kind of type",
  `
    package a:b;
    interface i {
      resource r;
      record rec { x: f32, y: option<rec2> }
      record rec2 { h: own<r>, b: borrow<r>, r: r }
      variant v { a, b(tuple<u8, char>) }
      enum e { x, y }
      flags fl { p, q }
      type al = e;
      type ow = own<r>;
      type li = list<list<u8, 4>>;
      type re = result<_, string>;
      type re2 = result;
      type st = stream<u8>;
      type fu = future;
      type ma = map<string, s64>;
      type ec = error-context;
    }
  `,
  `
package a:b
interface i
  r = resource
  rec2 = record { h: own<r>, b: borrow<r>, r: own<r> }
  rec = record { x: f32, y: option<rec2> }
  v = variant { a, b: tuple<u8, char> }
  e = enum { x, y }
  fl = flags { p, q }
  al = e
  ow = own<r>
  li = list<list<u8, 4>>
  re = result<_, string>
  re2 = result<_, _>
  st = stream<u8>
  fu = future<_>
  ma = map<string, s64>
  ec = error-context`,
);

check(
  "functions of resources get their handles, and setters stand behind their getters",
  `
    package a:b;
    interface i {
      resource r {
        constructor(n: u32);
        size: set(n: u32);
        make: static func() -> result<r>;
        size: get() -> u32;
        close: async func();
      }
      f: func(a: r, b: borrow<r>);
      level: get() -> u8;
    }
  `,
  `
package a:b
interface i
  r = resource
  [constructor]r: constructor(n: u32) -> own<r>
  [static]r.make: static() -> result<own<r>, _>
  [method][get]r.size: method-getter(self: borrow<r>) -> u32
  [method][set]r.size: method-setter(self: borrow<r>, n: u32)
  [method]r.close: async-method(self: borrow<r>)
  f: freestanding(a: own<r>, b: borrow<r>)
  [get]level: getter() -> u8`,
);

check(
  "every comment in front of an item or a field counts, without its marks and common indentation",
  `
    // not even a doc comment

    //// package
    package a:b;
    /// One.
    ///
    ///   Two.
    // Three.
    interface i { // four
      /** A block */
      record r { // left
        /// left out, or not?
        a: u32 /* of a */, // of b
        b: u8 // of nothing
      } /* five */ f: func(/// of a parameter
        a: r);
    }
  `,
  `
package a:b "not even a doc comment\\npackage"
interface i "One.\\n\\n  Two.\\nThree."
  r = record { a: u32 "left\\nleft out, or not?", b: u8 "of b" } "four\\nA block"
  f: freestanding(a: r) "* five */"`,
);

check(
  "what is gated off is not there, also by name of its feature",
  `
    package a:b@2.0.0;
    interface i {
      @since(version = 1.0.0) @deprecated(version = 1.5.0) type kept = u8;
      @unstable(feature = one) type first = u8;
      @unstable(feature = two) type second = u8;
      @unstable(feature = one) f: func(a: first);
      @unstable(feature = two) g: func(a: second);
    }
    @unstable(feature = two) interface none {}
    world w {
      @unstable(feature = one) import f: func();
      @unstable(feature = two) import none;
    }
  `,
  `
package a:b@2.0.0
interface i
  kept = u8 @since 1.0.0 deprecated 1.5.0
  first = u8 @unstable one
  f: freestanding(a: first) @unstable one
world w
  import f: freestanding() @unstable one`,
  { names: ["one"], all: false },
);
