import assert from "node:assert/strict";
import { test } from "node:test";
import { transform } from "esbuild";
import { moduleText } from "../../src/scaffold/javascript/module.ts";
import { javascriptProject } from "../../src/scaffold/javascript/project.ts";
import { SAMPLES, worldOf } from "./wit-worlds.ts";

/** The lines of a module that are code, without the comment at its top. */
function code(text: string): string {
  return text
    .split("\n")
    .filter(line => !/^\s*(?:\/\/|\/\*\*|\*)/.test(line) && line.trim() !== "")
    .join("\n");
}

interface Row {
  readonly name: string;
  readonly wit: string;
  readonly javascript: string;
}

const ROWS: readonly Row[] = [
  {
    name: "an interface is an object, a resource a class in it",
    wit: `interface i { resource book { constructor(of: string); sign: func(n: u8) -> u32; merge: static func(a: book) -> book; } open: func() -> book; }
world w { export i; }`,
    javascript: `class Book {
  constructor(of) {}
  sign(n) {
    return 0;
  }
  static merge(a) {
    return new Book("");
  }
}
export const i = {
  open() {
    return new Book("");
  },
  Book,
};`,
  },
  {
    name: "the error of a result is thrown, within values a result is one",
    wit: "world w { export a: func() -> result<u8, string>; export b: func() -> result<_, string>; export c: func() -> list<u8>; export d: func() -> tuple<result<_, u8>, option<option<u8>>>; }",
    javascript: `export function a() {
  return 0;
}
export function b() {}
export function c() {
  return new Uint8Array();
}
export function d() {
  return [{ tag: "ok" }, { tag: "none" }];
}`,
  },
  {
    name: "reserved words are no names of variables",
    wit: "world w { export delete: func(class: u8, get-it: u8); }",
    javascript: `function delete_(class_, getIt) {}
export { delete_ as delete };`,
  },
  {
    name: "where a short name is taken, an interface is exported by its whole one",
    wit: "interface go { f: func(); } world w { export go: func(); export go; }",
    javascript: `const go2 = {
  f() {},
};
export { go2 as "a:b/go" };
export function go() {}`,
  },
  {
    name: "what can't be made is not written yet",
    wit: "interface t { resource r; } world w { import t; use t.{r}; export f: func() -> r; export g: func() -> stream<u8>; }",
    javascript: `export function f() {
  throw new Error("f is not written yet");
}
export function g() {
  throw new Error("g is not written yet");
}`,
  },
];

for (const { name, wit, javascript } of ROWS) {
  test(name, () => assert.equal(code(moduleText(worldOf(`package a:b;\n${wit}`), "javascript")), javascript));
}

test("documentation and types stand in front of each function", () => {
  const text = moduleText(
    worldOf("package a:b; world w { /// Adds.\n/// */\nexport add: func(a-b: option<u8>) -> u32; }"),
    "javascript",
  );
  assert.match(
    text,
    /\/\*\*\n \* Adds\.\n \* \*\\\/\n \* @param \{number \| undefined\} aB\n \* @returns \{number\}\n \*\//,
  );
});

test("in TypeScript the types are written out", () => {
  const wit =
    "interface i { record p { x: option<u8>, y: s64 } enum e { a, b-c } f: async func(p: p, e: e) -> list<p>; }";
  const text = moduleText(worldOf(`package a:b; ${wit} world w { export i; }`), "typescript");
  assert.match(text, /^export type P = \{ x\?: number, y: bigint \| number \};$/m);
  assert.match(text, /^export type E = "a" \| "b-c";$/m);
  assert.match(text, /^ {2}async f\(p: P, e: E\): Promise<Array<P>> \{$/m);
});

test("another name of a resource is the resource's class", () => {
  const wit =
    "interface i { resource a; type b = a; f: func(b: b) -> option<b>; } interface j { use i.{b as c}; g: func(c: c); }";
  const text = moduleText(worldOf(`package a:b; ${wit} world w { export i; export j; }`), "typescript");
  assert.match(text, /^ {2}f\(b: A\): A \| undefined \{$/m);
  assert.match(text, /^ {2}g\(c: A\): void \{\},$/m);
});

test("scripts name the world as jco finds it, the component by the world's name alone", () => {
  const world = worldOf("package a:b; world w { export f: func(); }");
  const { files } = javascriptProject({ name: "x", world, specifier: "a:b/w@1.0.0", witPath: "wit" }, "javascript");
  assert.match(
    JSON.parse(files["package.json"]!).scripts.build,
    / --world-name a:b\/w@1\.0\.0 .* --out dist\/w\.wasm$/,
  );
});

for (const [name, sample] of Object.entries(SAMPLES)) {
  test(`${name}: a project in either flavour is right to a compiler`, async () => {
    const world = worldOf(sample);
    for (const [flavour, loader] of [
      ["javascript", "js"],
      ["typescript", "ts"],
    ] as const) {
      const { files, entry } = javascriptProject({ name: "x", world, specifier: world.name, witPath: "wit" }, flavour);
      await transform(files[entry]!, { loader, format: "esm" });
      assert.equal(JSON.parse(files["package.json"]!).main, entry);
    }
  });
}
