import assert from "node:assert/strict";
import { test } from "node:test";
import { positionAt, takesRanges } from "../lib/bench-session.mjs";

const SYNCS = [
  [1, false],
  [2, true],
  [{ openClose: true, change: 1 }, false],
  [{ openClose: true, change: 2 }, true],
  [undefined, false],
];

for (const [sync, expected] of SYNCS) {
  test(`a server with textDocumentSync ${JSON.stringify(sync)} takes ${expected ? "ranges" : "whole texts"}`, () => {
    assert.equal(takesRanges(sync), expected);
  });
}

test("a position is the line and the column of an offset", () => {
  assert.deepEqual(positionAt("ab\ncd\n", 4), { line: 1, character: 1 });
  assert.deepEqual(positionAt("ab\ncd\n", 3), { line: 1, character: 0 });
  assert.deepEqual(positionAt("ab", 2), { line: 0, character: 2 });
});
