// Brings what a script needs: npm packages, system programs in CI, the builds, the fetched tools and the sample's dependencies.
import { existsSync } from "node:fs";
import { build } from "./bundle.mjs";
import { step } from "./log.mjs";
import { ensureNodeModules } from "./node-modules.mjs";
import { at } from "./paths.mjs";
import { installPrograms } from "./programs.mjs";
import { must } from "./run.mjs";
import { ensureVscodeServer } from "./vscode-server.mjs";
import { ensureWasmtime } from "./wasmtime.mjs";

/** Does what `needs` names (`build`, `package`, `wasmtime`, `vscode`, `sample`), in the right order, each only when it is not done yet. */
export async function setUp(needs) {
  await ensureNodeModules();
  await installPrograms();
  if (needs.has("wasmtime")) await ensureWasmtime();
  if (needs.has("vscode")) await ensureVscodeServer();
  if (needs.has("sample")) await laySample();
  if (needs.has("build")) await build();
  if (needs.has("package")) await step("packaging", () => must(process.execPath, [at("scripts", "package.mjs")]));
}

/** Lays out the sample's WASI dependencies, which are copied from an npm package and not committed. */
export async function laySample() {
  if (!existsSync(at("scripts", "lib", "wasi-deps.mjs"))) return;
  const { layWasiDeps } = await import("./wasi-deps.mjs");
  await layWasiDeps();
}
