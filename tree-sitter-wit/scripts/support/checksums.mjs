// What belongs together: the sources of the grammar, and the files made from them.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clangVersion, grammarRoot } from "./tools.mjs";

export const sources = ["grammar.js", "src/scanner.c"];
export const generated = ["src/parser.c", "src/grammar.json", "src/node-types.json"];
export const wasm = "tree-sitter-wit.wasm";
const path = join(grammarRoot, "checksums.json");

/** SHA-256 of a file in the grammar's folder, or `undefined` where it is missing. Line ends of texts don't count. */
export function checksum(name) {
  try {
    const bytes = readFileSync(join(grammarRoot, name));
    const content = name === wasm ? bytes : bytes.toString("utf8").replaceAll("\r\n", "\n");
    return createHash("sha256").update(content).digest("hex");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

export function writeChecksums() {
  const files = [...sources, ...generated, wasm].map(name => [name, checksum(name)]);
  const text = JSON.stringify({ clang: clangVersion(), files: Object.fromEntries(files) }, undefined, 2);
  writeFileSync(path, `${text}\n`);
}

/** `{ clang, files }` as `writeChecksums` recorded them. */
export function readChecksums() {
  return JSON.parse(readFileSync(path, "utf8"));
}
