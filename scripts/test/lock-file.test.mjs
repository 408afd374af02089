// package-lock.json names every optional package, or `npm ci` refuses it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { missingEntries } from "../lib/lock-file.mjs";
import { at } from "../lib/paths.mjs";

test("the lock file is whole", () => {
  const { packages } = JSON.parse(readFileSync(at("package-lock.json"), "utf8"));
  assert.deepEqual(Object.keys(missingEntries(packages)), [], "run: node scripts/complete-lock.mjs");
});

test("the lock file names no download address", () => {
  assert.doesNotMatch(readFileSync(at("package-lock.json"), "utf8"), /https?:[^"]*\.tgz/);
});

const packages = {
  "node_modules/@x/y": {
    dev: true,
    optionalDependencies: {
      "@x/y-linux-x64-gnu": "1.0.0",
      "@x/y-darwin-arm64": "1.0.0",
      "@x/y-linux-arm64-musl": "1.0.0",
    },
  },
  "node_modules/@x/y-linux-x64-gnu": { version: "1.0.0" },
  "node_modules/z": { optionalDependencies: { fsevents: "~2.3.0", "z-win32-x64": "2.0.0" } },
  "node_modules/z/node_modules/z-win32-x64": { version: "2.0.0" },
};

test("what is missing is told from its name", () => {
  assert.deepEqual(missingEntries(packages), {
    "node_modules/@x/y-darwin-arm64": { version: "1.0.0", cpu: ["arm64"], dev: true, optional: true, os: ["darwin"] },
    "node_modules/@x/y-linux-arm64-musl": {
      version: "1.0.0",
      cpu: ["arm64"],
      dev: true,
      libc: ["musl"],
      optional: true,
      os: ["linux"],
    },
  });
});
