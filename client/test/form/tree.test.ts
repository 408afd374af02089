import assert from "node:assert/strict";
import { test } from "node:test";
import { type TreeNode, treeOf } from "../../src/form/tree.ts";
import type { WitType } from "../../src/wave/wit-type.ts";
import { CANVAS, list, of, option, PERSON, RESULT, RIGHTS, SHAPE } from "./types.ts";

function lines(node: TreeNode, indent = ""): readonly string[] {
  const line = `${indent}${node.label} ${node.type} = ${node.text}${node.isError ? " !" : ""}`;
  return [line, ...node.children().flatMap(child => lines(child, `${indent}  `))];
}

const PEOPLE: WitType = { kind: "result", ok: list({ ...PERSON, name: "person" }), err: of("string") };

const CASES: readonly (readonly [text: string, type: WitType, ...tree: string[]])[] = [
  ["4", of("u8"), " u8 = 4"],
  [
    'ok([{full-name: "Ada", age: 36}])',
    PEOPLE,
    ' result<list<person>, string> = ok([{full-name: "Ada", age: some(36)}])',
    '  ok list<person> = [{full-name: "Ada", age: some(36)}]',
    '    0 person = {full-name: "Ada", age: some(36)}',
    '      full-name string = "Ada"',
    "      age option<u8> = some(36)",
    "        some u8 = 36",
  ],
  ['err("no")', RESULT, ' result<u32, string> = err("no") !', '  err string = "no"'],
  ["circle(1.5)", SHAPE, " variant { empty, circle, polygon } = circle(1.5)", "  circle f64 = 1.5"],
  ["empty", SHAPE, " variant { empty, circle, polygon } = empty"],
  ["{write}", RIGHTS, " flags { read-all, write } = {write}", "  read-all bool = false", "  write bool = true"],
  ["some(none)", option(option(of("u8"))), " option<option<u8>> = some(none)", "  some option<u8> = none"],
  ['[("a", 1)]', { kind: "map", key: of("string"), value: of("u8") }, ' map<string, u8> = [("a", 1)]', '  "a" u8 = 1'],
  ["canvas#1", CANVAS, " canvas = canvas#1"],
];

for (const [text, type, ...expected] of CASES) {
  test(`the tree of ${text}`, () => {
    const tree = treeOf(text, type);
    assert.ok(tree);
    assert.deepEqual(lines(tree), expected);
  });
}

test("what is cut off or of another type has no tree", () => {
  assert.equal(treeOf("[1, 2", list(of("u8"))), undefined);
  assert.equal(treeOf("true", of("u8")), undefined);
});
