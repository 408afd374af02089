import assert from "node:assert/strict";
import { test } from "node:test";
import { waveOffers } from "../../src/wave/complete.ts";
import type { WitType } from "../../src/wave/wit-type.ts";
import { CANVAS, list, of, option, PERSON, params, RESULT, RIGHTS, SHAPE, TONE } from "../form/types.ts";

/** The text with `|` where the cursor is, the types, and what is offered. */
const CASES: readonly (readonly [text: string, types: readonly WitType[], ...offers: string[]])[] = [
  ["|", [TONE], "very-friendly", "formal", "%none"],
  ["fo|", [TONE], "formal"],
  ["%n|", [TONE], "%none"],
  ["formal |", [TONE, TONE]],
  ["formal, |", [TONE, of("bool")], "false", "true"],
  ["|", [SHAPE], "empty", "circle(|)", "polygon(|)"],
  ["polygon(|", [SHAPE], "[|]"],
  ["[p|olygon([])]", [list(SHAPE)], "polygon(|)"],
  ["|", [PERSON], "{full-name: |}"],
  ["{|", [PERSON], "full-name: ", "age: "],
  ['{full-name: "x", |', [PERSON], "age: "],
  ['{full-name: "x", age: |', [PERSON], "none", "some(|)"],
  ["{read-all, |", [RIGHTS], "write"],
  ["|", [RIGHTS], "{|}"],
  ["o|", [RESULT], "ok(|)"],
  ["ok(|", [RESULT]],
  ["|", [option(TONE)], "none", "some(|)", "very-friendly", "formal"],
  ["|", [of("f64")], "nan", "inf", "-inf"],
  ["|", [of("u32")]],
  ["c|", [CANVAS], "canvas#1", "canvas#2"],
  ["canvas#|", [CANVAS], "canvas#1", "canvas#2"],
  ['"fo|', [TONE]],
  ["// fo|", [TONE]],
  ["formal // f\n, |", [TONE, of("bool")], "false", "true"],
  ["nonsense, |", [TONE, TONE]],
];

for (const [marked, types, ...expected] of CASES) {
  test(`offers at ${JSON.stringify(marked)}: ${expected.join(" ")}`, () => {
    const offset = marked.indexOf("|");
    const text = marked.replace("|", "");
    const { offers } = waveOffers(text, offset, params(...types), () => ["canvas#1", "canvas#2"]);
    const shown = offers.map(({ insert, caret }) =>
      caret === insert.length ? insert : `${insert.slice(0, caret)}|${insert.slice(caret)}`,
    );
    assert.deepEqual(shown, expected);
  });
}
