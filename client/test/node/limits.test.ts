import assert from "node:assert/strict";
import { test } from "node:test";
import { type Obstacle, obstacleTo } from "../../src/node/guests/limits.ts";
import { guests } from "../../src/node/guests/list.ts";
import { constructsOf } from "../../src/wit/constructs.ts";
import type { Construct } from "../../src/wit/world-model.ts";
import { worldOf } from "../scaffold/wit-worlds.ts";

/** A world's text, and what it has beyond the ordinary, with the place. */
const CONSTRUCTS: readonly (readonly [wit: string, found: Partial<Record<Construct, string>>])[] = [
  ["interface i { record r { x: list<u8> } f: func(x: r) -> option<string>; } world w { export i; }", {}],
  ["interface i { p: get() -> u8; } world w { import i; export f: func(); }", { accessor: "a:b/i, [get]p" }],
  ["world w { import g: async func(); export f: async func(); }", { "async-import": "g", "async-export": "f" }],
  [
    "world w { import wasi:clocks/c; export f: func(); } package wasi:clocks { interface c { wait: async func(); } }",
    {},
  ],
  [
    "world w { import x: interface { enum e { a } f: func() -> e; } export x: interface { enum e { a } f: func() -> e; } }",
    { "both-ways": "x", "both-ways-type": "x" },
  ],
  ["world w { import x: interface { f: func(); } export x: interface { g: func(); } }", {}],
  [
    "interface i { p: get() -> u8; get-p: func() -> u8; set-p: func(); } world w { export i; }",
    { accessor: "a:b/i, [get]p", "accessor-clash": "a:b/i, get-p" },
  ],
  [
    "interface i { p: get() -> u8; set-p: func(); get-q: func(); resource r { q: get() -> u8; } } world w { import i; }",
    { accessor: "a:b/i, [get]p" },
  ],
  [
    "interface i { resource r { q: get() -> u8; get-q: func() -> u8; } } world w { import i; }",
    { accessor: "a:b/i, [method][get]r.q" },
  ],
  [
    "interface i { resource r { q: get() -> u8; q: set(x: u8); set-q: func(); } } world w { import i; }",
    { accessor: "a:b/i, [method][get]r.q", "setter-clash": "a:b/i, [method]r.set-q" },
  ],
  [
    "world w { import p: get() -> u8; export p: get() -> u8; export get-p: func() -> u8; }",
    { accessor: "[get]p", "accessor-clash": "get-p" },
  ],
  ["world w { import p: get() -> u8; export get-p: func() -> u8; }", { accessor: "[get]p" }],
  ["interface i {} interface j { type t = u8; } world w { import i; export j; }", {}],
  ["interface i {} interface j { type t = u8; } world w { export i; import j; }", { "empty-export": "a:b/i" }],
  ["world w { export x: interface {} }", { "empty-export": "x" }],
  [
    "interface i { type a = option<u8>; f: func() -> option<a>; g: func() -> option<option<u8>>; } world w { export i; }",
    {},
  ],
  [
    "interface i { type a = option<u8>; type b = a; type c = u8; type d = c; f: func(x: option<d>) -> list<option<b>>; } world w { import i; }",
    { "option-of-alias": "a:b/i, f" },
  ],
  [
    "interface i { type a = option<u8>; } interface j { use i.{a}; record r { x: option<a> } } world w { export j; }",
    { "option-of-alias": "a:b/j, r" },
  ],
  ["world w { export f: func() -> option<stream<u8>>; }", { channel: "f" }],
  ["world w { export f: func() -> result<_, error-context>; }", { "error-context": "f" }],
  ["interface i { record r { x: list<list<u8, 4>> } } world w { import i; }", { "fixed-length-list": "a:b/i, r" }],
  ["interface i { resource r; type s = own<r>; type t = r; } world w { import i; }", { "handle-alias": "a:b/i, s" }],
  ["interface i { f: func(); } world w { export x: i; }", { label: "export x: a:b/i" }],
  [
    "interface s { enum e { a } } interface t { use s.{e}; f: func() -> e; } world w { export x: s; export t; }",
    { label: "export x: a:b/s", "label-types": "export x" },
  ],
  [
    "interface s { enum e { a } } interface t { use s.{e}; f: func() -> e; } world w { export x: s; export s; export t; }",
    { label: "export x: a:b/s" },
  ],
  ["world w { export f: func(m: option<map<string, u8>>); }", { map: "f" }],
  ["interface i {} world w { import a: interface {} import i; }", { "name-of-namespace": "import a" }],
  ["interface i {} world w { import a: interface {} export i; }", { "empty-export": "a:b/i" }],
  ["world w { resource r; export f: func() -> r; }", { "world-resource": "r" }],
  ["world w { export i: interface { resource r; } }", { "inline-resource": "i, r", "bare-resource": "i, r" }],
];

