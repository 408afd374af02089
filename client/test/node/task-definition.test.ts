// What a task of the type "wit" says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readTask } from "../../src/node/tasks/definition.ts";

test("a task's step, folder, world and arguments are read", () => {
  const task = { task: "run", folder: "x", world: "w", args: ["a b"] };
  assert.deepEqual(readTask({ type: "wit", ...task }), task);
  assert.deepEqual(readTask({ type: "wit", task: "build" }), { task: "build" });
});

test("what makes no sense is refused with what would", () => {
  const problem = (given: object): string => {
    const read = readTask({ type: "wit", ...given });
    return "problem" in read ? read.problem : "";
  };
  assert.equal(problem({}), 'A wit task has "task": "build", "run", "serve".');
  assert.equal(problem({ task: "$(touch x)" }), 'A wit task has "task": "build", "run", "serve".');
  assert.match(problem({ task: "run", folder: 1 }), /are texts/);
  assert.match(problem({ task: "run", args: "a b" }), /list of texts/);
});
