// Functions that are to run later run one in a turn, in their order.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { oneAtATime } from "../../src/lsp/one-at-a-time.ts";

test("each function has a turn of its own, also those that come from one", () => {
  const turns: (() => void)[] = [];
  const later = oneAtATime(run => turns.push(run));
  const seen: string[] = [];
  later(() => {
    seen.push("a");
    later(() => seen.push("c"));
  });
  later(() => seen.push("b"));
  const after: string[] = [];
  for (let turn = turns.shift(); turn; turn = turns.shift()) {
    turn();
    after.push(seen.join(""));
  }
  deepEqual(after, ["a", "ab", "abc"]);
});

test("one that fails takes no other with it", () => {
  const turns: (() => void)[] = [];
  const later = oneAtATime(run => turns.push(run));
  const seen: string[] = [];
  later(() => {
    throw new Error("on purpose");
  });
  later(() => seen.push("b"));
  for (let turn = turns.shift(); turn; turn = turns.shift()) {
    try {
      turn();
    } catch {
      seen.push("failed");
    }
  }
  deepEqual(seen, ["failed", "b"]);
});
