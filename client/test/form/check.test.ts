import assert from "node:assert/strict";
import { test } from "node:test";
import { formProblems } from "../../src/form/check.ts";
import type { FormValue } from "../../src/form/value.ts";
import type { HandleType, WitType } from "../../src/wave/wit-type.ts";
import { CANVAS, choice, items, list, of, option, PERSON, params, SHAPE, text } from "./types.ts";

const MAP: WitType = { kind: "map", key: of("u8"), value: of("string") };
const canvas = (name: string): FormValue => ({ kind: "handle", name });

/** A value, its type, and the problems: path and message. */
const CASES: readonly (readonly [value: FormValue, type: WitType, ...problems: string[]])[] = [
  [text("255"), of("u8")],
  [text(" 007 "), of("u8")],
  [text("256"), of("u8"), "0: 256 is out of the range of u8 (0 to 255)"],
  [text("-129"), of("s8"), "0: -129 is out of the range of s8 (-128 to 127)"],
  [text("18446744073709551615"), of("u64")],
  [
    text("18446744073709551616"),
    of("u64"),
    "0: 18446744073709551616 is out of the range of u64 (0 to 18446744073709551615)",
  ],
  [text("-9223372036854775808"), of("s64")],
  [text(""), of("u32"), "0: a whole number (u32) is expected"],
  [text("1.5"), of("u32"), "0: a whole number (u32) is expected"],
  [text("1, 2"), of("u32"), "0: a whole number (u32) is expected"],
  [text("0x10"), of("u32"), "0: a whole number (u32) is expected"],
  [text("-"), of("s32"), "0: a whole number (s32) is expected"],
  [text("1e-7"), of("f32")],
  [text("-inf"), of("f64")],
  [text("one"), of("f64"), "0: a number is expected (also nan, inf and -inf)"],
  [text("1."), of("f32"), "0: a number is expected (also nan, inf and -inf)"],
  [text("😀"), of("char")],
  [text(""), of("char"), "0: exactly one character is expected"],
  [text("ab"), of("char"), "0: exactly one character is expected"],
  [text("\ud800"), of("char"), "0: this holds half of a character, which is no text"],
  [text("a\nb"), of("string")],
  [text("\udc00"), of("string"), "0: this holds half of a character, which is no text"],
  [choice("some", text("x")), option(of("u8")), "0,0: a whole number (u8) is expected"],
  [choice("circle", text("x")), SHAPE, "0,0: a number is expected (also nan, inf and -inf)"],
  [choice("square"), SHAPE, "0: one of the cases has to be chosen"],
  [choice("polygon", items(text("1"), text("x"))), SHAPE, "0,0,1: a whole number (u32) is expected"],
  [items(text("Ada"), choice("some", text("300"))), PERSON, "0,1,0: 300 is out of the range of u8 (0 to 255)"],
  [items(text("1")), { kind: "list", element: of("u8"), size: 2 }, "0: 2 elements are expected"],
  [items(items(text("1"), text("a")), items(text("01"), text("b"))), MAP, "0,1,0: this key is there twice"],
  [
    items(text("x"), text("y")),
    list(of("u8")),
    "0,0: a whole number (u8) is expected",
    "0,1: a whole number (u8) is expected",
  ],
  [canvas("canvas#1"), CANVAS],
  [canvas(""), CANVAS, "0: no canvas is chosen"],
  [canvas("canvas#2"), CANVAS, "0: there is no canvas#2"],
  [canvas(""), { kind: "handle", what: "stream" }, "0: no stream can be given here"],
];

const onlyFirst = (name: string, _type: HandleType): string => {
  if (name !== "canvas#1") throw new Error(`there is no ${name}`);
  return name;
};

for (const [value, type, ...expected] of CASES) {
  test(`${JSON.stringify(value)} as ${type.kind}: ${expected.join("; ") || "right"}`, () => {
    const found = formProblems([value], params(type), onlyFirst);
    assert.deepEqual(
      found.map(({ path, message }) => `${path}: ${message}`),
      expected,
    );
  });
}
