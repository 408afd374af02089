import assert from "node:assert/strict";
import { test } from "node:test";
import { readWorld } from "../../src/wit/read-world.ts";
import type { ResolveJson } from "../../src/wit/resolve-json.ts";
import { binaryName, realDef, type Type, withoutAliases } from "../../src/wit/world-model.ts";
import { worldOf } from "../scaffold/wit-worlds.ts";

/** `package a:b@1.0.0` with interface `i` (resource `r`, record `p`, `type q = p`, `type l = list<q>`) and a world that uses it. */
const RESOLVE: ResolveJson = {
  packages: [{ name: "a:b@1.0.0" }],
  interfaces: [
    {
      name: "i",
      package: 0,
      types: { r: 0, p: 1, q: 2, l: 3 },
      functions: {
        "[constructor]r": { name: "[constructor]r", kind: { constructor: 0 }, params: [], result: 4 },
        "[method]r.m-n": {
          name: "[method]r.m-n",
          kind: { method: 0 },
          params: [
            { name: "self", type: 5 },
            { name: "x", type: 3 },
          ],
          result: 6,
        },
        g: { name: "g", kind: "async-freestanding", params: [], docs: { contents: "Goes." } },
      },
    },
    { name: null, package: 0, types: {}, functions: { h: { name: "h", kind: "freestanding", params: [] } } },
  ],
  types: [
    { name: "r", kind: "resource", owner: { interface: 0 } },
    { name: "p", kind: { record: { fields: [{ name: "x", type: "u32" }] } }, owner: { interface: 0 } },
    { name: "q", kind: { type: 1 }, owner: { interface: 0 } },
    { name: "l", kind: { list: 2 }, owner: { interface: 0 } },
    { name: null, kind: { handle: { own: 0 } }, owner: null },
    { name: null, kind: { handle: { borrow: 0 } }, owner: null },
    { name: null, kind: { result: { ok: null, err: "string" } }, owner: null },
    { name: "p", kind: { type: 1 }, owner: { world: 0 } },
  ],
  worlds: [
    {
      name: "w",
      package: 0,
      imports: { "interface-0": { interface: { id: 0 } }, foo: { interface: { id: 1 } }, p: { type: 7 } },
      exports: { run: { function: { name: "run", kind: "freestanding", params: [], result: 7 } } },
    },
  ],
};

/** A type as a line, with the names of definitions. */
function text(type: Type | undefined): string {
  if (type === undefined) return "_";
  switch (type.kind) {
    case "named":
      return type.def.name;
    case "list":
      return `list<${text(type.element)}>`;
    case "result":
      return `result<${text(type.ok)}, ${text(type.err)}>`;
    case "own":
    case "borrow":
      return `${type.kind}<${type.resource.name}>`;
    default:
      return type.kind;
  }
}

test("a world's interfaces, functions and types are read with their names and owners", () => {
  const world = readWorld(RESOLVE, "a:b@1.0.0", "w");
  assert.ok(world);
  assert.deepEqual(world.package, { namespace: "a", name: "b", version: "1.0.0" });
  const [i, foo, p] = world.imports;
  assert.ok(i?.kind === "interface" && foo?.kind === "interface" && p?.kind === "type");
  assert.equal(i.interface.id, "a:b/i@1.0.0");
  assert.deepEqual([foo.interface.id, foo.interface.package], ["foo", undefined]);
  assert.equal(p.type.owner, undefined);
  const functions = i.interface.functions.map(
    ({ kind, name, isAsync, resource, params, result }) =>
      `${isAsync ? "async " : ""}${kind} ${resource?.name ?? ""}.${name}(${params.map(param => `${param.name}: ${text(param.type)}`).join(", ")}) -> ${text(result)}`,
  );
  assert.deepEqual(functions, [
    "constructor r.r() -> own<r>",
    "method r.m-n(x: l) -> result<_, string>",
    "async freestanding .g() -> _",
  ]);
  assert.equal(i.interface.functions[2]?.docs, "Goes.");
});

test("aliases are followed to a definition or to a type without a name", () => {
  const world = readWorld(RESOLVE, "a:b@1.0.0", "w");
  const [run] = world?.exports ?? [];
  assert.ok(run?.kind === "function" && run.function.result);
  const real = withoutAliases(run.function.result);
  assert.ok(real.kind === "named");
  assert.deepEqual([real.def.name, real.def.owner?.id, real.def.body.kind], ["p", "a:b/i@1.0.0", "record"]);
  const [i] = world?.imports ?? [];
  assert.ok(i?.kind === "interface");
  const [list] = i.interface.functions[1]!.params;
  assert.equal(text(withoutAliases(list!.type)), "list<q>");
});

test("a world that is not there is undefined", () => {
  assert.equal(readWorld(RESOLVE, "a:b", "w"), undefined);
  assert.equal(readWorld(RESOLVE, "a:b@1.0.0", "x"), undefined);
});

test("accessors are functions with a mark, whatever they belong to", () => {
  const world = worldOf(`package a:b;
interface i { resource r { size: get() -> u64; size: set(value: u64); all: static get() -> u8; } }
world w { export i; export prop: get() -> u8; export prop: set(value: u8); }`);
  const functions = world.exports.flatMap(item => {
    if (item.kind === "function") return [item.function];
    return item.kind === "interface" ? item.interface.functions : [];
  });
  assert.deepEqual(
    functions.map(({ kind, accessor, resource, name, params }) => [
      `${kind} ${accessor} ${resource?.name ?? ""}.${name}`,
      ...params.map(param => param.name),
    ]),
    [
      ["freestanding get .prop"],
      ["freestanding set .prop", "value"],
      ["method get r.size"],
      ["method set r.size", "value"],
      ["static get r.all"],
    ],
  );
  assert.deepEqual(functions.map(binaryName), [
    "[get]prop",
    "[set]prop",
    "[method][get]r.size",
    "[method][set]r.size",
    "[static][get]r.all",
  ]);
});

test("an interface that the world gives a name has that name, and types of its own under each", () => {
  const world = worldOf(`package a:b@1.0.0;
interface types { record key { x: u8 } }
interface store { use types.{key}; resource bucket; open: func(k: key) -> bucket; }
world w { import cache: store; export first: store; export second: store; }`);
  const interfaces = [...world.imports, ...world.exports].flatMap(item =>
    item.kind === "interface" ? [item.interface] : [],
  );
  assert.deepEqual(
    interfaces.map(each => [each.id, each.implements, each.package?.name]),
    [
      ["a:b/types@1.0.0", undefined, "b"],
      ["cache", "a:b/store@1.0.0", undefined],
      ["first", "a:b/store@1.0.0", undefined],
      ["second", "a:b/store@1.0.0", undefined],
    ],
  );
  const [types, cache, first, second] = interfaces;
  assert.ok(types && cache && first && second);
  const [key, bucket] = second.types;
  assert.equal(bucket?.owner?.id, "second");
  assert.notEqual(bucket, first.types[1]);
  const opened = second.functions[0]?.result;
  assert.ok(opened?.kind === "own" && opened.resource === bucket);
  assert.ok(key && realDef(key) === types.types[0]);
});
