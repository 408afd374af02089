// The set-up installs when something is missing, and only then.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { copyWorkspace, filesBelow, withTempFolder } from "../lib/files.mjs";
import { duration } from "../lib/log.mjs";
import { differenceOf } from "../lib/node-modules.mjs";
import { run } from "../lib/run.mjs";

const wanted = {
  "": {},
  client: { version: "0.1.0" },
  "node_modules/client": { link: true },
  "node_modules/a": { version: "1.0.0" },
  "client/node_modules/b": { version: "2.0.0" },
  "node_modules/only-elsewhere": { version: "3.0.0", optional: true },
};

const stale = [
  ["nothing installed", undefined, "none are installed"],
  ["all there", { "node_modules/a": { version: "1.0.0" }, "client/node_modules/b": { version: "2.0.0" } }, undefined],
  ["one missing", { "node_modules/a": { version: "1.0.0" } }, "b is missing"],
  ["one old", { "node_modules/a": { version: "0.9.0" } }, "a is 0.9.0, not 1.0.0"],
];

for (const [name, installed, want] of stale) {
  test(`packages: ${name}`, () => assert.equal(differenceOf(wanted, installed), want));
}

test("a program that hangs is ended, and says so", async () => {
  const { code, output } = await run(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { timeout: 300 });
  assert.equal(code, 124);
  assert.match(output, /was stopped/);
});

test("a workspace is copied to a path with spaces, quotes and other letters, without its packages", () =>
  withTempFolder("wit-test-", async temp => {
    const from = path.join(temp, "sample");
    await mkdir(path.join(from, "node_modules", "x"), { recursive: true });
    await writeFile(path.join(from, "a.wit"), "");
    const copy = await copyWorkspace(from, temp);
    assert.match(copy, / .*'.*[^\x20-\x7e]/);
    assert.deepEqual(filesBelow(copy, ""), [path.join(copy, "a.wit")]);
    assert.ok(existsSync(path.join(copy, "..", "node_modules", "typescript")));
  }));

test("durations are for people", () => {
  assert.deepEqual([12.4, 1500, 125_000].map(duration), ["12 ms", "1.5 s", "2 min 05 s"]);
});
