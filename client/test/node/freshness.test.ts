import assert from "node:assert/strict";
import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { isStale } from "../../src/node/freshness.ts";
import { withGreeter } from "../support.ts";

const BUILT = new Date("2026-01-02T03:04:05Z");
const LATER = new Date("2026-01-02T03:04:06Z");

/** A greeter whose files are all as old as its component. */
function withBuilt(action: (folder: string, component: string) => Promise<void>): Promise<void> {
  return withGreeter(async folder => {
    const component = path.join(folder, "dist", "greeter.wasm");
    await mkdir(path.dirname(component));
    await writeFile(component, "");
    for (const file of await readdir(folder, { recursive: true })) await utimes(path.join(folder, file), BUILT, BUILT);
    await utimes(component, LATER, LATER);
    await action(folder, component);
  });
}

async function touch(folder: string, name: string): Promise<void> {
  const file = path.join(folder, ...name.split("/"));
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, "");
}

for (const [name, stale] of [
  ["greeter.js", true],
  ["wit/new.wit", true],
  ["src/deep/part.js", true],
  ["node_modules/x/index.js", false],
  ["dist/other.js", false],
  ["gen/world.c", false],
  ["obj/project.assets.json", false],
  [".git/index", false],
  ["other.wasm", false],
] as const) {
  test(`after a change of ${name} the component is ${stale ? "stale" : "fresh"}`, () =>
    withBuilt(async (folder, component) => {
      await touch(folder, name);
      assert.equal(await isStale(folder, component), stale);
    }));
}