for (const [wit, found] of CONSTRUCTS) {
  test(`${wit}: ${Object.keys(found)[0] ?? "nothing special"}`, () => {
    assert.deepEqual(Object.fromEntries(constructsOf(worldOf(`package a:b; ${wit}`))), found);
  });
}

function obstacle(language: string, wit: string, features: readonly string[] = []): string | undefined {
  return wholeObstacle(language, wit, features)?.message;
}

function wholeObstacle(language: string, wit: string, features: readonly string[] = []): Obstacle | undefined {
  const guest = guests.find(({ id }) => id === language);
  assert.ok(guest);
  return obstacleTo(guest, worldOf(`package a:b; ${wit}`, features), guests);
}

test("what a toolchain does not know is told before anything is written, with a way out", () => {
  assert.equal(
    obstacle("go", "interface i { p: get() -> u8; } world w { export i; }"),
    "There can be no project in Go: Go with wit-bindgen 0.63 does not know accessors (get and set) yet, and the world has that (a:b/i, [get]p). Write functions in their place.",
  );
  assert.match(
    obstacle("rust", "interface i { p: get() -> u8; } world w { export i; }") ?? "",
    /: the linker of Rust 1\.95 does/,
  );
  assert.equal(
    obstacle("python", "world w { export f: func(m: map<u8, u8>); }"),
    "There can be no project in Python: componentize-py 0.25 does not know maps yet, and the world has that (f). " +
      "Use a list of tuples, or choose another language: JavaScript, TypeScript, Rust, Go, C/C++.",
  );
});

const REFUSED: readonly (readonly [language: string, wit: string, message: RegExp])[] = [
  [
    "c",
    "interface i { p: get() -> u8; get-p: func() -> u8; } world w { export i; }",
    /wit-bindgen 0\.63 for C does not know functions with the names that bindings give accessors .* \(a:b\/i, get-p\)\. Rename the function/,
  ],
  [
    "rust",
    "interface i { resource r { q: get() -> u8; q: set(x: u8); set-q: func(); } } world w { export i; }",
    /wit-bindgen 0\.63 does not know methods with the names .* \(a:b\/i, \[method\]r\.set-q\)/,
  ],
  [
    "python",
    "interface i {} world w { export i; export f: func(); }",
    /componentize-py 0\.25 does not know exported interfaces with nothing in them yet, .* \(a:b\/i\)\. Leave the export out, or choose another language: JavaScript, /,
  ],
  [
    "dotnet",
    "interface i { type a = option<u8>; type b = a; f: func() -> option<b>; } world w { export i; }",
    /wit-bindgen 0\.58 for C# does not know options of a name for the name of an option yet, .* \(a:b\/i, f\)\. Write the option's first name/,
  ],
];

for (const [language, wit, message] of REFUSED) {
  test(`${language}: ${wit} is refused`, () => assert.match(obstacle(language, wit) ?? "", message));
}

test("nobody is sent to a language that was not tried", () => {
  const message = obstacle("javascript", "world w { import g: async func(); export f: func(); }") ?? "";
  assert.match(message, /choose another language: Rust, Go, Python, C\/C\+\+\.$/);
});

