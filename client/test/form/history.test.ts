import assert from "node:assert/strict";
import { test } from "node:test";
import { remember } from "../../src/form/history.ts";

test("the last call comes first, each is there once", () => {
  assert.deepEqual(remember([], "1"), ["1"]);
  assert.deepEqual(remember(["1", "2"], "2"), ["2", "1"]);
});

test("calls without values and very long ones are not kept", () => {
  assert.deepEqual(remember(["1"], " "), ["1"]);
  assert.deepEqual(remember(["1"], "x".repeat(20_001)), ["1"]);
});

test("twenty are kept", () => {
  const all = Array.from({ length: 30 }, (_, index) => String(index)).reduce<readonly string[]>(
    (kept, text) => remember(kept, text),
    [],
  );
  assert.equal(all.length, 20);
  assert.equal(all[0], "29");
});
