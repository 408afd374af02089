// Fetching dependencies: where the tools are found, how they are called, and what is said when they fail. wkg and wit-deps
// need registries and archives; a program of this test stands in for them, which writes down how it was called.
import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import {
  type FetcherProgram,
  type FetcherSearch,
  failureIn,
  lostEntries,
  placeOutside,
} from "../../src/node/fetchers/fetcher.ts";
import { witDeps } from "../../src/node/fetchers/wit-deps.ts";
import { wkg } from "../../src/node/fetchers/wkg.ts";
import { runTool } from "../../src/node/process.ts";

let folder = "";
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "wit fetch – ü "));
});
after(() => rm(folder, { recursive: true, force: true }));

/** A stand-in that answers `--version`; called otherwise, it records its arguments and folder, and writes a dependency. */
async function standIn(place: string, version: string): Promise<string> {
  const program = path.join(folder, ...place.split("/"));
  await mkdir(path.dirname(program), { recursive: true });
  const script = `#!${process.execPath}
const { mkdirSync, writeFileSync } = require("node:fs");
const args = process.argv.slice(2);
if (args[0] === "--version") console.log(${JSON.stringify(version)});
else {
  mkdirSync("wit/deps/c-d-1.0.0", { recursive: true });
  writeFileSync("wit/deps/c-d-1.0.0/package.wit", "package c:d@1.0.0;");
  writeFileSync("called.json", JSON.stringify({ args, cwd: process.cwd() }));
}
`;
  await writeFile(program, script);
  await chmod(program, 0o755);
  return program;
}

function search(more: Partial<FetcherSearch> = {}, env: Record<string, string> = {}): FetcherSearch {
  return { around: { platform: "linux", env, home: folder }, wkgPath: "", workspaceFolder: undefined, ...more };
}

const windows = { skip: process.platform === "win32" && "the stand-in is a script with a first line for Unix" };

test("wkg is found by the setting, on PATH, and where cargo installs it", windows, async () => {
  const set = await standIn("tools/wkg", "wkg 0.15.0");
  const onPath = await standIn("bin/wkg", "wkg 0.16.1 (abc)");
  const installed = await standIn(".cargo/bin/wkg", "wkg 1.2.3-rc.1");
  const pathOf = async (given: FetcherSearch): Promise<unknown> => {
    const found = await wkg.find(given);
    return found.kind === "found" ? [found.program.path, found.program.title, found.program.version] : found.message;
  };
  const env = { PATH: path.join(folder, "bin") };
  assert.deepEqual(await pathOf(search({ wkgPath: "tools/wkg", workspaceFolder: folder }, env)), [
    set,
    "wkg 0.15.0",
    [0, 15],
  ]);
  assert.deepEqual(await pathOf(search({ wkgPath: "~/tools/wkg" })), [set, "wkg 0.15.0", [0, 15]]);
  assert.deepEqual(await pathOf(search({}, env)), [onPath, "wkg 0.16.1", [0, 16]]);
  assert.deepEqual(await pathOf(search()), [installed, "wkg 1.2.3-rc.1", [1, 2]]);
  const elsewhere = await standIn("other/bin/wkg", "wkg 2.0.0");
  assert.deepEqual(await pathOf(search({}, { CARGO_HOME: path.join(folder, "other") })), [
    elsewhere,
    "wkg 2.0.0",
    [2, 0],
  ]);
});

test("what is missing is said, and how to get it", windows, async () => {
  const other = await standIn("odd/wkg", "something else");
  const message = async (given: FetcherSearch, fetcher = wkg): Promise<string> => {
    const found = await fetcher.find(given);
    return found.kind === "missing" ? found.message : "found";
  };
  const nobody = search({ around: { platform: "linux", env: {}, home: path.join(folder, "nobody") } });
  assert.match(await message(nobody), /"cargo install wkg".*wit\.wkg\.path/);
  assert.match(await message(nobody, witDeps), /"cargo install wit-deps-cli"/);
  assert.match(await message({ ...nobody, wkgPath: "/nowhere/wkg" }), /wit\.wkg\.path names \/nowhere\/wkg, but/);
  assert.match(await message({ ...nobody, wkgPath: other }), /does not answer like wkg .*something else/);
});

const old: FetcherProgram = { path: "/bin/wkg", title: "wkg 0.15.0", version: [0, 15] };
const recent: FetcherProgram = { ...old, title: "wkg 0.16.1", version: [0, 16] };
const inProject = { workspaceFolder: "/project" };

