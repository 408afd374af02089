// Setters move directly behind their getters; nothing else moves.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { settersAfterGetters } from "../../src/semantics/setters.ts";

function check(name: string, before: string, after: string): void {
  test(name, () =>
    deepEqual(
      settersAfterGetters(before.split(" "), name => name),
      after.split(" "),
    ),
  );
}

check("nothing to move", "a [get]b [set]b [set]c", "a [get]b [set]b [set]c");
check("an early setter", "[set]b a [get]b c", "a [get]b [set]b c");
check(
  "several, of a resource too",
  "[set]a [method][set]r.a [get]a x [method][get]r.a",
  "[get]a [set]a x [method][get]r.a [method][set]r.a",
);
