// Manifests and locks: where they are looked for, what is read of them, digests, paths that leave the workspace, and changes.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { analyzeRoot, newAnalysisCache } from "../../src/semantics/analysis.ts";
import { manifestProblems } from "../../src/semantics/checks/manifests.ts";
import { currentLayout, type Files, newFiles } from "../../src/workspace/files.ts";
import { type Loader, newLoader } from "../../src/workspace/loader.ts";
import { folderDigest } from "../../src/workspace/manifests/digest.ts";
import { keyPlaces, quotedPlaces } from "../../src/workspace/manifests/toml.ts";
import type { Manifests } from "../../src/workspace/manifests/types.ts";
import { resolveUri } from "../../src/workspace/uri.ts";
import { type MemoryHost, memoryHost, type Node } from "../support/memory-host.ts";
import { maker } from "../support/parser.ts";

interface Setup {
  readonly host: MemoryHost;
  readonly files: Files;
  readonly loader: Loader;
}

function setup(nodes: Readonly<Record<string, Node>>): Setup {
  const host = memoryHost(nodes);
  const files = newFiles(maker);
  const loader = newLoader({
    host,
    files,
    readBinary: async () => ({ kind: "wit", text: "package x:io@1.0.0;" }),
    onChange: () => {},
    log: () => {},
    turn: () => new Promise(resolve => setImmediate(resolve)),
    now: () => 0,
  });
  return { host, files, loader };
}

function manifestsOf({ files }: Setup, root: string): Manifests | undefined {
  return currentLayout(files).roots.find(({ uri }) => uri === `file://${root}`)?.manifests;
}

const lock =
  'version = 1\n[[packages]]\nname = "x:io"\n[[packages.versions]]\nversion = "1.0.0"\ndigest = "sha256:00"\n';

test("wkg's files are those of the nearest folder above, but of none outside the workspace", async () => {
  const s = setup({
    "/wkg.lock": lock,
    "/w/wkg.toml": "",
    "/w/a/wkg.lock": lock,
    "/w/a/deep/wit/a.wit": "",
    "/w/b/wit/b.wit": "",
    "/w/b/wit/deps/x/x.wit": "",
  });
  await s.loader.scanFolders(["file:///w"]);
  equal(manifestsOf(s, "/w/a/deep/wit")?.wkg?.folder, "file:///w/a");
  equal(manifestsOf(s, "/w/b/wit")?.wkg?.folder, "file:///w");
  const outside = setup({ "/wkg.lock": lock, "/w/wit/a.wit": "" });
  await outside.loader.scanFolders(["file:///w"]);
  equal(manifestsOf(outside, "/w/wit"), undefined);
});

test("where no workspace is known, at most the folder that holds the package counts", async () => {
  const s = setup({ "/w/wkg.lock": lock, "/w/wit/a.wit": "", "/w/far/er/wit/b.wit": "" });
  await s.loader.loadRootOf("file:///w/wit/a.wit");
  await s.loader.loadRootOf("file:///w/far/er/wit/b.wit");
  equal(manifestsOf(s, "/w/wit")?.wkg?.folder, "file:///w");
  equal(manifestsOf(s, "/w/far/er/wit"), undefined);
  await s.loader.scanFolders(["file:///w"]);
  equal(manifestsOf(s, "/w/far/er/wit")?.wkg?.folder, "file:///w");
});

test("what is read of the four files", async () => {
  const s = setup({
    "/w/wkg.toml": '[overrides."my:lib"]\npath = "lib"\n[metadata]\n',
    "/w/wkg.lock": lock,
    "/w/wit/a.wit": "",
    "/w/wit/deps.toml":
      'one = "https://e.com/one.tar.gz"\ntwo = "./two"\nthree = { url = "https://e.com/x", prefix = "p" }\n',
    "/w/wit/deps.lock": '[one]\nurl = "https://e.com/one.tar.gz"\nsha256 = "ab"\n[rest]\nsha256 = "cd"\n',
  });
  await s.loader.scanFolders(["file:///w"]);
  const { wkg, witDeps } = manifestsOf(s, "/w/wit")!;
  const plain = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (key, each) => (key === "place" ? undefined : each)));
  deepEqual(plain(wkg?.manifest?.overrides), [{ name: "my:lib", path: "lib" }]);
  deepEqual(plain(wkg?.lock?.packages), [{ name: "x:io", versions: [{ version: "1.0.0", digest: "sha256:00" }] }]);
  deepEqual(plain(witDeps?.manifest?.entries), [
    { id: "one", url: "https://e.com/one.tar.gz" },
    { id: "two", path: "./two" },
    { id: "three", url: "https://e.com/x", prefix: "p" },
  ]);
  deepEqual(plain(witDeps?.lock?.entries), [
    { id: "one", url: "https://e.com/one.tar.gz", sha256: "ab" },
    { id: "rest", sha256: "cd" },
  ]);
});

