import assert from "node:assert/strict";
import { test } from "node:test";
import { hasEntry } from "../../src/wit/entry-points.ts";

const EXPORTS: readonly (readonly [name: string, runs: boolean, serves: boolean])[] = [
  ["wasi:cli/run@0.2.12", true, false],
  ["wasi:cli/run@0.3.0", true, false],
  ["wasi:cli/runner@0.2.12", false, false],
  ["wasi:http/incoming-handler@0.2.12", false, true],
  ["wasi:http/incoming-handler", false, true],
  ["wasi:http/handler@0.3.0", false, true],
  ["wasi:http/outgoing-handler@0.2.12", false, false],
  ["wasi:http/client@0.3.0", false, false],
  ["my-wasi:http/handler", false, false],
];

for (const [name, runs, serves] of EXPORTS) {
  test(`what exports ${name} is ${runs ? "run" : serves ? "served" : "neither run nor served"}`, () => {
    const exports = [{ name: "demo:kit/shapes@0.1.0" }, { name }];
    assert.deepEqual([hasEntry("run", exports), hasEntry("serve", exports)], [runs, serves]);
  });
}
