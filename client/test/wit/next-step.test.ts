import assert from "node:assert/strict";
import { test } from "node:test";
import { nextSteps } from "../../src/wit/next-step.ts";

const SHAPES = { name: "demo:kit/shapes@0.1.0", functions: [{}] };
const TYPES = { name: "demo:kit/types@0.1.0", functions: [] };
const RUN = { name: "wasi:cli/run@0.2.12", functions: [{}] };
const HTTP = { name: "wasi:http/incoming-handler@0.2.12", functions: [{}] };

const ROWS: readonly (readonly [
  what: string,
  exports: Parameters<typeof nextSteps>[0],
  labels: readonly ReturnType<typeof nextSteps>[number]["label"][],
])[] = [
  ["a command-line tool", [RUN], ["Run"]],
  ["a web service", [HTTP], ["Serve"]],
  ["functions", [TYPES, SHAPES], ["Invoke…"]],
  ["functions, and something to run", [SHAPES, RUN], ["Run", "Invoke…"]],
  ["nothing but types", [TYPES], []],
  ["what nobody knows", undefined, ["Run"]],
];

for (const [what, exports, labels] of ROWS) {
  test(`after a build of a component with ${what}: ${labels.join(", ") || "nothing"}`, () => {
    assert.deepEqual(
      nextSteps(exports).map(({ label }) => label),
      labels,
    );
  });
}
