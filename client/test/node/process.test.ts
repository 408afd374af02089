import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { nodeCall, runTool, type ToolCall } from "../../src/node/process.ts";

const node = (code: string, ...args: string[]): ToolCall => ({
  program: process.execPath,
  args: ["-e", code, ...args],
  cwd: process.cwd(),
});

test("a program's output, exit code and arguments come through unchanged", async () => {
  const odd = ["$(touch x)", "a b", '"quoted"', "日本", "; exit 9"];
  const seen: string[] = [];
  const end = await runTool(
    node("console.log(JSON.stringify(process.argv.slice(1))); console.error('oops'); process.exit(3)", ...odd),
    {
      onOutput: (stream, text) => seen.push(`${stream}:${text.trim()}`),
    },
  );
  assert.deepEqual(end.how, { kind: "exited", code: 3 });
  assert.deepEqual(JSON.parse(end.stdout), odd);
  assert.equal(end.stderr.trim(), "oops");
  assert.deepEqual(seen.sort(), ["stderr:oops", `stdout:${JSON.stringify(odd)}`]);
});

test("a program that is not there is said to be", async () => {
  const end = await runTool({ program: "/no/such/program", args: [], cwd: process.cwd() });
  assert.equal(end.how.kind, "not-started");
});

test("a folder that is gone is no crash", async () => {
  const end = await runTool({ ...node("1"), cwd: "/no/such/folder" });
  assert.deepEqual(end.how, { kind: "not-started", reason: "the folder /no/such/folder is not there" });
});

test("a time limit ends a program", async () => {
  const end = await runTool(node("setInterval(() => {}, 1000)"), { timeoutMs: 200 });
  assert.deepEqual(end.how, { kind: "timed-out", timeoutMs: 200 });
});

test("cancelling ends the program and what it started", { skip: process.platform === "win32" }, async () => {
  const child = "setInterval(() => {}, 1000)";
  const code = `const c = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], {stdio: 'ignore'}); console.log(c.pid); setInterval(() => {}, 1000)`;
  const controller = new AbortController();
  let grandchild = 0;
  const end = await runTool(node(code), {
    signal: controller.signal,
    onOutput: (_stream, text) => {
      grandchild = Number(text);
      controller.abort();
    },
  });
  assert.equal(end.how.kind, "cancelled");
  assert.ok(grandchild > 0);
  await sleep(300);
  assert.equal(isRunning(grandchild), false, "the grandchild still runs");
});

test("a program and what it started end with the process that ran it, also where that is killed", {
  skip: process.platform === "win32",
}, async () => {
  const wait = "setInterval(() => {}, 1000)";
  const tree = `const c = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(wait)}], {stdio: 'ignore'}); console.log(c.pid, process.pid); ${wait}`;
  const module = new URL("../../src/node/process.js", import.meta.url).href;
  const host = `import(${JSON.stringify(module)}).then(({ runTool }) => runTool(${JSON.stringify(node(tree))}, { onOutput: (_, text) => console.log(text) }))`;
  const killed = spawn(process.execPath, ["-e", host], { stdio: ["ignore", "pipe", "inherit"] });
  const pids = await new Promise<readonly number[]>(resolve =>
    killed.stdout.once("data", (text: Buffer) => resolve(text.toString().trim().split(" ").map(Number))),
  );
  assert.equal(pids.length, 2);
  await sleep(1_000);
  assert.deepEqual(pids.map(isRunning), [true, true]);
  killed.kill("SIGKILL");
  for (let round = 0; round < 100 && pids.some(isRunning); round++) await sleep(50);
  assert.deepEqual(pids.map(isRunning), [false, false]);
});

test("a program that ignores the first signal is ended all the same", {
  skip: process.platform === "win32",
}, async () => {
  const controller = new AbortController();
  const end = await runTool(
    node("process.on('SIGTERM', () => {}); console.log('ready'); setInterval(() => {}, 1000)"),
    {
      signal: controller.signal,
      onOutput: () => controller.abort(),
    },
  );
  assert.equal(end.how.kind, "cancelled");
  assert.ok(end.ms < 10_000);
});

test("a grandchild that keeps the output open does not keep the answer back", {
  skip: process.platform === "win32",
}, async () => {
  const code = `require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 3000)'], {stdio: 'inherit'}).unref(); process.exit(0)`;
  const end = await runTool(node(code));
  assert.deepEqual(end.how, { kind: "exited", code: 0 });
  assert.ok(end.ms < 2_500, `${end.ms} ms`);
});

test("50 MB of output keep their beginning and their end", async () => {
  const end = await runTool(
    node("process.stdout.write('start'); process.stdout.write('x'.repeat(50e6)); process.stdout.write('finish')"),
  );
  assert.match(end.stdout, /^startx/);
  assert.match(end.stdout, /xfinish$/);
  assert.match(end.stdout, /… \d+ characters left out …/);
  assert.ok(end.stdout.length < 1_100_000, `${end.stdout.length} characters kept`);
});

test("a letter cut in two by the pipe arrives whole", async () => {
  const end = await runTool(
    node(
      "const b = Buffer.from('日'); process.stdout.write(b.subarray(0, 1)); setTimeout(() => process.stdout.write(b.subarray(1)), 100)",
    ),
  );
  assert.equal(end.stdout, "日");
});

test("a program already cancelled does not go on", async () => {
  const end = await runTool(node("setInterval(() => {}, 1000)"), { signal: AbortSignal.abort() });
  assert.equal(end.how.kind, "cancelled");
});

test("scripts are run by this Node.js, as Node.js", () => {
  const call = nodeCall("/x/jco.js", ["a"], "/x", { NO_COLOR: "1" });
  assert.equal(call.program, process.execPath);
  assert.deepEqual(call.args, ["/x/jco.js", "a"]);
  assert.deepEqual(call.env, { NO_COLOR: "1", ELECTRON_RUN_AS_NODE: "1" });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that has ended but that nobody has asked about (a zombie) still has its number.
    return process.platform !== "linux" || !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
