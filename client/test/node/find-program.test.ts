import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import {
  findIn,
  foldersUp,
  isInside,
  pathFolders,
  programNames,
  type Surroundings,
} from "../../src/node/find-program.ts";
import { findJco } from "../../src/node/jco.ts";
import { noGrants } from "../../src/node/run-targets/grants.ts";
import type { RuntimeSearch } from "../../src/node/run-targets/run-target.ts";
import { searchFolders, wasmtime, wasmtimeArguments } from "../../src/node/run-targets/wasmtime.ts";

let folder = "";
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "wit find – ü "));
});
after(() => rm(folder, { recursive: true, force: true }));

const around = (env: Record<string, string>, platform: NodeJS.Platform = "linux"): Surroundings => ({
  platform,
  env,
  home: "/home/ann",
});

test("relative entries of PATH are left out: a workspace could plant programs there", () => {
  assert.deepEqual(pathFolders(around({ PATH: "/usr/bin:.::bin:/opt/x" })), ["/usr/bin", "/opt/x"]);
  assert.deepEqual(pathFolders(around({ Path: "C:\\a;b;D:\\c d" }, "win32")), ["C:\\a", "D:\\c d"]);
  assert.deepEqual(pathFolders(around({})), []);
});

test("Windows finds programs by their endings", () => {
  assert.deepEqual(programNames("wasmtime", around({}, "win32")), ["wasmtime.exe"]);
  assert.deepEqual(programNames("wasmtime", around({})), ["wasmtime"]);
});

test("folders upwards end at the top that is given", () => {
  assert.deepEqual(foldersUp("/a/b/c", "/a"), ["/a/b/c", "/a/b", "/a"]);
  assert.deepEqual(foldersUp("/a"), ["/a", "/"]);
});

test("a folder whose name starts alike is another one", () => {
  assert.equal(isInside("/a/greeter/x.js", "/a/greeter"), true);
  assert.equal(isInside("/a/greeter2/x.js", "/a/greeter"), false);
});

test("a file that may not be run is no program, a folder neither", { skip: process.platform === "win32" }, async () => {
  const [one, two, three] = ["one", "two", "three"].map(name => path.join(folder, name));
  for (const place of [one!, two!, three!]) await mkdir(place);
  await writeFile(path.join(one!, "tool"), "");
  await mkdir(path.join(two!, "tool"));
  await writeFile(path.join(three!, "tool"), "");
  await chmod(path.join(three!, "tool"), 0o755);
  assert.equal(await findIn([one!, two!, three!], "tool", around({})), path.join(three!, "tool"));
  assert.equal(await findIn([one!, two!], "tool", around({})), undefined);
});

const search = (over: Partial<RuntimeSearch> = {}): RuntimeSearch => ({
  around: around({ PATH: "/usr/bin" }),
  wasmtimePath: "",
  workspaceFolder: "/ws",
  extensionFolder: "/ext",
  developmentFolder: undefined,
  ...over,
});

test("Wasmtime is looked for on PATH, then where its installer puts it, then, in development, in .tools", () => {
  const home = path.join("/home/ann", ".wasmtime", "bin");
  assert.deepEqual(searchFolders(search()), ["/usr/bin", home]);
  assert.deepEqual(
    searchFolders(search({ developmentFolder: "/repo" })).at(-1),
    path.join("/repo", ".tools", "wasmtime"),
  );
});

test("a setting that names nothing is said to, and is not passed over", async () => {
  const lookup = await wasmtime.find(search({ wasmtimePath: "tools/wasmtime" }));
  assert.equal(lookup.kind, "missing");
  const message = lookup.kind === "missing" ? lookup.message : "";
  assert.match(message, /wit\.wasmtime\.path names .*ws.*tools.wasmtime, but there is no program/);
});

test("a program that is not Wasmtime is not taken for it", async () => {
  const lookup = await wasmtime.find(search({ wasmtimePath: process.execPath }));
  assert.equal(lookup.kind, "missing");
  assert.match(lookup.kind === "missing" ? lookup.message : "", /does not answer like Wasmtime/);
});

test("Wasmtime gets the call and the arguments as they are", () => {
  assert.deepEqual(
    wasmtimeArguments({ kind: "run", component: "/a b/c.wasm", args: ["--x", "$(y)"], grants: noGrants }),
    ["run", "-C", "cache=y", "/a b/c.wasm", "--x", "$(y)"],
  );
  assert.deepEqual(
    wasmtimeArguments({ kind: "invoke", component: "/c.wasm", call: 'f("a")', grants: noGrants }).slice(3),
    ["--invoke", 'f("a")', "/c.wasm"],
  );
});

test("jco is the project's own, then the setting's; where there is none, the message says how to get it", async () => {
  const project = path.join(folder, "work", "project");
  const own = await installJco(path.join(folder, "work", "node_modules"));
  const set = await installJco(path.join(folder, "elsewhere"));
  const bare = path.join(folder, "bare");
  await mkdir(bare);
  const tools = { jcoPath: "", developmentFolder: undefined };
  assert.deepEqual(await findJco(project, { ...tools, jcoPath: set }), {
    kind: "found",
    jco: { script: own, hasQuickjs: false },
  });
  assert.deepEqual(await findJco(bare, { ...tools, jcoPath: path.dirname(path.dirname(set)) }), {
    kind: "found",
    jco: { script: set, hasQuickjs: false },
  });
  const missing = await findJco(bare, tools);
  assert.match(missing.kind === "missing" ? missing.message : "", /npm install --save-dev @bytecodealliance\/jco/);
  const wrong = await findJco(bare, { ...tools, jcoPath: "nowhere" });
  assert.match(wrong.kind === "missing" ? wrong.message : "", /setting wit\.jco\.path names .*nowhere/);
});

/** A package that looks like jco to the search; gives its script. */
async function installJco(modules: string): Promise<string> {
  const script = path.join(modules, "@bytecodealliance", "jco", "dist", "jco.js");
  await mkdir(path.dirname(script), { recursive: true });
  await writeFile(path.join(script, "..", "..", "package.json"), JSON.stringify({ bin: { jco: "dist/jco.js" } }));
  await writeFile(script, "");
  return script;
}
