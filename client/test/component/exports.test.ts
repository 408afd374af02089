import assert from "node:assert/strict";
import { test } from "node:test";
import { componentEmbed, componentNew } from "@bytecodealliance/jco-transpile/wasm-tools";
import { exportedFunctions } from "../../src/component/exports.ts";
import { callName } from "../../src/wave/call.ts";
import { typeText } from "../../src/wave/wit-type.ts";

/** The functions of a component made for the first world of a WIT package, one a line. */
async function functionsOf(witSource: string): Promise<readonly string[]> {
  const component = await componentNew(await componentEmbed({ witSource, dummy: true }), []);
  return exportedFunctions(component).map(found => {
    const params = found.type.params.map(({ name, type }) => `${name}: ${typeText(type)}`);
    const result = found.type.result === undefined ? "" : ` -> ${typeText(found.type.result)}`;
    return `${callName(found)}(${params.join(", ")})${result}`;
  });
}

test("every kind of type is read", async () => {
  const found = await functionsOf(`
    package demo:kinds@1.2.3;
    interface all {
      record r { first: u8, second: string }
      variant v { none, some-of(list<r>) }
      enum e { one, two }
      flags f { read, write }
      type alias = tuple<s8, s16, s32, s64>;
      resource res { constructor(x: u32); read: func(n: u64) -> list<u8>; open: static func() -> res; }
      a: func(r: r, v: v, e: e, f: f, t: alias);
      b: func(a: bool, b: u8, c: u16, d: u32, e: u64, f: f32, g: f64, h: char, i: string);
      c: func(o: option<option<u8>>, l: list<list<string>>) -> result<u8, string>;
      d: func() -> result;
      e-e: func(r: borrow<res>) -> option<res>;
    }
    world w { export all; export plain: func(x: u32) -> u32; export inline: interface { g: func(); } }
  `);
  assert.deepEqual([...found].sort(), [
    "demo:kinds/all.[constructor]res@1.2.3(x: u32) -> res",
    "demo:kinds/all.[method]res.read@1.2.3(self: borrow<res>, n: u64) -> list<u8>",
    "demo:kinds/all.[static]res.open@1.2.3() -> res",
    "demo:kinds/all.a@1.2.3(r: record { first, second }, v: variant { none, some-of }, e: enum { one, two }, f: flags { read, write }, t: tuple<s8, s16, s32, s64>)",
    "demo:kinds/all.b@1.2.3(a: bool, b: u8, c: u16, d: u32, e: u64, f: f32, g: f64, h: char, i: string)",
    "demo:kinds/all.c@1.2.3(o: option<option<u8>>, l: list<list<string>>) -> result<u8, string>",
    "demo:kinds/all.d@1.2.3() -> result",
    "demo:kinds/all.e-e@1.2.3(r: borrow<res>) -> option<res>",
    "inline.g()",
    "plain(x: u32) -> u32",
  ]);
});

test("types that come from an import are read", async () => {
  const found = await functionsOf(`
    package demo:imports;
    interface types { record point { x: f64, y: f64 } }
    interface shapes { use types.{point}; area: func(corners: list<point>) -> f64; }
    world w { import types; export shapes; }
  `);
  assert.deepEqual(found, ["demo:imports/shapes.area(corners: list<record { x, y }>) -> f64"]);
});

test("what is no component is an error in words", () => {
  assert.throws(
    () => exportedFunctions(Uint8Array.of(0, 97, 115, 109, 13, 0, 1, 0, 7, 9, 1, 0x50)),
    /ends too early|unknown kind/,
  );
});
