// Tools are told of the features that are switched on: stand-ins for wit-bindgen and componentize-py write down what they are called with.
import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { c } from "../../src/node/guests/c.ts";
import { go } from "../../src/node/guests/go.ts";
import type { Guest } from "../../src/node/guests/guest.ts";
import { python } from "../../src/node/guests/python.ts";
import type { WitFeatures } from "../../src/wit/wit-features.ts";
import { onUnix, standInTools } from "./stand-ins.ts";

const VERSIONS = {
  clang: "clang version 19.1.0",
  "componentize-py": "componentize-py 0.25.1",
  go: "go version go1.26.0 linux/amd64",
  "wit-bindgen": "wit-bindgen-cli 0.63.0",
};

/** What the named program is called with by a build, or by writing bindings. */
async function calledBy(guest: Guest, what: "build" | "bindings", features: WitFeatures): Promise<readonly string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "wit features – "));
  try {
    const called = path.join(folder, "called");
    const bin = path.join(folder, "bin");
    await mkdir(bin);
    for (const [name, version] of Object.entries(VERSIONS)) {
      const script = `#!/bin/sh\ncase "$1" in --version|version) echo "${version}"; exit;; esac\nprintf '%s\\n' "$@" >> "${called}"\nexit 1\n`;
      await writeFile(path.join(bin, name), script);
      await chmod(path.join(bin, name), 0o755);
    }
    const tools = standInTools(folder, bin);
    const source = { world: "w", witPath: "wit", features, tools, watch: {} };
    const project = { guest, folder, entry: path.join(folder, "app.py") };
    const outcome =
      what === "build"
        ? await guest.build(project, { ...source, usesHttp: false })
        : await guest.bindings!({ ...source, into: folder });
    assert.equal(outcome.kind, "failed", JSON.stringify(outcome));
    return (await readFile(called, "utf8")).trim().split("\n");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const ROWS: readonly (readonly [features: WitFeatures, args: readonly string[]])[] = [
  [{ names: ["x", "y"], all: false }, ["--features", "x,y"]],
  [{ names: ["x"], all: true }, ["--all-features"]],
  [{ names: [], all: false }, []],
];

for (const guest of [c, go, python]) {
  for (const what of ["build", "bindings"] as const) {
    for (const [features, args] of ROWS) {
      test(`${guest.label}, ${what}: ${args.join(" ") || "no features"}`, { skip: !onUnix }, async () => {
        const called = await calledBy(guest, what, features);
        assert.deepEqual(
          called.filter((word, i) => /features$/.test(word) || called[i - 1] === "--features"),
          args,
        );
      });
    }
  }
}
