// The reference parser as a program (tools/oracle): built by cargo where it is missing or older than its source.
import { existsSync, statSync } from "node:fs";
import { filesBelow } from "./files.mjs";
import { Advice, step } from "./log.mjs";
import { at, tool } from "./paths.mjs";
import { must, which } from "./run.mjs";

const program = tool("oracle-target", "release", `wit-tools-oracle${process.platform === "win32" ? ".exe" : ""}`);
const cargo = () => which("cargo");

/** Whether the oracle can be had here: it is built already, or there is cargo to build it. */
export function canHaveOracle() {
  return isFresh() || cargo() !== undefined;
}

/** Absolute path of the oracle, built first where needed (once; a minute on two cores). Throws advice without cargo. */
export async function ensureOracle() {
  if (isFresh()) return program;
  const command = cargo();
  if (command === undefined)
    throw new Advice("cargo is not on PATH; comparing with the reference parser needs Rust (https://rustup.rs).");
  const manifest = at("tools", "oracle", "Cargo.toml");
  const args = ["build", "--release", "--locked", "--quiet", "--manifest-path", manifest];
  // Two jobs leave a small machine usable.
  const env = { CARGO_TARGET_DIR: tool("oracle-target"), CARGO_BUILD_JOBS: "2" };
  await step("building the oracle", () => must(command, args, { env, timeout: 900_000 }));
  return program;
}

function isFresh() {
  if (!existsSync(program)) return false;
  const built = statSync(program).mtimeMs;
  const sources = [...filesBelow(at("tools", "oracle", "src"), ".rs"), at("tools", "oracle", "Cargo.toml")];
  return sources.every(file => statSync(file).mtimeMs <= built);
}
