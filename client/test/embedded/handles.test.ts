import assert from "node:assert/strict";
import { test } from "node:test";
import { Handles } from "../../src/embedded/handles.ts";
import type { HandleType } from "../../src/wave/wit-type.ts";

const type = (id: number, name: string): HandleType => ({ kind: "handle", what: "resource", resource: { id, name } });
const CANVAS = type(0, "canvas");
const dispose = (Symbol as { readonly dispose?: symbol }).dispose ?? Symbol.for("dispose");

test("each resource has a name, which no other one ever gets", () => {
  const handles = new Handles();
  const [first, second] = [{}, {}];
  assert.equal(handles.name(first, CANVAS), "canvas#1");
  assert.equal(handles.name(second, CANVAS), "canvas#2");
  assert.equal(handles.name(first, CANVAS), "canvas#1");
  handles.forget("canvas#2");
  assert.equal(handles.name({}, CANVAS), "canvas#3");
  assert.deepEqual(
    handles.list().map(({ name, resource }) => [name, resource]),
    [
      ["canvas#1", 0],
      ["canvas#3", 0],
    ],
  );
});

test("a name stands for a resource of its own type alone", () => {
  const handles = new Handles();
  const canvas = {};
  handles.name(canvas, CANVAS);
  assert.equal(handles.get("canvas#1", CANVAS), canvas);
  assert.throws(() => handles.get("canvas#2", CANVAS), /there is no canvas#2/);
  assert.throws(() => handles.get("canvas#1", type(1, "brush")), /canvas#1 is no brush/);
  assert.throws(() => handles.get("canvas#1", type(1, "canvas")), /canvas#1 is no canvas/);
  assert.throws(() => handles.get("canvas#1", { kind: "handle", what: "stream" }), /no stream can be given/);
});

test("dropping ends the resource, once", () => {
  const handles = new Handles();
  let dropped = 0;
  handles.name({ [dispose]: () => dropped++ }, CANVAS);
  handles.drop("canvas#1");
  assert.equal(dropped, 1);
  assert.deepEqual(handles.list(), []);
  assert.throws(() => handles.drop("canvas#1"), /there is no canvas#1/);
});
