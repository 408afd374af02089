// How programs end on Windows, with a stand-in for its taskkill: these tests run elsewhere.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { endTree } from "../../src/node/process-tree.ts";
import { onUnix } from "./stand-ins.ts";

/** Ends a program as on Windows, where the system's folder holds a taskkill that runs these lines; gives the signal that it ended by. */
async function ended(lines: string | undefined): Promise<{ readonly signal: string; readonly called: string }> {
  const system = await mkdtemp(path.join(tmpdir(), "wit windows "));
  try {
    const taskkill = path.join(system, "System32", "taskkill.exe");
    await mkdir(path.dirname(taskkill));
    if (lines !== undefined) await writeFile(taskkill, `#!/bin/sh\necho "$@" > "$0.called"\n${lines}\n`);
    if (lines !== undefined) await chmod(taskkill, 0o755);
    const child: ChildProcess = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
    const exit = once(child, "exit");
    endTree(child, "SIGTERM", { platform: "win32", env: { SystemRoot: system } });
    const [, signal] = (await exit) as [unknown, string];
    const called = await readFile(`${taskkill}.called`, "utf8").catch(() => "");
    return { signal, called: called.trim().replace(String(child.pid), "PID") };
  } finally {
    await rm(system, { recursive: true });
  }
}

test("on Windows the system's taskkill ends a program with all that it started", { skip: !onUnix }, async () => {
  assert.deepEqual(await ended('kill -9 "$2"'), { signal: "SIGKILL", called: "/pid PID /T /F" });
});

test("where taskkill can't be started, the program itself is ended", { skip: !onUnix }, async () => {
  assert.deepEqual(await ended(undefined), { signal: "SIGTERM", called: "" });
});