for (const [name, program, job, cwd, args] of [
  ["beside the folder wit", old, { root: "/project/app/wit", ...inProject }, "/project/app", []],
  ["where its lock is", old, { root: "/project/wit", folder: "/project", ...inProject }, "/project", []],
  ["a folder of another name", old, { root: "/project/idl", ...inProject }, "/project/idl", ["--wit-dir", "."]],
  ["the same, to a later version", recent, { root: "/project/idl", ...inProject }, "/project/idl", ["."]],
  [
    "further down",
    old,
    { root: "/project/a/wit", folder: "/project", ...inProject },
    "/project",
    ["--wit-dir", "a/wit"],
  ],
  [
    "the same, to a later version",
    recent,
    { root: "/project/a/wit", folder: "/project", ...inProject },
    "/project",
    ["a/wit"],
  ],
  ["never above the workspace", old, { root: "/up/wit", workspaceFolder: "/up/wit" }, "/up/wit", ["--wit-dir", "."]],
  ["a name like an option", recent, { root: "/project/-x", folder: "/project", ...inProject }, "/project", ["./-x"]],
] as const)
  test(`wkg is run ${name}`, { skip: process.platform === "win32" }, () => {
    assert.deepEqual(wkg.call(program, job), { program: "/bin/wkg", args: ["wit", "fetch", ...args], cwd });
  });

test("wit-deps is told its files", () => {
  const root = path.resolve("/project/idl");
  const call = witDeps.call({ path: "/bin/wit-deps", title: "wit-deps" }, { root, workspaceFolder: undefined });
  const file = (name: string): string => path.join(root, name);
  assert.deepEqual(call.args, ["--manifest", file("deps.toml"), "--lock", file("deps.lock"), "--deps", file("deps")]);
  assert.equal(call.cwd, root);
});

test("what nobody knew of counts as lost to a tool that empties deps", async () => {
  const deps = path.join(folder, "some", "deps");
  for (const name of ["known", "told", "new", ".git"]) await mkdir(path.join(deps, name), { recursive: true });
  const plan = { entries: ["known", "told"], lost: ["told"] };
  assert.deepEqual(await lostEntries(wkg, plan, deps), ["told", "new"]);
  assert.deepEqual(await lostEntries(witDeps, plan, deps), ["told"]);
  assert.deepEqual(await lostEntries(wkg, { entries: [], lost: [] }, path.join(folder, "none")), []);
});

test("a folder deps that leads out of the workspace is told of", windows, async () => {
  const [workspaceFolder, outside] = [path.join(folder, "space"), path.join(folder, "out")];
  for (const name of [workspaceFolder, path.join(workspaceFolder, "inner"), outside])
    await mkdir(name, { recursive: true });
  await symlink(outside, path.join(workspaceFolder, "deps"));
  await symlink(path.join(workspaceFolder, "inner"), path.join(workspaceFolder, "near"));
  assert.equal(await placeOutside(path.join(workspaceFolder, "deps"), workspaceFolder), await realpath(outside));
  assert.equal(await placeOutside(path.join(workspaceFolder, "near"), workspaceFolder), undefined);
  assert.equal(await placeOutside(path.join(workspaceFolder, "none"), workspaceFolder), undefined);
});

test("a fetch runs in the package's folder, with its arguments as they are", windows, async () => {
  const program = await standIn("run/wkg", "wkg 0.16.1");
  const project = path.join(folder, "a project; rm -rf $HOME");
  await mkdir(path.join(project, "wit"), { recursive: true });
  const found = { path: program, title: "wkg 0.16.1", version: [0, 16] } as const;
  const call = wkg.call(found, { root: path.join(project, "wit"), folder: project, workspaceFolder: project });
  const end = await runTool(call);
  assert.deepEqual(end.how, { kind: "exited", code: 0 });
  assert.deepEqual(JSON.parse(await readFile(path.join(project, "called.json"), "utf8")), {
    args: ["wit", "fetch"],
    cwd: project,
  });
  assert.equal(await readFile(path.join(project, "wit/deps/c-d-1.0.0/package.wit"), "utf8"), "package c:d@1.0.0;");
});

for (const [stderr, told] of [
  [
    "Error: failed to fetch dependencies for wit\n\nCaused by:\n    0: package: x:io\n    1: package `x:io` was not found in component registry\n",
    "failed to fetch dependencies for wit: package `x:io` was not found in component registry",
  ],
  ["warning: a\n\u001b[31merror:\u001b[0m unexpected argument '-d' found\n", "unexpected argument '-d' found"],
  ["something\n", undefined],
] as const)
  test(`what a failure says: ${told}`, () => assert.equal(failureIn(stderr), told));
