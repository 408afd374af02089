// The list of test suites, in the order they run: the quick ones first.
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { countMocha, countNodeTest, countPlain, resultOf } from "./count.mjs";
import { filesBelow } from "./files.mjs";
import { at, inCi, tool } from "./paths.mjs";
import { node } from "./run.mjs";

const tscPath = at("node_modules", "typescript", "bin", "tsc");
const biomePath = at("node_modules", "@biomejs", "biome", "bin", "biome");

/**
 * Each suite: `run(options)` gives `{passed, failed, skipped, note?}`; `applies`, where given, says whether the suite exists here at all;
 * `needs` names what the set-up must bring first (see setup.mjs); `programs` what the system must have (see programs.mjs).
 */
export const suites = [
  { name: "types", run: options => one(options, "tsc", [tscPath, "-b"]) },
  {
    name: "lint",
    run: options =>
      one(options, "biome", [biomePath, "check", "--error-on-warnings", "--colors=off", "--max-diagnostics=10", "."]),
  },
  { name: "scripts", run: options => nodeTests(options, "scripts/test", ".test.mjs") },
  {
    name: "server",
    needs: ["build"],
    run: options => compiledTests(options, "server/out/test", file => !isLong(file) && !isHostile(file)),
  },
  { name: "server-long", needs: ["build"], run: options => compiledTests(options, "server/out/test", isLong) },
  { name: "hostile", run: options => compiledTests(options, "server/out/test", isHostile) },
  {
    name: "client",
    needs: ["build"],
    run: options => compiledTests(options, "client/out/test", file => !isLong(file)),
  },
  {
    name: "sample",
    needs: ["wasmtime", "sample", "build"],
    run: options => compiledTests(options, "client/out/test", isLong),
  },
  { name: "grammar", run: options => nodeTests(options, "tree-sitter-wit/test", ".test.mjs") },
  { name: "grammar-files", run: options => one(options, "check.mjs", ["tree-sitter-wit/scripts/check.mjs"]) },
  { name: "grammar-cli", run: runGrammarCli },
  { name: "grammar-generated", run: runGrammarGenerated },
  { name: "editors", needs: ["build"], run: options => plain(options, ["scripts/editors.mjs"]) },
  {
    name: "webview",
    programs: ["chromium"],
    needs: ["build"],
    run: options => nodeTests(options, "client/test/webview", ".test.mjs"),
  },
  {
    name: "host",
    programs: ["chromium"],
    needs: ["build", "wasmtime", "vscode", "sample"],
    run: options => mocha(options, "scripts/host.mjs", ["--extension", "."]),
  },
  {
    name: "untrusted",
    programs: ["chromium"],
    needs: ["build", "wasmtime", "vscode", "sample"],
    run: options => mocha(options, "scripts/host.mjs", ["--untrusted"]),
  },
  {
    name: "host-vsix",
    programs: ["chromium"],
    needs: ["build", "package", "wasmtime", "vscode", "sample"],
    run: options => mocha(options, "scripts/host.mjs", ["--vsix", "wit-tools.vsix"]),
  },
  {
    name: "components",
    programs: ["chromium", "clang", "cargo", "rustc"],
    needs: ["build", "wasmtime", "witBindgen", "componentTools", "vscode", "sample"],
    run: options =>
      mocha({ ...options, timeout: 1_500_000 }, "scripts/host.mjs", ["--components", "--timeout", "1400"]),
  },
  {
    name: "web",
    programs: ["chromium"],
    needs: ["build", "package", "vscode", "sample"],
    run: options => mocha(options, "scripts/web.mjs", ["--vsix", "wit-tools.vsix"]),
  },
  {
    name: "once",
    programs: ["chromium"],
    needs: ["build", "wasmtime", "vscode", "sample"],
    run: options => plain(options, ["scripts/start.mjs", "--once"]),
  },
  {
    name: "fuzz",
    programs: ["cargo"],
    run: options => plain(options, ["scripts/fuzz.mjs", "--cases", "3000", "--minutes", "0.4", "--keep", "3"]),
  },
  {
    name: "fuzz-edits",
    run: options =>
      plain(options, ["scripts/fuzz.mjs", "--edits", "--cases", "1500", "--minutes", "0.4", "--keep", "3"]),
  },
  {
    name: "conformance",
    programs: ["python"],
    needs: ["build"],
    applies: () => existsSync(at("..", "shared", "corpus", "visible.jsonl.gz")),
    run: options => plain(options, ["scripts/conformance.mjs"]),
  },
];

/** A command that is right or wrong as a whole counts as one test. */
async function one(options, name, args) {
  const { code } = await node(args, options);
  return code === 0
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0, note: `${name} ended with ${code}` };
}

const longTests = [
  "format-properties.test.js",
  "component-session.test.js",
  "greeter.test.js",
  "incremental.test.js",
  "inlay-hints-wire.test.js",
  "memory.test.js",
  "properties.test.js",
  "runs.test.js",
  "serving.test.js",
  "wire.test.js",
];

/** Tests that take many seconds are suites of their own, which `npm run check` leaves out. */
function isLong(file) {
  return longTests.includes(path.basename(file));
}

/** Its texts take both cores for half a minute. */
function isHostile(file) {
  return path.basename(file) === "hostile.test.js";
}

/** TypeScript's tests; an error of types is the `types` suite's matter. */
async function compiledTests(options, folder, choose) {
  await node([tscPath, "-b"], options);
  return nodeTests(options, folder, ".test.js", choose);
}

/** node --test on the chosen files of a folder whose names have the ending; the tests for inside VS Code (`test/host`, `test/web`) run elsewhere. */
async function nodeTests(options, folder, ending, choose = () => true) {
  const files = filesBelow(at(folder), ending).filter(
    file => !/[\\/]test[\\/](?:host|web)[\\/]/.test(file) && choose(file),
  );
  if (files.length === 0) return { passed: 0, failed: 1, skipped: 0, note: `${folder} has no *${ending}` };
  const { code, output } = await node(
    ["--test", "--test-reporter=spec", `--test-concurrency=${availableParallelism()}`, ...files],
    options,
  );
  return resultOf(countNodeTest(output), code, "node --test");
}

/** One of the project's own scripts, which ends with the plain closing line. */
async function plain(options, args) {
  const { code, output } = await node(args, options);
  return resultOf(countPlain(output), code, args[0]);
}

/** One of the extension's own Mocha suites, inside an extension host of VS Code. */
async function mocha(options, script, which) {
  const { code, output } = await node([script, ...which], options);
  return resultOf(countMocha(output), code, "the extension host");
}

const hasGrammarCli = () => existsSync(tool("bin", process.platform === "win32" ? "tree-sitter.exe" : "tree-sitter"));
const noGrammarCli = "tree-sitter is not in .tools (node tree-sitter-wit/scripts/build.mjs brings it)";

/** tree-sitter's own tests need its command line, which CI installs; the `grammar` suite runs the same cases without it. */
async function runGrammarCli(options) {
  if (!hasGrammarCli() && !inCi) return { passed: 0, failed: 0, skipped: 1, note: noGrammarCli };
  return plain({ ...options, timeout: 1_800_000 }, ["tree-sitter-wit/scripts/test.mjs"]);
}

/** The committed parser and wasm are what the grammar gives: everything is generated anew and compared. */
async function runGrammarGenerated(options) {
  if (!hasGrammarCli()) return { passed: 0, failed: inCi ? 1 : 0, skipped: inCi ? 0 : 1, note: noGrammarCli };
  return one(options, "check.mjs --full", ["tree-sitter-wit/scripts/check.mjs", "--full"]);
}
