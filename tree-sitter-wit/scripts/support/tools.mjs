// The tools that turn grammar.js into a parser: where they are, how they are installed, how they are run.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { withoutNotes } from "./wasm-sections.mjs";

const cliVersion = "0.27.1";

/** The folder tree-sitter-wit. */
export const grammarRoot = fileURLToPath(new URL("../..", import.meta.url));
const toolsRoot = join(grammarRoot, "..", ".tools");
const cliPath = join(toolsRoot, "bin", process.platform === "win32" ? "tree-sitter.exe" : "tree-sitter");
const standIns = join(grammarRoot, "scripts", "wasi-sdk");

/** Runs a program to its end and gives what it printed. Throws, with all of that, where it fails. */
export function run(program, args, options = {}) {
  const done = spawnSync(program, args, { cwd: grammarRoot, encoding: "utf8", maxBuffer: 1 << 28, ...options });
  if (done.error) throw new Error(`can't run ${program}: ${done.error.message}`);
  if (done.status !== 0) throw new Error(`${program} ${args.join(" ")} failed:\n${done.stdout}${done.stderr}`);
  return done.stdout + done.stderr;
}

/** Path of the tree-sitter command line, or `undefined` where it is not installed. */
export function findCli() {
  return existsSync(cliPath) ? cliPath : undefined;
}

/** Path of the tree-sitter command line, which is built (three minutes of one processor) where it is missing. */
export function installCli() {
  if (existsSync(cliPath)) return cliPath;
  process.stderr.write(`installing tree-sitter ${cliVersion} with cargo; this takes a few minutes, once\n`);
  const args = ["install", "tree-sitter-cli", "--version", cliVersion, "--locked", "--no-default-features"];
  // The default features bring a JavaScript engine and a Wasm runtime: 16 minutes more.
  run("cargo", [...args, "--root", toolsRoot], {
    env: { ...process.env, CARGO_PROFILE_RELEASE_OPT_LEVEL: "1" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return cliPath;
}

/** What the C compiler says of itself, or `undefined` where there is none. A `clang` of wasi-sdk is preferred. */
export function clangVersion() {
  const program = process.env.TREE_SITTER_WASI_SDK_PATH
    ? join(process.env.TREE_SITTER_WASI_SDK_PATH, "bin", "clang")
    : (process.env.WIT_CLANG ?? "clang-19");
  const done = spawnSync(program, ["--version"], { encoding: "utf8" });
  return done.status === 0 ? /version (\S+)/.exec(done.stdout)?.[1] : undefined;
}

/** Generates src/ of the grammar in `folder`. */
export function generate(cli, folder) {
  run(cli, ["generate"], { cwd: folder });
}

/** Compiles the generated parser in `folder` to the file `output`. */
export function buildWasm(cli, folder, output) {
  if (!clangVersion()) {
    throw new Error(
      "no C compiler for WebAssembly: install clang-19, lld-19 and wasi-libc (Debian's names), or set TREE_SITTER_WASI_SDK_PATH to a wasi-sdk",
    );
  }
  const env = { TREE_SITTER_WASI_SDK_PATH: standIns, TREE_SITTER_BINARYEN_PATH: standIns, ...process.env };
  run(cli, ["build", "--wasm", "--output", output, "."], { cwd: folder, env });
  writeFileSync(output, withoutNotes(readFileSync(output)));
  chmodSync(output, 0o644);
}

/** The environment in which the command line finds its C compiler and nothing of the user's configuration. */
export function testEnvironment() {
  const config = join(grammarRoot, "build", "config");
  return { ...process.env, TREE_SITTER_DIR: config, PATH: [join(toolsRoot, "bin"), process.env.PATH].join(delimiter) };
}
