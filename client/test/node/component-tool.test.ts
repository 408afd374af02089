import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { componentTool, componentToolError } from "../../src/node/component-tool.ts";
import { isComponent } from "../../src/node/guests/ready-wasm.ts";
import type { ToolEnd } from "../../src/node/process.ts";
import { NO_FEATURES, type WitFeatures } from "../../src/wit/wit-features.ts";
import { repository } from "../support.ts";

/** A core module with one function, `() -> ()`, that does nothing and is exported under a name of one letter. */
function coreModule(name: string): Uint8Array {
  const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
  const type = [0x01, 0x04, 0x01, 0x60, 0x00, 0x00];
  const functions = [0x03, 0x02, 0x01, 0x00];
  const exported = [0x07, 0x05, 0x01, 0x01, name.charCodeAt(0), 0x00, 0x00];
  const code = [0x0a, 0x04, 0x01, 0x02, 0x00, 0x0b];
  return Uint8Array.from([...header, ...type, ...functions, ...exported, ...code]);
}

const WIT: Readonly<Record<string, string>> = {
  "wit/a.wit": "package a:b;\nworld w { import c:d/i; use c:d/i.{t}; import g: func(x: t); export f: func(); }\n",
  "wit/deps/cd/i.wit": "package c:d;\ninterface i { type t = u8; }\n",
};

async function withFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  action: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "wit tool – ü "));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), content);
    }
    await action(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function embed(folder: string, wit = "wit", world = "w", features = NO_FEATURES): Promise<ToolEnd> {
  const [core, out, witPath] = ["core.wasm", "embedded.wasm", wit].map(name => path.join(folder, name));
  return componentTool({ kind: "embed", witPath: witPath!, world, features, core: core!, out: out! }, repository, {});
}

function makeNew(folder: string): Promise<ToolEnd> {
  const [core, out] = ["embedded.wasm", "component.wasm"].map(name => path.join(folder, name));
  return componentTool({ kind: "new", core: core!, adapter: "reactor", out: out! }, repository, {});
}

test("a core module becomes a component of its world, whose WIT can be read back", async () => {
  await withFiles({ ...WIT, "core.wasm": coreModule("f") }, async folder => {
    for (const end of [await embed(folder), await makeNew(folder)]) {
      assert.deepEqual(end.how, { kind: "exited", code: 0 }, end.stderr);
    }
    const component = path.join(folder, "component.wasm");
    assert.ok(await isComponent(component));
    const printed = await componentTool({ kind: "wit", component }, repository, {});
    assert.match(printed.stdout, /export f: func\(\);/);
  });
});

test("a single file does for the package", async () => {
  await withFiles(
    { "w.wit": "package a:b;\nworld w { export f: func(); }\n", "core.wasm": coreModule("f") },
    async folder => {
      assert.deepEqual((await embed(folder, "w.wit")).how, { kind: "exited", code: 0 });
    },
  );
});

const GATED = "package a:b;\nworld w {\n  export f: func();\n  @unstable(feature = x)\n  export g: func();\n}\n";

const SWITCHED: readonly (readonly [features: WitFeatures, isThere: boolean])[] = [
  [NO_FEATURES, false],
  [{ names: ["y"], all: false }, false],
  [{ names: ["y", "x"], all: false }, true],
  [{ names: [], all: true }, true],
];

for (const [features, isThere] of SWITCHED) {
  test(`with the features ${JSON.stringify(features)}, what x gates is ${isThere ? "" : "not "}in the world`, async () => {
    await withFiles({ "wit/a.wit": GATED, "core.wasm": coreModule("f") }, async folder => {
      assert.deepEqual((await embed(folder, "wit", "w", features)).how, { kind: "exited", code: 0 });
      const end = await makeNew(folder);
      assert.deepEqual(end.how, { kind: "exited", code: isThere ? 1 : 0 });
      if (isThere) assert.match(componentToolError(end), /export.*`g`/);
    });
  });
}

const FAULTS: readonly (readonly [name: string, wit: string, world: string, core: string, message: RegExp])[] = [
  ["a world that is not there", WIT["wit/a.wit"]!, "nope", "f", /World `nope` not found in package `a:b`/],
  [
    "which package has a mistake",
    "package a:b;\nworld w {\n  export f: fun();\n}\n",
    "w",
    "f",
    /failed to parse package: ~wit$/,
  ],
  ["a function that the module lacks", WIT["wit/a.wit"]!, "w", "z", /export.*`f`/],
];

for (const [name, wit, world, letter, message] of FAULTS) {
  test(`says ${name}`, async () => {
    await withFiles({ ...WIT, "wit/a.wit": wit, "core.wasm": coreModule(letter) }, async folder => {
      const embedded = await embed(folder, "wit", world);
      const end = embedded.how.kind === "exited" && embedded.how.code === 0 ? await makeNew(folder) : embedded;
      assert.deepEqual(end.how, { kind: "exited", code: 1 });
      assert.match(componentToolError(end).replaceAll(folder + path.sep, "~"), message);
    });
  });
}
