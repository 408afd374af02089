// Runs tree-sitter's own tests (corpus, highlights, tags) and counts them. In CI the command line is installed where
// it is missing; elsewhere `node --test` runs the same cases on the committed wasm.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findCli, generate, grammarRoot, installCli, testEnvironment } from "./support/tools.mjs";

function main() {
  const cli = process.env.CI === "true" ? installCli() : findCli();
  if (!cli) {
    console.error("tree-sitter-wit: no tree-sitter command line; `node tree-sitter-wit/scripts/build.mjs` installs it");
    return 1;
  }
  // A fresh clone lacks the library's headers, which are generated with the parser.
  if (!existsSync(join(grammarRoot, "src", "tree_sitter", "parser.h"))) generate(cli, grammarRoot);
  const results = runTests(cli);
  for (const { name } of results.filter(r => !r.passed)) console.log(`failed: ${name}`);
  const failed = results.filter(r => !r.passed).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed === 0 && results.length > 0 ? 0 : 1;
}

/** One `{ name, passed }` for each case. The parser is built anew, in case its sources have changed. */
function runTests(cli) {
  const options = { cwd: grammarRoot, encoding: "utf8", env: testEnvironment(), maxBuffer: 1 << 28 };
  const done = spawnSync(cli, ["test", "--rebuild", "--json-summary"], options);
  if (done.error) throw done.error;
  const summary = readSummary(done);
  if (done.status !== 0) process.stderr.write(spawnSync(cli, ["test"], options).stdout);
  const results = [
    ...flatten(summary.parse_results),
    ...flatten(summary.highlight_results),
    ...flatten(summary.tag_results),
    ...flatten(summary.query_results),
  ];
  // What fails outside of a case, such as a query that does not compile.
  if (done.status !== 0 && results.every(r => r.passed))
    results.push({ name: `tree-sitter test: ${done.stderr}`, passed: false });
  return results;
}

function readSummary(done) {
  const start = done.stdout.indexOf("{");
  try {
    return JSON.parse(done.stdout.slice(start));
  } catch {
    throw new Error(`tree-sitter test gave no summary:\n${done.stdout}${done.stderr}`);
  }
}

function flatten(nodes = []) {
  return nodes.flatMap(node =>
    node.children ? flatten(node.children) : [{ name: node.name, passed: hasPassed(node) }],
  );
}

function hasPassed({ outcome }) {
  return outcome === "Passed" || (typeof outcome === "object" && outcome !== null && "AssertionPassed" in outcome);
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(`tree-sitter-wit: ${error.message}`);
  process.exitCode = 1;
}