test("a change of a manifest reaches every package that reads it, and no other", async () => {
  const s = setup({ "/w/wkg.lock": lock, "/w/a/a.wit": "", "/w/b/b.wit": "", "/w/c/wkg.toml": "", "/w/c/c.wit": "" });
  await s.loader.scanFolders(["file:///w"]);
  const before = currentLayout(s.files).roots;
  await s.loader.filesChanged(["file:///w/wkg.lock"]);
  deepEqual(
    currentLayout(s.files).roots.map((root, i) => root === before[i]),
    [true, true, true],
  );
  s.host.nodes.set("/w/wkg.lock", "version = 1\n");
  await s.loader.filesChanged(["file:///w/wkg.lock"]);
  equal(manifestsOf(s, "/w/a")?.wkg?.lock?.packages.length, 0);
  equal(manifestsOf(s, "/w/a")?.wkg?.lock, manifestsOf(s, "/w/b")?.wkg?.lock);
  equal(currentLayout(s.files).roots[2], before[2]);
  s.host.nodes.delete("/w/wkg.lock");
  s.host.nodes.set("/w/a/wkg.toml", "");
  await s.loader.filesChanged(["file:///w/wkg.lock", "file:///w/a/wkg.toml"]);
  equal(manifestsOf(s, "/w/b"), undefined);
  equal(manifestsOf(s, "/w/a")?.wkg?.folder, "file:///w/a");
});

test("paths and links that lead out of the workspace are told of", async () => {
  const s = setup({
    "/out/lib/x.wit": "",
    "/w/link": { link: "/out/lib" },
    "/w/lib/y.wit": "",
    "/w/wkg.toml":
      '[overrides]\n"a:in" = { path = "lib" }\n"a:link" = { path = "./link" }\n"a:root" = { path = "/out/lib" }\n',
    "/w/wit/a.wit": "",
    "/w/wit/deps.toml": 'up = "../../out/lib"\nnear = "../lib"\n',
  });
  await s.loader.scanFolders(["file:///w"]);
  deepEqual(
    manifestsOf(s, "/w/wit")?.outside.map(({ name, target }) => `${name} ${target}`),
    ["a:link file:///out/lib", "a:root file:///out/lib", "up file:///out/lib"],
  );
});

test("a lock that is a link out of the workspace is not read", async () => {
  const s = setup({
    "/out/wkg.lock": lock,
    "/w/wkg.lock": { link: "/out/wkg.lock" },
    "/w/in.toml": "",
    "/w/wkg.toml": { link: "/w/in.toml" },
    "/w/a.wit": "",
  });
  await s.loader.scanFolders(["file:///w"]);
  const { wkg } = manifestsOf(s, "/w")!;
  deepEqual([wkg?.lock, wkg?.manifest?.workspace], [undefined, false]);
  equal(s.host.readFiles.includes("/w/wkg.lock"), false);
});

/** What is not text, as packages in binary form are not; and its digest. */
const wasm = "\0abc";
const wasmDigest = "609f6e36d2405585188d5cfd761f407c7cc46a7d3f314c88270469dde315fcd1";
/** As wit-deps 0.6 computes it. */
const digest = "c95a934249513f19ed8b4dde9f6753a6eec985296949ff4fa7d8a9a6548c70d0";
const folder = { "a.wit": "interface é {}\n", "b.wit": "package a:b;\n" };

test("the digest of a folder is that of wit-deps, whatever the order of its files", async () => {
  const files = Object.entries(folder).map(([name, text]) => ({ name, text }));
  equal(await folderDigest(files), digest);
  equal(await folderDigest(files.toReversed()), digest);
  equal(await folderDigest([{ name: `${"x".repeat(100)}.wit`, text: "" }]), undefined);
});

