// Parses every package of a corpus of verdicts and names the accepted ones whose tree is not clean.
// Usage: node tree-sitter-wit/scripts/corpus.mjs CORPUS.jsonl[.gz]
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { isBroken, withTree } from "../test/support/grammar.mjs";

/** The packages of a file with one JSON object a line: `{ set, id, files, verdict }`. */
function readPackages(path) {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter(line => line !== "")
    .map(line => JSON.parse(line));
}

/** The WIT texts of a package by path; what starts with a parenthesis is WebAssembly text. */
function witFiles(files) {
  return Object.entries(files)
    .filter(([path]) => path.endsWith(".wit"))
    .map(([path, content]) => [path, typeof content === "string" ? content : decode(content.base64)])
    .filter(([, text]) => !text.trimStart().startsWith("("));
}

function decode(base64) {
  return Buffer.from(base64, "base64").toString("utf8");
}

/** Where the first thing that is wrong stands, for people: `12:3 ERROR`. */
function firstFault(root) {
  if (!isBroken(root)) return undefined;
  let node = root;
  for (;;) {
    const inner = node.children.find(child => child.hasError || child.type === "missing" || isBroken(child));
    if (!inner || node.type === "ERROR") break;
    node = inner;
  }
  const { row, column } = node.startPosition;
  return `${row + 1}:${column + 1} ${node.isMissing ? "MISSING " : ""}${node.type}`;
}

function main(path) {
  if (path === undefined)
    throw new Error("which corpus? usage: node tree-sitter-wit/scripts/corpus.mjs CORPUS.jsonl[.gz]");
  const counts = { packages: 0, files: 0, failed: 0 };
  for (const { set, id, files, verdict } of readPackages(path)) {
    const faults = witFiles(files).flatMap(([name, text]) => {
      counts.files++;
      // Also texts that the reference rejects are parsed: none may stop the parser.
      const fault = withTree(text, firstFault);
      return fault === undefined ? [] : [`${name}:${fault}`];
    });
    if (verdict !== "accept") continue;
    counts.packages++;
    if (faults.length === 0) continue;
    counts.failed++;
    console.log(`failed: ${set} ${id}: ${faults.join(", ")}`);
  }
  console.log(`${counts.files} files parsed; of the packages that the reference accepts:`);
  console.log(`${counts.packages - counts.failed} passed, ${counts.failed} failed`);
  return counts.failed === 0 && counts.packages > 0 ? 0 : 1;
}

try {
  process.exitCode = main(process.argv[2]);
} catch (error) {
  console.error(`tree-sitter-wit: ${error.message}`);
  process.exitCode = 1;
}
