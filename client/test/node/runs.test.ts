// Components written as WAT in both runtimes: what they are granted, and what goes wrong.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { explainEnd } from "../../src/node/explain.ts";
import type { ToolEnd, ToolWatch } from "../../src/node/process.ts";
import { withGrantedFolders } from "../../src/node/run-targets/granted-folders.ts";
import { type Grants, noGrants } from "../../src/node/run-targets/grants.ts";
import type { Runtime, Task } from "../../src/node/run-targets/run-target.ts";
import { repository, runtimeFor } from "../support.ts";
import { assemble, chatter, command, PROBE, runner } from "../wat-components.ts";

const IDS = ["wasmtime", "embedded"] as const;
type Id = (typeof IDS)[number];

let folder: string;
const runtimes = new Map<Id, Runtime>();

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), `wit "runs" – ü 'x' `));
  for (const id of IDS) runtimes.set(id, await runtimeFor(id));
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
  return { end, told: (await explainEnd(runtime, end, task.component)) ?? "" };
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

const IMPORTING = `(component
  (import "my:own/thing@1.0.0" (instance $thing (export "f" (func))))
  (core func $f (canon lower (func $thing "f")))
  (core module $m (import "my" "f" (func $f)) (func (export "run") (result i32) call $f i32.const 0))
  (core instance $i (instantiate $m (with "my" (instance (export "f" (func $f))))))
  (func $run (result (result)) (canon lift (core func $i "run")))
  (instance $r (export "run" (func $run)))
  (export "wasi:cli/run@0.2.0" (instance $r)))`;

/** What runs is read from /proc. */
const ON_LINUX = { skip: process.platform !== "linux" };
const FOR_EVER = "(loop $again (br $again)) i32.const 0";

for (const id of IDS) {
  test(`${id}: a guest that runs for ever is stopped by the limit`, async () => {
    const { end, told } = await run(id, await assemble(runner(FOR_EVER)), noGrants, { timeoutMs: 1_500 });
    assert.deepEqual(end.how, { kind: "timed-out", timeoutMs: 1_500 });
    assert.match(told, /stopped after 1\.5 s, the time limit/);
  });

  test(`${id}: a guest that runs for ever is stopped on request, and no process of it is left`, ON_LINUX, async () => {
    const component = await file(await assemble(runner(FOR_EVER)));
    const controller = new AbortController();
    const running = perform(id, { kind: "run", component, args: [] }, noGrants, { signal: controller.signal });
    await until("a process", async () => (await processesOf(component)).length > 0);
    controller.abort();
    const { end, told } = await running;
    assert.equal(end.how.kind, "cancelled");
    assert.equal(told, "It was stopped on request.");
    await until("no process", async () => (await processesOf(component)).length === 0);
  });

  test(`${id}: a trap is told with the guest's function`, async () => {
    const { end, told } = await run(id, await assemble(runner("unreachable")));
    assert.deepEqual(end.how, { kind: "exited", code: 134 });
    const place = id === "wasmtime" ? ", in work" : "";
    assert.equal(told, `The component stopped with a trap: wasm \`unreachable\` instruction executed${place}.`);
  });

  test(`${id}: an import that the host lacks is told, with its interface`, async () => {
    const { end, told } = await run(id, await assemble(IMPORTING));
    assert.equal(end.how.kind === "exited" && end.how.code !== 0, true);
    assert.match(
      told,
      /imports the interface my:own\/thing(@1\.0\.0)?, which (nothing here|the embedded runtime does not)/,
    );
  });

  test(`${id}: an error that run returns is told`, async () => {
    const { end, told } = await run(id, await assemble(runner("i32.const 1")));
    assert.deepEqual(end.how, { kind: "exited", code: 1 });
    assert.match(told, /its run function returned an error or it called exit/);
  });

  test(`${id}: 50 MB of output keep their beginning and end, and this process has time for other things`, async () => {
    const bytes = await command(chatter(50));
    let [characters, ticks] = [0, 0];
    const timer = setInterval(() => ticks++, 5);
    const onOutput = (_stream: string, text: string): void => {
      characters += text.length;
    };
    const { end } = await run(id, bytes, noGrants, { onOutput });
    clearInterval(timer);
    assert.equal(characters, 50_000_000);
    assert.ok(end.stdout.length < 1_100_000, `${end.stdout.length} characters kept`);
    assert.match(end.stdout, /^x+\n?… \d+ characters left out …\n?x+$/);
    assert.ok(ticks > 20, `${ticks} ticks in ${end.ms} ms`);
  });

  test(`${id}: two runs at once do not mix`, async () => {
    const component = await file(await command(PROBE));
    const runs = ["one", "two"].map(value =>
      perform(id, { kind: "run", component, args: [] }, { ...noGrants, env: [{ name: "A", value }] }),
    );
    const printed = (await Promise.all(runs)).map(({ end }) => end.stdout);
    assert.deepEqual(printed, ["A=one\0||not written", "A=two\0||not written"]);
  });

  test(`${id}: the folder of the component is deleted before, and while it runs`, ON_LINUX, async () => {
    const gone = path.join(folder, `${id} gone`);
    await mkdir(gone);
    const component = path.join(gone, "c.wasm");
    await writeFile(component, await assemble(runner(FOR_EVER)));
    const controller = new AbortController();
    const running = perform(id, { kind: "run", component, args: [] }, noGrants, { signal: controller.signal });
    await until("a process", async () => (await processesOf(component)).length > 0);
    await rm(gone, { recursive: true });
    controller.abort();
    assert.equal((await running).end.how.kind, "cancelled");
    const after = await perform(id, { kind: "run", component, args: [] });
    assert.equal(after.told, `It could not be started: the folder ${gone} is not there.`);
  });
}

test("another version of what Wasmtime starts is told of", async () => {
  const { told } = await run("wasmtime", await assemble(runner("i32.const 0", { run: "wasi:cli/run@0.9.0" })));
  assert.match(told, /exports wasi:cli\/run@0\.9\.0, but this version of Wasmtime looks for wasi:cli\/run@0\.2\.\d+\./);
});

// Exceptions of WebAssembly came with Node.js 24.
test("a component that needs a newer engine is told of by the embedded runtime, and runs in none that lacks it", {
  skip: Number.parseInt(process.versions.node, 10) >= 24,
}, async () => {
  const body = "(block $done (try_table (catch_all $done) i32.const 0 drop)) i32.const 0";
  const { end, told } = await run("embedded", await assemble(runner(body)));
  assert.deepEqual(end.how, { kind: "exited", code: 1 });
  assert.match(told, /needs a newer JavaScript engine than that of Node\.js \d+/);
});

async function until(what: string, is: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 1_200; i++) {
    if (await is()) return;
    await sleep(25);
  }
  assert.fail(what);
}

/** Processes that have a component among their arguments. */
async function processesOf(component: string): Promise<readonly string[]> {
  const numbers = (await readdir("/proc")).filter(name => /^\d+$/.test(name) && Number(name) !== process.pid);
  const found: string[] = [];
  for (const number of numbers) {
    const line = await readFile(`/proc/${number}/cmdline`, "utf8").catch(() => "");
    // The folder's name without what is written otherwise in JSON.
    const folderEnd = path.basename(path.dirname(component)).slice(-6);
    if (line.includes(`${folderEnd}${path.sep}${path.basename(component)}`)) found.push(number);
  }
  return found;
}
