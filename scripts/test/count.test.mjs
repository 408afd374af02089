// What the test runners print is read right, and a suite that did not run never looks green.
import assert from "node:assert/strict";
import { test } from "node:test";
import { countMocha, countNodeTest, countPlain, resultOf } from "../lib/count.mjs";

const cases = [
  [
    "node's counters",
    countNodeTest,
    "ℹ tests 7\nℹ pass 5\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\nℹ todo 0\n",
    [5, 2, 1],
  ],
  [
    "node's counters as comments",
    countNodeTest,
    "# pass 2\n# fail 0\n# cancelled 0\n# skipped 0\n# todo 1\n",
    [2, 0, 1],
  ],
  ["no counters of node", countNodeTest, "SyntaxError: x\n", undefined],
  ["mocha, all well", countMocha, "  ✔ a\n\n  12 passing (2s)\n", [12, 0, 0]],
  ["mocha, some not", countMocha, "  1 passing (82ms)\n  2 pending\n  3 failing\n", [1, 3, 2]],
  ["mocha that never ended", countMocha, "  ✔ a\n", undefined],
  ["the plain line", countPlain, "all\n3 passed, 1 failed\n", [3, 1, 0]],
  ["the last plain line", countPlain, "3 passed, 1 failed\n4 passed, 0 failed, 2 skipped\n", [4, 0, 2]],
  ["a plain line inside a sentence", countPlain, "there were 3 passed, 1 failed\n", undefined],
];

for (const [name, count, output, want] of cases) {
  test(name, () => {
    const got = count(output);
    assert.deepEqual(got && [got.passed, got.failed, got.skipped], want);
  });
}

test("a bad exit code is a failure even when no test failed", () => {
  assert.equal(resultOf({ passed: 3, failed: 0, skipped: 0 }, 1, "x").failed, 1);
});

test("no test at all is a failure", () => {
  assert.equal(resultOf(undefined, 0, "x").failed, 1);
  assert.equal(resultOf({ passed: 0, failed: 0, skipped: 0 }, 0, "x").failed, 1);
});

test("failures are not counted twice for the exit code", () => {
  assert.deepEqual(resultOf({ passed: 1, failed: 2, skipped: 0 }, 1, "x"), { passed: 1, failed: 2, skipped: 0 });
});
