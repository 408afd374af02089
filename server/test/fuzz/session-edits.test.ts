// Live sessions publish after each edit what a session says that starts with the same files.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { dice } from "../../fuzz/dice.ts";
import { editSession } from "../../fuzz/session-edits.ts";
import { maker } from "../support/parser.ts";

// The first two once showed a gate of another file at a stale place, and files that an edit left behind.
for (const [seed, index] of [
  [7, 168],
  [3, 54],
  [3, 2],
  [3, 15],
  [5, 62],
  [11, 0],
] as const) {
  test(`session ${index} of seed ${seed}`, () => {
    equal(editSession(maker, dice(seed, index), 40).difference, undefined);
  });
}
