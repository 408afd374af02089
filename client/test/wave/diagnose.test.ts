import assert from "node:assert/strict";
import { test } from "node:test";
import { placeText, waveMistake } from "../../src/wave/diagnose.ts";
import type { WitType } from "../../src/wave/wit-type.ts";
import { CANVAS, list, of, PERSON, params, TONE } from "../form/types.ts";

/** The text, the types, and the mistake: the part that is underlined, where, and the message. */
const CASES: readonly (readonly [text: string, types: readonly WitType[] | undefined, mistake?: string])[] = [
  ["formal", [TONE]],
  ["loud", [TONE], '"loud" at 0: one of very-friendly, formal, none is expected'],
  ["[1, 300]", [list(of("u8"))], '"300" at 4: 300 is out of the range of u8 (0 to 255)'],
  ['{full-name: "x", ag: 1}', [PERSON], '"ag" at 17: one of the fields full-name, age is expected'],
  ["[1, 2", [list(of("u8"))], '"[" at 0: [ is not closed'],
  ['"a', [of("string")], '""" at 0: " is not closed'],
  ["", [of("u8")], '"" at 0: p0 (u8) is missing'],
  ["1 2", [of("u8"), of("u8")], '"2" at 2: a comma is expected'],
  ["canvas#1", [CANVAS], `"canvas#1" at 0: a resource can't be written as text`],
  ["anything, at [all]", undefined],
  ["f(", undefined, '"(" at 1: ( is not closed'],
];

for (const [text, types, expected] of CASES) {
  test(`the mistake in ${JSON.stringify(text)}`, () => {
    const found = waveMistake(text, types && params(...types));
    const shown = found && `"${text.slice(found.start, found.end)}" at ${found.start}: ${found.message}`;
    assert.equal(shown, expected);
  });
}

test("places count from 1, and name the line where there are several", () => {
  assert.equal(placeText("abc", 2), "column 3");
  assert.equal(placeText("a\nbc", 3), "line 2, column 2");
});