const GATED: readonly (readonly [wit: string, place: string | undefined])[] = [
  ["interface i { f: func(); @unstable(feature = x) g: func(); } world w { export i; }", "a:b/i, g"],
  ["@unstable(feature = x) interface j { f: func(); } world w { @unstable(feature = x) import j; }", "a:b/j"],
  ["interface i { f: func(); @unstable(feature = x) type t = u8; } world w { import i; }", "a:b/i, t"],
  ["world w { export f: func(); @unstable(feature = x) export g: func(); }", "g"],
  ["@unstable(feature = x) world w { export f: func(); }", "world w"],
  ["interface i { @unstable(feature = x) g: func(); } world w { export f: func(); }", undefined],
  [
    "world w { import c:d/i; export f: func(); } package c:d { interface i { @unstable(feature = x) g: func(); } }",
    undefined,
  ],
  ["world w { export c:d/i; } package c:d { interface i { @unstable(feature = x) g: func(); } }", "c:d/i, g"],
  ["interface i { @unstable(feature = y) g: func(); } world w { export i; }", undefined],
];

for (const [wit, place] of GATED) {
  test(`${wit}: with the feature x, there is ${place ?? "nothing"} because of it`, () => {
    const world = worldOf(`package a:b; ${wit}`, ["x"]);
    assert.equal(world.gated, place);
    assert.equal(constructsOf(world).get("unstable"), place);
  });
}

test("a language whose tool can't be told of features is refused, where these count", () => {
  const wit = "interface i { @unstable(feature = x) g: func(); } world w { export i; }";
  assert.equal(
    obstacle("javascript", wit, ["x"]),
    "There can be no project in JavaScript: jco 1.35 with QuickJS does not know features (@unstable), which the setting wit.features switches on yet, and the world has that (a:b/i, g). " +
      "Take the gate away, or choose another language: Rust, Go, Python, C/C++.",
  );
  assert.equal(obstacle("javascript", wit), undefined);
  for (const language of ["c", "go", "python", "rust", "dotnet"])
    assert.equal(obstacle(language, wit, ["x"]), undefined);
});

test("what a tool can't even read is in the way wherever the package has it", () => {
  const wit = "interface unused { p: get() -> u8; } world w { export f: func(); }";
  assert.match(obstacle("python", wit) ?? "", /the package or what it depends on has that \(\[get\]p\)/);
  assert.equal(obstacle("c", wit), undefined);
});

test("whoever has a newer toolchain may go on, with all that was in the way told", () => {
  const found = wholeObstacle("python", "world w { resource r; export f: func(m: map<u8, u8>) -> list<u8, 2>; }");
  assert.deepEqual(found?.reasons, [
    "componentize-py 0.25 does not know lists of a fixed length yet, and the world has that (f).",
    "componentize-py 0.25 does not know maps yet, and the world has that (f).",
    "componentize-py 0.25 does not know resources of the world itself yet, and the world has that (r).",
  ]);
});

/** Worlds for which no newer tool would help, or no code can be written yet. */
const FINAL: readonly (readonly [languages: readonly string[], wit: string])[] = [
  [
    ["c", "go", "python", "javascript", "dotnet"],
    "world w { export p: get() -> u8; export m: func() -> list<u8, 2>; }",
  ],
  [["c", "rust"], "interface i { p: get() -> u8; get-p: func() -> u8; } world w { export i; }"],
  [["c"], "world w { export f: func() -> result<_, error-context>; }"],
  [["dotnet"], "interface i { type a = option<u8>; type b = a; f: func() -> option<b>; } world w { export i; }"],
];

for (const [languages, wit] of FINAL) {
  test(`nobody is offered to go on in ${languages.join(", ")} with ${wit}`, () => {
    for (const language of languages) assert.deepEqual(wholeObstacle(language, wit)?.reasons, [], language);
  });
}

test("accessors are written in Rust, whose linker is a person's own", () => {
  const found = wholeObstacle("rust", "world w { export p: get() -> u8; }");
  assert.deepEqual(found?.reasons, [
    "the linker of Rust 1.95 does not know accessors (get and set) yet, and the world has that ([get]p).",
  ]);
});
