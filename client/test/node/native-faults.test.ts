// What goes wrong before a compiler has said anything: tools are missing, a build is stopped.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { c } from "../../src/node/guests/c.ts";
import { dotnet } from "../../src/node/guests/dotnet.ts";
import type { BuildOutcome, Guest } from "../../src/node/guests/guest.ts";
import { rust } from "../../src/node/guests/rust.ts";
import type { ToolWatch } from "../../src/node/process.ts";
import { buildWithStandIns, onUnix } from "./stand-ins.ts";

// Looked for beside PATH: with it nothing is missing.
const hasWasiSdk = existsSync("/opt/wasi-sdk");

async function build(
  guest: Guest,
  programs: Readonly<Record<string, string>>,
  watch: ToolWatch = {},
): Promise<BuildOutcome> {
  const files = { "Cargo.toml": "[package]\n" };
  return (await buildWithStandIns({ guest, files, programs, watch })).outcome;
}

const BINDGEN = { "wit-bindgen": "echo wit-bindgen-cli 0.63.0" };

const MISSING: readonly (readonly [
  name: string,
  guest: Guest,
  programs: Readonly<Record<string, string>>,
  message: RegExp,
])[] = [
  [
    "wit-bindgen",
    c,
    {},
    /^wit-bindgen, which makes bindings of C, Go and Rust, was not found\. Install it with "cargo install/,
  ],
  ["clang and Zig", c, BINDGEN, /^clang, which compiles C and C\+\+, was not found\. Unpack the WASI SDK/],
  [
    "a new enough clang",
    c,
    { ...BINDGEN, clang: "echo clang version 11.0.1" },
    /is clang 11\.0\.1, which is too old: 16/,
  ],
  ["cargo", rust, {}, /^cargo, which builds Rust, was not found\. Install Rust from/],
  ["the .NET SDK", dotnet, {}, /^\.NET SDK, which builds components of C#, was not found/],
];

for (const [name, guest, programs, message] of MISSING) {
  test(`without ${name}, it is said what to install`, { skip: !onUnix || hasWasiSdk }, async () => {
    const outcome = await build(guest, programs);
    assert.ok(outcome.kind === "missing-tool");
    assert.match(outcome.message, message);
  });
}

test("a build that is stopped tells how it ended, and no problem", { skip: !onUnix }, async () => {
  const script = 'if [ "$1" = --version ]; then echo cargo 1.95.0; else exec /bin/sleep 30; fi';
  const controller = new AbortController();
  const started = build(rust, { cargo: script }, { signal: controller.signal });
  setTimeout(() => controller.abort(), 300);
  const outcome = await started;
  assert.ok(outcome.kind === "failed");
  assert.deepEqual([outcome.end.how.kind, outcome.problems], ["cancelled", []]);
});
