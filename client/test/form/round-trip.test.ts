import assert from "node:assert/strict";
import { test } from "node:test";
import { formProblems } from "../../src/form/check.ts";
import { formValues } from "../../src/form/from-wave.ts";
import { argumentsText } from "../../src/form/to-wave.ts";
import { type TreeNode, treeOf } from "../../src/form/tree.ts";
import { initialValue } from "../../src/form/value.ts";
import { waveOffers } from "../../src/wave/complete.ts";
import { waveMistake } from "../../src/wave/diagnose.ts";
import { printValue } from "../../src/wave/print.ts";
import { readArguments } from "../../src/wave/read.ts";
import { randomFrom, randomParams, randomValue } from "./random.ts";

const CASES = 3000;

test("what a form holds is the same after it was WAVE, for values of every type", () => {
  for (let seed = 0; seed < CASES; seed++) {
    const random = randomFrom(seed);
    const params = randomParams(random);
    const values = params.map(({ type }) => randomValue(random, type));
    const text = argumentsText(values, params);
    assert.deepEqual(formProblems(values, params), [], `seed ${seed}: ${text}`);
    assert.deepEqual(formValues(text, params), values, `seed ${seed}: ${text}`);
    // A form writes values as results are printed.
    const printed = readArguments(text, params).map((value, index) => printValue(value, params[index]!.type));
    assert.equal(printed.join(", "), text, `seed ${seed}`);
  }
});

test("what a form starts with can be written and read again, but for characters, which it lacks", () => {
  for (let seed = 0; seed < CASES; seed++) {
    const params = randomParams(randomFrom(seed));
    const values = params.map(({ type }) => initialValue(type));
    const text = argumentsText(values, params);
    const problems = formProblems(values, params);
    if (problems.length === 0) assert.deepEqual(formValues(text, params), values, `seed ${seed}: ${text}`);
    else assert.ok(waveMistake(text, params) !== undefined, `seed ${seed}: ${text}`);
    for (const { message } of problems) assert.equal(message, "exactly one character is expected");
  }
});

test("completion and diagnosis answer at every offset", () => {
  for (let seed = 0; seed < CASES / 20; seed++) {
    const random = randomFrom(seed);
    const params = randomParams(random);
    const text = argumentsText(
      params.map(({ type }) => randomValue(random, type)),
      params,
    );
    for (let offset = 0; offset <= text.length; offset++) {
      const { from, offers } = waveOffers(text, offset, params);
      assert.ok(from <= offset && offers.every(({ insert, caret }) => caret <= insert.length));
      waveMistake(text.slice(0, offset), params);
    }
    assert.equal(waveMistake(text, params), undefined);
  }
});

test("every value has a tree", () => {
  const walk = (node: TreeNode): number => 1 + node.children().reduce((sum, child) => sum + walk(child), 0);
  for (let seed = 0; seed < CASES / 4; seed++) {
    const random = randomFrom(seed);
    for (const param of randomParams(random)) {
      const text = argumentsText([randomValue(random, param.type)], [param]);
      const tree = treeOf(text, param.type);
      assert.equal(tree?.text, text, `seed ${seed}`);
      assert.ok(walk(tree) >= 1);
    }
  }
});
