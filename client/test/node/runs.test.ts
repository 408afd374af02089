// Components written as WAT in both runtimes: what they are granted, and what goes wrong.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import type { ToolEnd, ToolWatch } from "../../src/node/process.ts";
import { withGrantedFolders } from "../../src/node/run-targets/granted-folders.ts";
import { type Grants, noGrants } from "../../src/node/run-targets/grants.ts";
import { chooseRuntime } from "../../src/node/run-targets/list.ts";
import type { Runtime, Task } from "../../src/node/run-targets/run-target.ts";
import { repository, wasmtimeFolder } from "../support.ts";
import { assemble, command, PROBE, runner } from "../wat-components.ts";

const IDS = ["wasmtime", "embedded"] as const;
type Id = (typeof IDS)[number];

let folder: string;
const runtimes = new Map<Id, Runtime>();

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), `wit "runs" – ü 'x' `));
  for (const id of IDS) {
    const { runtime, missing } = await chooseRuntime(id, {
      around: { platform: process.platform, env: { PATH: wasmtimeFolder }, home: homedir() },
      wasmtimePath: "",
      workspaceFolder: undefined,
      extensionFolder: repository,
      developmentFolder: undefined,
    });
    assert.ok(runtime, missing.join(" "));
    runtimes.set(id, runtime);
  }
});

after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

let count = 0;

async function file(bytes: Uint8Array): Promise<string> {
  const place = path.join(folder, `component ${count++}.wasm`);
  await writeFile(place, bytes);
  return place;
}

interface Ran {
  readonly end: ToolEnd;
  readonly told: string;
}

async function perform(id: Id, task: Task, grants: Grants = noGrants, watch: ToolWatch = {}): Promise<Ran> {
  const runtime = runtimes.get(id)!;
  const end = await withGrantedFolders(grants, given =>
    runtime.target.start(runtime, { ...task, grants: given }, watch),
  );
  return { end, told: runtime.target.explain(end) ?? "" };
}

async function run(id: Id, bytes: Uint8Array, grants?: Grants, watch?: ToolWatch): Promise<Ran> {
  return perform(id, { kind: "run", component: await file(bytes), args: [] }, grants, watch);
}

for (const id of IDS) {
  test(`${id}: nothing is granted by default`, async () => {
    const { end, told } = await run(id, await command(PROBE));
    assert.equal(told, "");
    assert.equal(end.stdout, "||not written");
  });

  test(`${id}: variables, and a folder that can be written`, async () => {
    const host = path.join(folder, `${id} data`);
    await mkdir(host);
    await writeFile(path.join(host, "f.txt"), "grüß dich");
    const env = [{ name: "GREETING", value: 'a "b" $(c)' }, { name: "NOT_SET_HERE" }];
    const folders = [{ host, guest: "/", writable: true }];
    const { end, told } = await run(id, await command(PROBE), { ...noGrants, env, folders });
    assert.equal(told, "");
    assert.equal(end.stdout, 'GREETING=a "b" $(c)\0|grüß dich|written');
    assert.ok((await readdir(host)).includes("w.txt"));
  });

  test(`${id}: a read-only folder can be read, and stays as it is`, async () => {
    const host = path.join(folder, `${id} read-only`);
    await mkdir(host);
    await writeFile(path.join(host, "f.txt"), "read me");
    const folders = [{ host, guest: "/data", writable: false }];
    const { end, told } = await run(id, await command(PROBE), { ...noGrants, folders });
    assert.equal(told, "");
    assert.match(end.stdout, /^\|read me/);
    assert.deepEqual(await readdir(host), ["f.txt"]);
    assert.equal(await readFile(path.join(host, "f.txt"), "utf8"), "read me");
  });

  test(`${id}: a granted folder that is gone is said`, async () => {
    const folders = [{ host: path.join(folder, "gone"), guest: "/x", writable: true }];
    await assert.rejects(run(id, await command(PROBE), { ...noGrants, folders }), /gone, granted as \/x, is not there/);
  });
}

test("no copy of a read-only folder is left", async () => {
  const before = (await readdir(tmpdir())).filter(name => name.startsWith("wit-read-only-"));
  const folders = [{ host: path.join(repository, "test-fixtures"), guest: "/x", writable: false }];
  let seen = "";
  await withGrantedFolders({ ...noGrants, folders }, async given => {
    seen = given.folders[0]!.host;
    assert.ok((await readdir(seen)).includes("greeter"));
  });
  await assert.rejects(readdir(seen));
  const left = (await readdir(tmpdir())).filter(name => name.startsWith("wit-read-only-"));
  assert.ok(left.length <= before.length);
});

test("more memory than is granted is said in Wasmtime; the embedded runtime says that it can't limit it", async () => {
  const grow = await assemble(runner("(drop (memory.grow (i32.const 1000))) i32.const 0"));
  const grants = { ...noGrants, memoryLimit: 1024 * 1024 };
  const { told } = await run("wasmtime", grow, grants);
  assert.match(told, /more memory than it is granted.*65601536 bytes/);
  assert.equal((await run("wasmtime", grow, { ...noGrants, memoryLimit: 100_000_000 })).told, "");
  const task = { kind: "run", component: "/x.wasm", args: [] } as const;
  const { target } = runtimes.get("embedded")!;
  assert.match(target.shortcoming({ ...task, grants }) ?? "", /can't limit a component's memory/);
  assert.equal(target.shortcoming({ ...task, grants: noGrants }), undefined);
});
