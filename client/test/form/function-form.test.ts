import assert from "node:assert/strict";
import { test } from "node:test";
import { type FunctionForm, functionForm, refuseUngiven } from "../../src/form/function-form.ts";
import { printedCall } from "../../src/form/output.ts";
import type { FunctionType, WitType } from "../../src/wave/wit-type.ts";
import { CANVAS, list, of, option, PERSON, params, record } from "./types.ts";

const TEXT = { params: [{ name: "p0", type: "person" }], result: "string" };
const INSTANCE = "demo:paint/painting@0.1.0";

function form(name: string, type?: FunctionType) {
  return functionForm({ instance: INSTANCE, name, text: TEXT, ...(type === undefined ? {} : { type }) }, undefined);
}

test("titles and signatures read like WIT", () => {
  const borrowed: WitType = { ...CANVAS, borrowed: true } as WitType;
  const cases: readonly (readonly [name: string, type: FunctionType, title: string, signature: string])[] = [
    ["area", { params: params(of("u8")), result: of("f64") }, "area", "area(p0: u8) -> f64"],
    ["stop", { params: [], result: undefined }, "stop", "stop()"],
    ["[constructor]canvas", { params: params(of("u8")), result: CANVAS }, "new canvas", "new canvas(p0: u8)"],
    [
      "[method]canvas.draw",
      { params: params(borrowed, of("u8")), result: undefined },
      "canvas.draw",
      "canvas.draw(p1: u8)",
    ],
    ["[static]canvas.open", { params: [], result: CANVAS }, "canvas.open", "canvas.open() -> canvas"],
  ];
  for (const [name, type, title, signature] of cases) {
    const found = form(name, type);
    assert.deepEqual([found.title, found.signature], [title, signature]);
  }
  assert.equal(form("area", { params: [], result: undefined }).key, "demo:paint/painting.area@0.1.0");
});

test("what has to do with resources needs an instance that goes on running, at any depth", () => {
  assert.equal(
    form("a", { params: params(list({ kind: "option", element: CANVAS })), result: undefined }).needsInstance,
    true,
  );
  assert.equal(form("a", { params: params(PERSON), result: undefined }).needsInstance, false);
  assert.equal(form("[static]canvas.open", { params: [], result: undefined }).needsInstance, true);
});

test("streams and futures are refused", () => {
  const stream: WitType = { kind: "handle", what: "stream" };
  assert.match(form("a", { params: params(list(stream)), result: undefined }).refused ?? "", /a stream, a future/);
  assert.equal(form("a", { params: params(CANVAS), result: undefined }).refused, undefined);
});

test("what takes a resource that no function gives is refused, with what calls it where that is known", () => {
  const request: WitType = { kind: "handle", what: "resource", resource: { id: 7, name: "incoming-request" } };
  const takes = (instance: string, type: WitType, name = "handle") =>
    functionForm({ instance, name, text: TEXT, type: { params: params(type), result: undefined } }, undefined);
  const handler = takes("wasi:http/incoming-handler@0.2.0", request);
  const refusal = "It takes a resource that no function of the component returns: incoming-request.";
  const cases: readonly (readonly [forms: readonly FunctionForm[], refused: readonly (string | undefined)[]])[] = [
    [[handler], [`${refusal} "WIT: Serve Component" calls it.`]],
    [[takes("a:b/c", record({ inner: request }))], [refusal]],
    [
      [takes("a:b/c", option(request)), takes("a:b/c", list(request))],
      [undefined, undefined],
    ],
    [
      [takes("a:b/c", request), form("open", { params: [], result: option(request) })],
      [undefined, undefined],
    ],
    // Which of them gives what is not known.
    [
      [takes("a:b/c", request), form("open")],
      [undefined, undefined],
    ],
  ];
  for (const [forms, refused] of cases)
    assert.deepEqual(
      refuseUngiven(forms).map(each => each.refused),
      refused,
    );
});

test("where no type is known the text of the WIT is the signature", () => {
  const found = form("greet");
  assert.equal(found.type, undefined);
  assert.equal(found.signature, "greet(p0: person) -> string");
});

test("types that are beyond measure when they are written out have no form", () => {
  let type: WitType = of("u8");
  for (let depth = 0; depth < 100; depth++) type = { kind: "tuple", elements: [type, type] };
  assert.equal(form("a", { params: params(type), result: undefined }).type, undefined);
  const sized: WitType = { kind: "list", element: of("u8"), size: 4_000_000_000 };
  assert.equal(form("a", { params: params(sized), result: undefined }).type, undefined);
});

test("the last line that a runtime prints is the result", () => {
  assert.deepEqual(printedCall('a\nb\n"x"\n'), { output: "a\nb\n", result: '"x"' });
  assert.deepEqual(printedCall("4\n"), { output: "", result: "4" });
  assert.deepEqual(printedCall("a\r\n4\r\n"), { output: "a\r\n", result: "4" });
  assert.deepEqual(printedCall(""), { output: "", result: "" });
});
