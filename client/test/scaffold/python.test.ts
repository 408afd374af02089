import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { pythonProject } from "../../src/scaffold/python/project.ts";
import { SAMPLES, worldOf } from "./wit-worlds.ts";

function filesOf(wit: string): Readonly<Record<string, string>> {
  return pythonProject({ name: "my-app", world: worldOf(wit), specifier: "w", witPath: "wit" }).files;
}

/** A file's text behind the comment at its top and the line that every file has. */
function code(text: string | undefined): string {
  return (text ?? "").replace(/^(?:#.*\n)*from __future__ import annotations\n\n?/, "").trim();
}

test("an interface's functions are a class, the world's own another one, resources a module of the interface's name", () => {
  const files = filesOf(`package a:b;
/// Reads.
interface a-b { record p { x: u8, y: option<string> } resource book { constructor(of: p); sign: func(n: u8) -> p; merge: static func(a: book) -> book; } open: func() -> book; }
world w { export a-b; export go: func(class: u8) -> result<list<u8>, string>; }`);
  assert.equal(
    code(files["app.py"]),
    `import wit_world
from wit_world import exports
from a_b import Book
from wit_world.exports import a_b


class AB(exports.AB):
    """Reads."""

    def open(self) -> Book:
        return Book(a_b.P(0, None))


class WitWorld(wit_world.WitWorld):
    def go(self, class_: int) -> bytes:
        return b""`,
  );
  assert.equal(
    code(files["a_b.py"]),
    `from wit_world.exports import a_b


class Book(a_b.Book):
    def __init__(self, of: a_b.P) -> None:
        pass

    def sign(self, n: int) -> a_b.P:
        return a_b.P(0, None)

    @classmethod
    def merge(cls, a: Book) -> Book:
        return Book(a_b.P(0, None))`,
  );
});

test("variants, enums, flags, results and options in each other have the simplest value", () => {
  const files = filesOf(`package a:b;
interface i { variant v { one(u8), two } enum e { red-ish, blue } flags f { a } all: func() -> tuple<v, e, f, result<_, u8>, option<option<u8>>>; }
world w { export i; }`);
  assert.match(
    files["app.py"] ?? "",
    /-> tuple\[i\.V, i\.E, i\.F, Result\[None, int\], Some\[int \| None\] \| None\]:\n {8}return \(i\.V_One\(0\), i\.E\.RED_ISH, i\.F\(0\), Ok\(None\), None\)\n/,
  );
  assert.match(files["app.py"] ?? "", /^from componentize_py_types import Ok, Result, Some$/m);
});

test("interfaces with the same name are told apart by their packages", () => {
  const files = filesOf(`package a:b;
interface types { record r { x: u8 } f: func() -> r; }
world w { import c:d/types; export types; }
package c:d { interface types { g: func(); } }`);
  assert.match(files["app.py"] ?? "", /class Types\(exports\.Types\):/);
});

test("what can't be made raises", () => {
  const files = filesOf(
    "package a:b; interface t { resource r; } world w { import t; use t.{r}; export f: func(r: borrow<r>) -> r; }",
  );
  assert.match(files["app.py"] ?? "", /def f\(self, r: t\.R\) -> t\.R:\n {8}raise NotImplementedError\("f"\)\n/);
  assert.match(files["app.py"] ?? "", /^from wit_world\.imports import t$/m);
});

test("every file is right to Python", async context => {
  const version = spawnSync("python3", ["--version"]);
  if (version.error) return context.skip("python3 is not installed");
  const folder = await mkdtemp(path.join(tmpdir(), "wit-py-"));
  try {
    const places: string[] = [];
    for (const [name, sample] of Object.entries(SAMPLES)) {
      await mkdir(path.join(folder, name));
      for (const [file, text] of Object.entries(filesOf(sample)).filter(([file]) => file.endsWith(".py"))) {
        places.push(path.join(folder, name, file));
        await writeFile(places.at(-1)!, text);
      }
    }
    assert.ok(places.length >= 6);
    const done = spawnSync("python3", ["-m", "py_compile", ...places], { encoding: "utf8" });
    assert.equal(done.status, 0, done.stderr);
  } finally {
    await rm(folder, { recursive: true });
  }
});
