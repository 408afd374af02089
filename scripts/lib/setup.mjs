// Brings what a script needs: npm packages, system programs in CI, the builds, the fetched tools and the sample's dependencies.
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { build } from "./bundle.mjs";
import { ensureComponentTools } from "./component-tools.mjs";
import { Advice, step } from "./log.mjs";
import { ensureNodeModules } from "./node-modules.mjs";
import { at, sample, worlds } from "./paths.mjs";
import { installPrograms } from "./programs.mjs";
import { must } from "./run.mjs";
import { ensureVscodeServer } from "./vscode-server.mjs";
import { ensureWasmtime } from "./wasmtime.mjs";
import { ensureWitBindgen } from "./wit-bindgen.mjs";

const bring = {
  wasmtime: ensureWasmtime,
  witBindgen: ensureWitBindgen,
  componentTools: ensureComponentTools,
  vscode: ensureVscodeServer,
  sample: laySample,
  build: () => build(),
  package: () => step("packaging", () => must(process.execPath, [at("scripts", "package.mjs")])),
};

/**
 * Does what `needs` names (`wasmtime`, `witBindgen`, `componentTools`, `vscode`, `sample`, `build`, `package`), each only when it is not done yet; the npm packages, and in CI
 * the system's programs, come first. Throws what the first failing one says.
 */
export async function setUp(needs) {
  for (const message of (await trySetUp(needs)).values()) throw new Advice(message);
}

/** Like `setUp`, but goes on after a failure; gives what failed, by name, and why. */
export async function trySetUp(needs) {
  await ensureNodeModules();
  await installPrograms();
  const failures = new Map();
  for (const [need, action] of Object.entries(bring)) {
    if (needs.has(need)) await action().catch(error => failures.set(need, error.message));
  }
  return failures;
}

/** Lays out the WASI dependencies of the sample and of the tests' worlds, which are copied from an npm package and not committed. */
export async function laySample() {
  if (!existsSync(at("scripts", "lib", "wasi-deps.mjs"))) return;
  const { layWasiDeps } = await import("./wasi-deps.mjs");
  const folders = (await readdir(worlds, { withFileTypes: true })).filter(entry => entry.isDirectory());
  for (const project of [sample, ...folders.map(({ name }) => path.join(worlds, name))]) await layWasiDeps(project);
}
