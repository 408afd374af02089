// The samples that `npm start` opens belong together.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { samples, worlds } from "../lib/paths.mjs";

const folders = readdirSync(worlds, { withFileTypes: true }).flatMap(entry =>
  entry.isDirectory() ? [entry.name] : [],
);
const receptions = folders.filter(name => name.startsWith("reception-in-"));

test("the reception has the same world in every language", () => {
  const [first, ...others] = receptions.map(name => readFileSync(path.join(worlds, name, "wit", "world.wit"), "utf8"));
  assert.ok(others.length >= 4);
  for (const other of others) assert.equal(other, first);
});

test("their page names each of them", () => {
  const page = readFileSync(path.join(worlds, "README.md"), "utf8");
  const isNamed = name => page.includes(`\`${name}\``) || page.includes(`\`${name.replace("reception-in", "")}\``);
  assert.deepEqual(
    folders.filter(name => !isNamed(name)),
    [],
  );
});

test("the workspace has folders that are there", () => {
  const { folders: opened } = JSON.parse(readFileSync(samples, "utf8"));
  const there = readdirSync(path.dirname(samples));
  assert.deepEqual(
    opened.filter(folder => !there.includes(folder.path)),
    [],
  );
});
