import assert from "node:assert/strict";
import { test } from "node:test";
import { printValue } from "../../src/wave/print.ts";
import { readArguments } from "../../src/wave/read.ts";
import { WaveError } from "../../src/wave/tokens.ts";
import type { Primitive, WitType } from "../../src/wave/wit-type.ts";

const of = (kind: Primitive): WitType => ({ kind });
const STRING = of("string");
const U32 = of("u32");
const TONE: WitType = { kind: "enum", names: ["very-friendly", "formal", "none"] };
const PERSON: WitType = {
  kind: "record",
  fields: [
    { name: "full-name", type: STRING },
    { name: "age", type: { kind: "option", element: of("u8") } },
  ],
};
const SHAPE: WitType = {
  kind: "variant",
  cases: [
    { name: "empty", type: undefined },
    { name: "circle", type: of("f64") },
    { name: "at", type: { kind: "tuple", elements: [U32, U32] } },
  ],
};
const RIGHTS: WitType = { kind: "flags", names: ["read-all", "write"] };
const RESULT: WitType = { kind: "result", ok: U32, err: STRING };
const option = (element: WitType): WitType => ({ kind: "option", element });
const list = (element: WitType, size?: number): WitType =>
  size === undefined ? { kind: "list", element } : { kind: "list", element, size };

/** Text, its type, the value that jco takes, and the text that comes back where it differs. */
const VALUES: readonly (readonly [text: string, type: WitType, value: unknown, printed?: string])[] = [
  ["true", of("bool"), true],
  ["255", of("u8"), 255],
  ["-128", of("s8"), -128],
  ["18446744073709551615", of("u64"), 18446744073709551615n],
  ["-9223372036854775808", of("s64"), -9223372036854775808n],
  ["1.5", of("f64"), 1.5],
  ["1e3", of("f64"), 1000, "1000"],
  ["-inf", of("f32"), Number.NEGATIVE_INFINITY],
  ["nan", of("f64"), Number.NaN],
  ["'x'", of("char"), "x"],
  ["'😀'", of("char"), "😀"],
  ["'\\u{1f600}'", of("char"), "😀", "'😀'"],
  ['"a\\n\\"b\\" \\\\ ü"', STRING, 'a\n"b" \\ ü'],
  ['"""\n  one\n  two\n  """', STRING, "one\ntwo", '"one\\ntwo"'],
  ["[]", list(U32), []],
  ["[1, 2,]", list(U32), [1, 2], "[1, 2]"],
  ["[1, 2]", list(of("u8")), Uint8Array.of(1, 2)],
  ["[1, 2]", list(U32, 2), [1, 2]],
  ['(1, "a")', { kind: "tuple", elements: [U32, STRING] }, [1, "a"]],
  ["very-friendly", TONE, "very-friendly"],
  ["%none", TONE, "none"],
  ['{full-name: "Ada", age: some(36)}', PERSON, { fullName: "Ada", age: 36 }],
  ['{full-name: "Ada"}', PERSON, { fullName: "Ada" }],
  ['{age: 36, full-name: "Ada"}', PERSON, { fullName: "Ada", age: 36 }, '{full-name: "Ada", age: some(36)}'],
  ["{read-all, write}", RIGHTS, { readAll: true, write: true }],
  ["{}", RIGHTS, {}],
  ["empty", SHAPE, { tag: "empty" }],
  ["circle(1.5)", SHAPE, { tag: "circle", val: 1.5 }],
  ["at((1, 2))", SHAPE, { tag: "at", val: [1, 2] }],
  ["none", option(U32), undefined],
  ["some(1)", option(U32), 1],
  ["1", option(U32), 1, "some(1)"],
  ["some(none)", option(option(U32)), { tag: "some", val: undefined }],
  ["none", option(option(U32)), { tag: "none" }],
  ["ok(1)", RESULT, { tag: "ok", val: 1 }],
  ['err("no")', RESULT, { tag: "err", val: "no" }],
  ["ok", { kind: "result", ok: undefined, err: undefined }, { tag: "ok" }],
  ["{:}", { kind: "record", fields: [{ name: "x", type: option(option(U32)) }] }, { x: { tag: "none" } }],
  ['[("a", 1)]', { kind: "map", key: STRING, value: U32 }, new Map([["a", 1]])],
  [" // a remark\n 1 ", U32, 1, "1"],
];

for (const [text, type, value, printed] of VALUES) {
  test(`reads and prints ${JSON.stringify(text)}`, () => {
    const [read] = readArguments(text, [{ name: "x", type }]);
    assert.deepEqual(read, value);
    assert.equal(printValue(read, type), printed ?? text);
  });
}

const MISTAKES: readonly (readonly [text: string, types: readonly WitType[], problem: string])[] = [
  ["256", [of("u8")], "0: 256 is out of the range of u8 (0 to 255)"],
  ["-1", [U32], "0: -1 is out of the range of u32 (0 to 4294967295)"],
  ["1.5", [U32], "0: a whole number (u32) is expected"],
  ["1", [STRING], '0: a "string" is expected'],
  ["1 2", [U32, U32], "2: a comma is expected"],
  ["1", [U32, U32], "1: p1 (u32) is missing"],
  ["1, 2", [U32], "3: only 1 value is expected"],
  ["[1, x]", [list(U32)], "4: a whole number (u32) is expected"],
  ["[1]", [list(U32, 2)], "0: 2 elements are expected"],
  ["loud", [TONE], "0: one of very-friendly, formal, none is expected"],
  ["{age: 1}", [PERSON], "0: the field full-name (string) is missing"],
  ['{name: "x"}', [PERSON], "1: one of the fields full-name, age is expected"],
  ['{full-name: "x", full-name: "y"}', [PERSON], "17: the field full-name is there twice"],
  ["square(1)", [SHAPE], "0: one of empty, circle, at is expected"],
  ["circle", [SHAPE], "6: ( is expected"],
  ["{delete}", [RIGHTS], "1: one of read-all, write is expected"],
  ["'ab'", [of("char")], `0: "'" is not expected here`],
  ['"\\q"', [STRING], "0: \\q is not an escape"],
  ["1", [{ kind: "handle", what: "resource" }], "0: a resource can't be written as text"],
];

for (const [text, types, problem] of MISTAKES) {
  test(`finds the mistake in ${JSON.stringify(text)}`, () => {
    const params = types.map((type, index) => ({ name: `p${index}`, type }));
    assert.throws(
      () => readArguments(text, params),
      (error: unknown) => {
        assert.ok(error instanceof WaveError);
        assert.equal(`${error.at}: ${error.message}`, problem);
        return true;
      },
    );
  });
}

test("a 32-bit float has its own shortest digits", () => {
  assert.equal(printValue(Math.fround(0.1), of("f32")), "0.1");
  assert.equal(printValue(0.1, of("f64")), "0.1");
  assert.equal(printValue(-0, of("f64")), "-0");
});

test("options at the end may be left out", () => {
  const params = [
    { name: "a", type: U32 },
    { name: "b", type: option(U32) },
  ];
  assert.deepEqual(readArguments("1", params), [1, undefined]);
});
