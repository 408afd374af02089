import assert from "node:assert/strict";
import { test } from "node:test";
import { argumentProblem } from "../../src/wave/signature.ts";

const PARAMS = [
  { name: "who", type: "string" },
  { name: "age", type: "u8" },
  { name: "title", type: "option<string>" },
];

const CASES: readonly (readonly [text: string, problem: string | undefined])[] = [
  ['"Ada", 36, some("Dr")', undefined],
  ['"Ada", 36', undefined],
  ['"Ada"', "3 values are expected, 1 given: age (u8) is missing"],
  ["", "3 values are expected, 0 given: who (string) is missing"],
  ["1, 2, 3, 4", "3 values are expected, 4 given"],
  ["1,,2", "Value 2 is empty"],
  ["(1", "( is not closed (character 1)"],
];

for (const [text, problem] of CASES) {
  test(`arguments ${JSON.stringify(text)}`, () => assert.equal(argumentProblem(PARAMS, text), problem));
}
