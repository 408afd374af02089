// What goes wrong before a compiler has said anything: tools are missing, a build is stopped.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { c } from "../../src/node/guests/c.ts";
import { dotnet } from "../../src/node/guests/dotnet.ts";
import type { BuildOutcome, Guest, Toolbox } from "../../src/node/guests/guest.ts";
import { rust } from "../../src/node/guests/rust.ts";
import type { ToolWatch } from "../../src/node/process.ts";
import { findTool } from "../../src/node/tools/find.ts";
import { NO_FEATURES } from "../../src/wit/wit-features.ts";
import { repository } from "../support.ts";

const onUnix = process.platform !== "win32";
// Looked for beside PATH: with it nothing is missing.
const hasWasiSdk = existsSync("/opt/wasi-sdk");

/** Builds in a folder where these programs (shell scripts) are all that is on PATH. */
async function build(
  guest: Guest,
  programs: Readonly<Record<string, string>>,
  watch: ToolWatch = {},
): Promise<BuildOutcome> {
  const folder = await mkdtemp(path.join(tmpdir(), "wit faults – "));
  try {
    for (const [name, script] of Object.entries(programs)) {
      const file = path.join(folder, "bin", name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, `#!/bin/sh\n${script}\n`);
      await chmod(file, 0o755);
    }
    await writeFile(path.join(folder, "Cargo.toml"), "[package]\n");
    const search = {
      around: { platform: process.platform, env: { PATH: path.join(folder, "bin") }, home: folder },
      settings: {},
      projectFolder: folder,
      workspaceFolder: folder,
      developmentFolder: undefined,
    };
    const tools = { extensionFolder: repository, find: tool => findTool(tool, search) } as Partial<Toolbox> as Toolbox;
    const request = {
      world: "w",
      witPath: path.join(folder, "wit"),
      features: NO_FEATURES,
      usesHttp: false,
      tools,
      watch,
    };
    return await guest.build({ guest, folder, entry: path.join(folder, "entry") }, request);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
    /^wit-bindgen, which makes the bindings of C and Go, was not found\. Install it with "cargo install/,
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
