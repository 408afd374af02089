import assert from "node:assert/strict";
import { test } from "node:test";
import { callName, callText, means, parseFunctionName } from "../../src/wave/call.ts";

const AREA = { instance: "demo:kit/shapes@0.1.0", name: "area" };

test("the version of an interface comes after the function", () => {
  assert.equal(callName(AREA), "demo:kit/shapes.area@0.1.0");
  assert.equal(callName({ instance: "demo:kit/shapes", name: "area" }), "demo:kit/shapes.area");
  assert.equal(callName({ instance: "plain", name: "area" }), "plain.area");
  assert.equal(callName({ name: "area" }), "area");
});

test("a call has its values in parentheses", () => {
  assert.equal(callText("f", ""), "f()");
  assert.equal(callText("f", " 1, 2 "), "f(1, 2)");
  assert.equal(callText("f", "(1, 2)"), "f((1, 2))");
});

const NAMES: readonly (readonly [text: string, instance: string | undefined, name: string])[] = [
  ["area", undefined, "area"],
  ["shapes.area", "shapes", "area"],
  ["demo:kit/shapes.area@0.1.0", "demo:kit/shapes@0.1.0", "area"],
  ["demo:kit/shapes@0.1.0#area", "demo:kit/shapes@0.1.0", "area"],
  ["demo:kit/shapes.area@1.0.0-rc.2+b.1", "demo:kit/shapes@1.0.0-rc.2+b.1", "area"],
];

for (const [text, instance, name] of NAMES) {
  test(`the function named ${text}`, () =>
    assert.deepEqual(parseFunctionName(text), instance === undefined ? { name } : { instance, name }));
}

const MEANINGS: readonly (readonly [text: string, meant: boolean])[] = [
  ["area", true],
  ["shapes.area", true],
  ["demo:kit/shapes.area", true],
  ["demo:kit/shapes.area@0.1.0", true],
  ["demo:kit/shapes.area@0.2.0", false],
  ["other.area", false],
  ["volume", false],
  ["kit.area", false],
];

for (const [text, meant] of MEANINGS) {
  test(`${text} ${meant ? "means" : "does not mean"} ${callName(AREA)}`, () =>
    assert.equal(means(parseFunctionName(text), AREA), meant));
}
