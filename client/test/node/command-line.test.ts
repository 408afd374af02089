import assert from "node:assert/strict";
import { test } from "node:test";
import { splitArguments } from "../../src/node/command-line.ts";

const LINES: readonly (readonly [line: string, words: readonly string[]])[] = [
  ["", []],
  ["  one   two ", ["one", "two"]],
  ['"two words" --name="Ada Lovelace"', ["two words", "--name=Ada Lovelace"]],
  ["'a \"quoted\" word' x", ['a "quoted" word', "x"]],
  ['""', [""]],
  ["$(touch x) ; rm -rf / | y > z && w", ["$(touch", "x)", ";", "rm", "-rf", "/", "|", "y", ">", "z", "&&", "w"]],
  ['half "open', ["half", '"open']],
  ["日本 😀", ["日本", "😀"]],
];

for (const [line, words] of LINES) {
  test(`the words of ${JSON.stringify(line)}`, () => assert.deepEqual(splitArguments(line), words));
}
