// Worlds for tests: WIT text read by the language server's command line.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { readWorld } from "../../src/wit/read-world.ts";
import type { ResolveJson } from "../../src/wit/resolve-json.ts";
import type { WorldModel } from "../../src/wit/world-model.ts";
import { repository } from "../support.ts";

/** A package's files by their paths, and the path that is read: `wit`, or a file. */
export interface Case {
  readonly id: string;
  readonly files: Readonly<Record<string, string>>;
  readonly root: string;
  readonly features?: readonly string[];
  readonly allFeatures?: boolean;
}

/** The resolved packages of each case, by its id; nothing for one that has errors. */
export function resolveAll(cases: readonly Case[]): ReadonlyMap<string, ResolveJson> {
  const input = cases.map(each => `${JSON.stringify({ ...each, resolve: true })}\n`).join("");
  const cli = path.join(repository, "server", "dist", "cli.js");
  const done = spawnSync(process.execPath, [cli, "check", "--jsonl"], { input, encoding: "utf8", maxBuffer: 2 ** 30 });
  assert.equal(done.error, undefined);
  const answers = done.stdout.split("\n").filter(line => line !== "");
  return new Map(
    answers
      .map(line => JSON.parse(line) as { readonly id: string; readonly resolve?: ResolveJson })
      .flatMap(({ id, resolve }) => (resolve ? [[id, resolve] as const] : [])),
  );
}

/** All worlds of the packages. */
export function worldsIn(resolve: ResolveJson, features: readonly string[] = []): readonly WorldModel[] {
  return resolve.worlds.map(({ name, package: owner }) => {
    const world = readWorld(resolve, resolve.packages[owner]!.name, name, features);
    assert.ok(world);
    return world;
  });
}

/** The only world of a text. */
export function worldOf(text: string, features: readonly string[] = []): WorldModel {
  const resolve = resolveAll([{ id: "text", files: { "world.wit": text }, root: "world.wit", features }]).get("text");
  assert.ok(resolve, `not right: ${text}`);
  const [world] = worldsIn(resolve, features);
  assert.ok(world);
  return world;
}

/** Worlds that have something of everything. */
export const SAMPLES = {
  kinds: `package demo:kinds@0.1.0;
interface all {
  record small { a: bool, b: s8, c: u16, d: s32, e: u64, f: f32, g: f64, h: char, i: string }
  type many = list<small>;
  variant choice { one(list<u8>), two }
  flags few { left, right-most }
  take: func(x: small, few: few) -> small;
  numbers: func() -> tuple<list<f64>, list<u64>, many>;
  nested: func() -> option<option<string>>;
  fails: func() -> result<list<string>, choice>;
  fails-only: func() -> result;
  inner: func() -> list<result<u8, string>>;
  choose: func() -> choice;
  pair: func() -> tuple<result<u8>, choice, few>;
}
interface more {
  use all.{small};
  get: func() -> small;
  delete: func(new: u32, lambda: u32, %func: u32, %type: u8) -> u32;
  resource book { constructor(name: string, small: small); class: func() -> u32; all: static func(b: borrow<book>) -> list<book>; }
  resource plain { close: func(); }
  make: func(books: list<borrow<book>>) -> tuple<book, plain>;
}
world kinds { export all; export more; export delete: func(class: string) -> string; export maybe: func(self: u8) -> option<u8>; }`,
  names: `package demo:names@0.1.0;
interface a { run: func() -> u32; resource r { constructor(); a: func(); } }
interface run { f: func() -> string; }
interface print { record error { %string: string } print: func(error: error) -> error; }
world names { export run; export a; export b: interface { use a.{r}; run: func(r: borrow<r>) -> r; } export print; export wit-world: func() -> s8; }`,
  imports: `package demo:imports@0.1.0;
interface files { resource file { read: func() -> list<u8>; } open: func(name: string) -> result<file, string>; }
interface shapes { use files.{file}; record shape { file: file } variant both { s(shape), nothing } a: func(s: shape) -> shape; b: func() -> both; c: func(f: borrow<file>); }
world imports { import files; use files.{file}; export shapes; export again: func(f: file) -> option<file>; }`,
  empty: "package demo:empty; world empty {}",
} as const;
