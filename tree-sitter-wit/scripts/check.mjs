// Checks that the committed parser is the one that the committed grammar gives: quickly, by checksums; with `--full`
// also by making it anew, for which the tree-sitter command line has to be installed.
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checksum, generated, readChecksums, sources, wasm } from "./support/checksums.mjs";
import { buildWasm, clangVersion, findCli, generate, grammarRoot } from "./support/tools.mjs";

const rebuild = "run `node tree-sitter-wit/scripts/build.mjs` and commit what it makes";

/** What is wrong with the files as they are, one sentence each. */
function checkChecksums() {
  const { files } = readChecksums();
  return [...sources, ...generated, wasm].flatMap(name => {
    if (files[name] === undefined) return [`checksums.json does not know ${name}: ${rebuild}`];
    const found = checksum(name);
    if (found === undefined) return [`${name} is missing: ${rebuild}`];
    return found === files[name] ? [] : [`${name} has changed since the parser was built: ${rebuild}`];
  });
}

/** Makes everything anew in a folder of its own and gives what came out different. */
function checkByBuilding(cli) {
  const folder = mkdtempSync(join(tmpdir(), "tree-sitter-wit-"));
  try {
    for (const name of [...sources, "tree-sitter.json", "package.json"]) {
      cpSync(join(grammarRoot, name), join(folder, name));
    }
    generate(cli, folder);
    const names = [...generated];
    if (canCompareWasm()) {
      buildWasm(cli, folder, join(folder, wasm));
      names.push(wasm);
    }
    return names.flatMap(name => {
      const same = readFileSync(join(folder, name)).equals(readFileSync(join(grammarRoot, name)));
      return same ? [] : [`${name} is not what the grammar gives: ${rebuild}`];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Another compiler writes other bytes for the same parser. */
function canCompareWasm() {
  const [here, then] = [clangVersion(), readChecksums().clang];
  if (here === then) return true;
  console.log(`tree-sitter-wit: the wasm is not compared, it was built by clang ${then} and here is ${here ?? "none"}`);
  return false;
}

function main() {
  const problems = checkChecksums();
  if (problems.length === 0 && process.argv.includes("--full")) {
    const cli = findCli();
    if (cli) problems.push(...checkByBuilding(cli));
    else
      problems.push(
        "`--full` needs the tree-sitter command line: `node tree-sitter-wit/scripts/build.mjs` installs it",
      );
  }
  for (const problem of problems) console.error(`tree-sitter-wit: ${problem}`);
  if (problems.length === 0) console.log("tree-sitter-wit: grammar, parser and wasm belong together");
  return problems.length === 0 ? 0 : 1;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(`tree-sitter-wit: ${error.message}`);
  process.exitCode = 1;
}
