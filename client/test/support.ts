// Where the tests find the repository and its runtimes, and a copy of the sample that they may change.
import assert from "node:assert/strict";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chooseRuntime } from "../src/node/run-targets/list.ts";
import type { Runtime } from "../src/node/run-targets/run-target.ts";

/** Path of the repository; the compiled tests lie in client/out/test. */
export const repository = fileURLToPath(new URL("../../../", import.meta.url));

export const wasmtimeFolder = path.join(repository, ".tools", "wasmtime");

/** Copies the greeter to a folder with a name that people have, and removes it after `action`. */
export async function withGreeter<Result>(action: (folder: string) => Promise<Result>): Promise<Result> {
  const temp = await mkdtemp(path.join(tmpdir(), "wit tools – ü "));
  try {
    const folder = path.join(temp, "my greeter");
    const skipped = ["dist", "node_modules"];
    await cp(path.join(repository, "test-fixtures", "greeter"), folder, {
      recursive: true,
      filter: file => !skipped.includes(path.basename(file)),
    });
    return await action(folder);
  } finally {
    await rm(temp, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A runtime that the set-up has brought: Wasmtime, or the embedded one of the build. */
export async function runtimeFor(id: "wasmtime" | "embedded"): Promise<Runtime> {
  const { runtime, missing } = await chooseRuntime(id, {
    around: { platform: process.platform, env: { PATH: wasmtimeFolder }, home: homedir() },
    wasmtimePath: "",
    workspaceFolder: undefined,
    extensionFolder: repository,
    developmentFolder: undefined,
  });
  assert.ok(runtime, missing.join(" "));
  return runtime;
}
