import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { compareDotted, findOneOf, findTool } from "../../../src/node/tools/find.ts";
import type { Tool, ToolSearch, ToolSetting } from "../../../src/node/tools/tool.ts";

const onUnix = process.platform !== "win32";

const GO: Tool = {
  id: "go",
  label: "Go",
  purpose: "compiles Go",
  programs: ["go"],
  after: ({ around }) => [path.join(around.home, "go")],
  versionArguments: ["version"],
  readVersion: output => /^go version go(\S+)/m.exec(output)?.[1],
  minimum: "1.24",
  install: () => ({ text: "Get it from go.dev." }),
};

const TINYGO: Tool = { ...GO, id: "tinygo", label: "TinyGo", programs: ["tinygo"], minimum: "0.33" };

/** Programs (shell scripts that print a line) below a folder, and what is found with it as home and `bin` on PATH. */
async function look(
  programs: Readonly<Record<string, string>>,
  setting: ToolSetting = {},
  tools: readonly Tool[] = [GO],
): Promise<{ readonly message?: string; readonly version?: string; readonly from?: string }> {
  const home = await mkdtemp(path.join(tmpdir(), "wit tools "));
  try {
    for (const [name, prints] of Object.entries(programs)) {
      const file = path.join(home, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, `#!/bin/sh\necho "${prints}"\n`);
      await chmod(file, 0o755);
    }
    const search: ToolSearch = {
      around: { platform: process.platform, env: { PATH: path.join(home, "bin") }, home },
      settings: { go: setting },
      projectFolder: undefined,
      workspaceFolder: home,
      developmentFolder: undefined,
    };
    const lookup = tools.length === 1 ? await findTool(tools[0]!, search) : await findOneOf(tools, search);
    if (lookup.kind === "missing") return { message: lookup.message.replaceAll(home, "~") };
    return { version: lookup.found.version, from: path.relative(home, lookup.found.program) };
  } finally {
    await rm(home, { recursive: true });
  }
}

const VERSION = "go version go1.26.1 linux/amd64";

test("a tool is found by the setting, then on PATH, then in its usual place", { skip: !onUnix }, async () => {
  const all = { "bin/go": VERSION, "go/go": VERSION, "own/go": VERSION };
  assert.deepEqual(await look(all), { version: "1.26.1", from: "bin/go" });
  assert.deepEqual(await look({ "go/go": VERSION }), { version: "1.26.1", from: "go/go" });
  assert.deepEqual(await look(all, { path: "own/go" }), { version: "1.26.1", from: "own/go" });
  assert.deepEqual(await look(all, { path: "~/own/go" }), { version: "1.26.1", from: "own/go" });
});

const REFUSALS: readonly (readonly [
  name: string,
  programs: Readonly<Record<string, string>>,
  setting: ToolSetting,
  message: RegExp,
])[] = [
  ["absent", {}, {}, /^Go, which compiles Go, was not found\. Get it from go\.dev\./],
  ["too old", { "bin/go": "go version go1.9" }, {}, /is Go 1\.9, which is too old: 1\.24 or newer is needed\. Get it/],
  ["another program", { "bin/go": "a game" }, {}, /does not answer like Go .* it printed "a game"/],
  ["not where the setting says", { "bin/go": VERSION }, { path: "no/go" }, /setting wit\.tools names ~\/no\/go for Go/],
];

for (const [name, programs, setting, message] of REFUSALS) {
  test(`a tool that is ${name} is told in words`, { skip: !onUnix }, async () => {
    assert.match((await look(programs, setting)).message ?? "", message);
  });
}

test("of several tools the first that is there is taken, and the first is asked for where none is", {
  skip: !onUnix,
}, async () => {
  const both = [TINYGO, GO];
  assert.deepEqual(await look({ "bin/go": VERSION }, {}, both), { version: "1.26.1", from: "bin/go" });
  assert.match((await look({}, {}, both)).message ?? "", /^TinyGo/);
});

const ORDER: readonly (readonly [older: string, newer: string])[] = [
  ["1.9", "1.24"],
  ["0.16.1", "0.16.2"],
  ["1", "1.0.1"],
];

for (const [older, newer] of ORDER) {
  test(`${older} is older than ${newer}`, () => {
    assert.ok(compareDotted(older, newer) < 0 && compareDotted(newer, older) > 0);
    assert.equal(compareDotted(newer, newer), 0);
  });
}