test("digests are those of the disk, and follow it", async () => {
  const s = setup({
    "/w/a.wit": "package a:a;",
    "/w/deps.lock": '[b]\nsha256 = "00"\n[gone]\n[odd]\n',
    "/w/wkg.lock": lock,
    "/w/deps/b/a.wit": folder["a.wit"],
    "/w/deps/b/b.wit": folder["b.wit"],
    "/w/deps/odd/a.wit": new Uint8Array([0]),
    "/w/deps/other/a.wit": "",
    "/w/deps/io.wasm": wasm,
    "/w/deps/io.wat": wasm,
  });
  await s.loader.scanFolders(["file:///w"]);
  const digests = (): unknown => Object.fromEntries(manifestsOf(s, "/w")?.digests ?? []);
  deepEqual(digests(), { "io.wasm": wasmDigest, b: digest });
  s.host.nodes.set("/w/deps/b/b.wit", "package a:c;\n");
  await s.loader.filesChanged(["file:///w/deps/b/b.wit"]);
  deepEqual(Object.keys(digests() as object), ["io.wasm", "b"]);
  equal((digests() as { b: string }).b === digest, false);
  s.host.nodes.set("/w/deps/b/b.wit", folder["b.wit"]);
  await s.loader.filesChanged(["file:///w/deps/b/b.wit"]);
  deepEqual(digests(), { "io.wasm": wasmDigest, b: digest });
});

test("files that are not those that were locked are told of", async () => {
  const nodes = (io: string, b: string): Record<string, Node> => ({
    "/w/a.wit": "package a:a; world w { import x:io/i@1.0.0; }",
    "/w/wkg.lock": lock.replace("sha256:00", `sha256:${io}`),
    "/w/deps/io.wasm": wasm,
    "/w/deps.lock": `[b]\nsha256 = "${b}"\n["io.wasm"]\n`,
    "/w/deps/b/a.wit": folder["a.wit"],
    "/w/deps/b/b.wit": folder["b.wit"],
  });
  const told = async (io: string, b: string): Promise<readonly string[]> => {
    const s = setup(nodes(io, b));
    await s.loader.scanFolders(["file:///w"]);
    const roots = currentLayout(s.files).roots.map(root =>
      analyzeRoot(root, { names: [], all: false }, newAnalysisCache()),
    );
    return manifestProblems(roots).map(({ uri, message }) => `${uri} ${message}`);
  };
  deepEqual(await told(wasmDigest, digest.toUpperCase()), []);
  deepEqual(await told("00", "00"), [
    "file:///w/deps.lock the files in `deps/b` are not those that were locked: `wit-deps` would replace them",
    "file:///w/wkg.lock `deps/io.wasm` is not the file that was locked: run `wkg wit fetch`",
  ]);
});

const toml = 'x = 1\n["a:b".c]\n[t."a:b"]\n"d.e" = {}\n  f="a:b"\n';
for (const [key, found] of [
  ["x", "x@0"],
  ["a:b", "a:b@8"],
  ["c", "c@13"],
  ["d.e", "d.e@27"],
  ["f", "f@39"],
  ["none", "@0"],
] as const)
  test(`where the key ${key} stands`, () => {
    const { start, end } = keyPlaces(toml)(key);
    equal(`${toml.slice(start, end)}@${start}`, found);
  });

test("where a text stands in quotes", () => {
  const placeOf = quotedPlaces(`a = 'v'\nb = "v"\n`);
  deepEqual(placeOf("v"), { start: 5, end: 6 });
  deepEqual(placeOf("w"), { start: 0, end: 0 });
  deepEqual(placeOf("v"), { start: 13, end: 14 });
  deepEqual(placeOf("v"), { start: 0, end: 0 });
});

for (const [path, uri] of [
  ["../x/./y", "file:///a/x/y"],
  ["/x", "file:///x"],
  ["C:\\x", "file:///C%3A/x"],
  ["../../../../x", "file:///x"],
  ["", "file:///a/b"],
] as const)
  test(`what "${path}" leads to`, () => equal(resolveUri("file:///a/b", path), uri));
