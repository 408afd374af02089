// Makes src/, tree-sitter-wit.wasm and checksums.json from grammar.js and src/scanner.c. Only needed when those change.
import { join } from "node:path";
import { wasm, writeChecksums } from "./support/checksums.mjs";
import { buildWasm, generate, grammarRoot, installCli } from "./support/tools.mjs";

try {
  const cli = installCli();
  generate(cli, grammarRoot);
  buildWasm(cli, grammarRoot, join(grammarRoot, wasm));
  writeChecksums();
  console.log("tree-sitter-wit: parser and wasm are built");
} catch (error) {
  console.error(`tree-sitter-wit: ${error.message}`);
  process.exitCode = 1;
}
