// The grammar, loaded once for a test process from where the repository keeps it.
import { readFile } from "node:fs/promises";
import { loadParser } from "../../src/syntax/parser.ts";
import { unitMaker } from "../../src/syntax/unit.ts";

// Compiled, this file lies in server/out/test/support.
const repository = new URL("../../../../", import.meta.url);

/** A file of the repository: `tree-sitter-wit/tree-sitter-wit.wasm`. */
export function repositoryFile(path: string): URL {
  return new URL(path, repository);
}

export const parseTree = await loadParser({
  runtime: await readFile(repositoryFile("node_modules/web-tree-sitter/web-tree-sitter.wasm")),
  grammar: await readFile(repositoryFile("tree-sitter-wit/tree-sitter-wit.wasm")),
});

export const maker = unitMaker(parseTree);
