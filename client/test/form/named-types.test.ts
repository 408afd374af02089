import assert from "node:assert/strict";
import { test } from "node:test";
import { nameFunction } from "../../src/form/named-types.ts";
import { typeText } from "../../src/wave/wit-type.ts";
import type { Func, TypeDef } from "../../src/wit/world-model.ts";
import { list, of, PERSON, RIGHTS } from "./types.ts";

const def = (name: string, body: TypeDef["body"], docs = ""): TypeDef => ({ name, docs, body });
const person = def(
  "person",
  { kind: "record", fields: [{ name: "full-name", type: { kind: "string" }, docs: "First and last." }] },
  "Somebody.",
);
const people = def("people", { kind: "alias", type: { kind: "list", element: { kind: "named", def: person } } });
const rights = def("rights", { kind: "flags", names: ["read-all", "write"] });
const func: Func = {
  name: "greet",
  kind: "freestanding",
  isAsync: false,
  docs: "",
  params: [
    { name: "who", type: { kind: "named", def: people } },
    { name: "may", type: { kind: "option", element: { kind: "named", def: rights } } },
  ],
  result: { kind: "result", ok: { kind: "named", def: person } },
};

test("types get the names and documentation of the WIT, at any depth", () => {
  const type = nameFunction(
    {
      params: [
        { name: "who", type: list(PERSON) },
        { name: "may", type: { kind: "option", element: RIGHTS } },
      ],
      result: { kind: "result", ok: PERSON, err: undefined },
    },
    func,
  );
  assert.deepEqual(
    [...type.params.map(param => typeText(param.type)), type.result && typeText(type.result)],
    ["people", "option<rights>", "result<person>"],
  );
  const [who] = type.params;
  assert.ok(who?.type.kind === "list" && who.type.element.kind === "record");
  assert.deepEqual([who.type.element.name, who.type.element.docs], ["person", "Somebody."]);
  assert.equal(who.type.element.fields[0]?.docs, "First and last.");
});

test("a method's own parameter is skipped, and what the WIT has otherwise stays", () => {
  const method: Func = { ...func, kind: "method", params: [func.params[0]!] };
  const type = nameFunction(
    {
      params: [
        {
          name: "self",
          type: { kind: "handle", what: "resource", resource: { id: 0, name: "canvas" }, borrowed: true },
        },
        { name: "who", type: of("u8") },
      ],
      result: undefined,
    },
    method,
  );
  assert.deepEqual(
    type.params.map(param => typeText(param.type)),
    ["borrow<canvas>", "people"],
  );
});
