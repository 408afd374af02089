// The analyser and its features as one module for scripts that measure them, and the packages that they are measured on.
import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { at, tool } from "./paths.mjs";

/** What every measurement needs; a script adds the features that it measures. */
const always = {
  loadParser: "syntax/parser.ts",
  unitMaker: "syntax/unit.ts",
  "parseFile, syntaxProblems": "syntax/file.ts",
  "analyzeRoot, newAnalysisCache, problemsOf": "semantics/analysis.ts",
};

/** The modules of `sources` (names by file below `server/src`), bundled as they are; `make` makes the units of a text. */
export async function loadCore(sources) {
  const { build } = await import("esbuild");
  const out = tool("measure", `core-${process.pid}.mjs`);
  const contents = Object.entries({ ...always, ...sources })
    .map(([names, from]) => `export { ${names} } from "./${from}";`)
    .join("\n");
  await mkdir(path.dirname(out), { recursive: true });
  await build({
    stdin: { contents, resolveDir: at("server", "src"), loader: "ts" },
    outfile: out,
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["web-tree-sitter"],
    logLevel: "warning",
  });
  try {
    const core = await import(out);
    const runtime = await readFile(at("node_modules", "web-tree-sitter", "web-tree-sitter.wasm"));
    const grammar = await readFile(at("tree-sitter-wit", "tree-sitter-wit.wasm"));
    return { ...core, make: core.unitMaker(await core.loadParser({ runtime, grammar })) };
  } finally {
    await rm(out);
  }
}

/** Packages with the reference parser's verdicts: one JSON object a line, gzipped or not. */
export async function readCases(file) {
  const bytes = await readFile(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString();
  return text
    .split("\n")
    .filter(line => line !== "")
    .map(line => JSON.parse(line));
}

/** The root that a case's files make up, analysed. With a `cache`, what did not change is taken from it. */
export function analyse(core, { root, features, allFeatures }, files, cache = core.newAnalysisCache()) {
  const parse = name => parsed(core, cache, name, files[name]);
  const names = Object.keys(files).filter(name => typeof files[name] === "string" && name.endsWith(".wit"));
  const main = root === "." ? names.filter(name => !name.includes("/")).sort() : [root];
  const deps = root === "." ? depsOf(names, parse) : [];
  const kind = root === "." ? "folder" : "file";
  const whole = { uri: root, kind, main: main.map(parse), deps, loading: false };
  return core.analyzeRoot(whole, { names: features ?? [], all: allFeatures ?? false }, cache);
}

/** For each cache the files parsed for it, by name: a text is parsed once. */
const parsedFor = new WeakMap();

function parsed(core, cache, name, text) {
  const known = parsedFor.get(cache) ?? new Map();
  parsedFor.set(cache, known);
  const before = known.get(name);
  if (before?.source.text === text) return before;
  const file = core.parseFile({ uri: name, text, version: 0 }, core.make);
  known.set(name, file);
  return file;
}

function depsOf(names, parse) {
  const entries = new Map();
  for (const name of names) {
    const [, entry, inner] = /^deps\/([^/]+)(?:\/([^/]+))?$/.exec(name) ?? [];
    if (entry === undefined) continue;
    entries.set(entry, [...(entries.get(entry) ?? []), inner === undefined ? `deps/${entry}` : name]);
  }
  return [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, files]) => ({ name, uri: `deps/${name}`, files: files.sort().map(parse) }));
}

/** All problems of a root, each with its file. */
export function problemsIn(core, analysis) {
  const files = [...analysis.root.main, ...analysis.root.deps.flatMap(dep => dep.files)];
  return files.flatMap(file => core.problemsOf(analysis, file).map(problem => ({ file, problem })));
}
