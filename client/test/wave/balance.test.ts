import assert from "node:assert/strict";
import { test } from "node:test";
import { checkBalance, splitValues } from "../../src/wave/balance.ts";

const BALANCE: readonly (readonly [text: string, problem: string | undefined])[] = [
  ["", undefined],
  ["1, [2, (3)], {a: 4}", undefined],
  ['"a ) \\" b", \')\'', undefined],
  ["(1, 2", "0: ( is not closed"],
  ["1)", "1: ) closes nothing"],
  ["[1)", "2: ) stands where ] closes ["],
  ['greet("x', '6: " is not closed'],
  ["'", "0: ' is not closed"],
  ["({[", "2: [ is not closed"],
];

for (const [text, problem] of BALANCE) {
  test(`balance of ${JSON.stringify(text)}`, () => {
    const found = checkBalance(text);
    assert.equal(found && `${found.offset}: ${found.message}`, problem);
  });
}

const SPLITS: readonly (readonly [text: string, parts: readonly string[]])[] = [
  ["", []],
  ["  ", []],
  ["1", ["1"]],
  ["1, 2", ["1", "2"]],
  ["1, 2,", ["1", "2"]],
  ["1,,2", ["1", "", "2"]],
  ['"a, b", (1, 2), [3, 4], {a: 5, b: 6}', ['"a, b"', "(1, 2)", "[3, 4]", "{a: 5, b: 6}"]],
  ["',', 1", ["','", "1"]],
];

for (const [text, parts] of SPLITS) {
  test(`values in ${JSON.stringify(text)}`, () => assert.deepEqual(splitValues(text), parts));
}
