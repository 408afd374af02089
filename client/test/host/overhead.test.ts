// What a run by the command costs beside the program alone, and whether the extension host has time for other things meanwhile.
import assert from "node:assert/strict";
import { rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { findIn, pathFolders } from "../../src/node/find-program.ts";
import { runTool } from "../../src/node/process.ts";
import { assemble, chatter, command, runner } from "../wat-components.ts";
import { run } from "./commands.ts";
import { file, sleep } from "./support.ts";

const ROUNDS = 15;
const OVERHEAD_MS = 60;
const BLOCKED_MS = 20;

suite("overhead", () => {
  const component = file("overhead.wasm").fsPath;

  suiteTeardown(() => rm(component, { force: true }));

  test("of a run by the command", async function () {
    await writeFile(component, await assemble(runner("i32.const 0")));
    const around = { platform: process.platform, env: process.env, home: homedir() };
    const program = await findIn(pathFolders(around), "wasmtime", around);
    assert.ok(program, "Wasmtime is not on PATH");
    const args = ["run", "-C", "cache=y", component];
    const bare = (): PromiseLike<unknown> => runTool({ program, args, cwd: path.dirname(component) });
    const byCommand = (): PromiseLike<unknown> => run({ component });
    // One after the other by turns, so that other work on the machine falls to both.
    const [alone, commanded]: [number[], number[]] = [[], []];
    await bare();
    await byCommand();
    for (let round = 0; round < ROUNDS; round++) {
      alone.push(await timed(bare));
      commanded.push(await timed(byCommand));
    }
    const overhead = median(commanded) - median(alone);
    this.test!.title += `: ${overhead.toFixed(0)} ms beside ${median(alone).toFixed(0)} ms`;
    assert.ok(overhead <= OVERHEAD_MS, `${overhead} ms`);
  });

  test("on the extension host, of 50 MB of output", async function () {
    await writeFile(component, await command(chatter(50)));
    const idle = await delays(() => sleep(1_500));
    const printing = async (): Promise<void> => {
      const result = await run({ component });
      assert.equal(result.exitCode, 0, result.message);
      assert.ok(result.stdout.length < 1_100_000, "all of it is kept");
    };
    let busy = await delays(printing);
    // Other work on the machine only adds to it.
    for (let again = 0; again < 4 && busy > BLOCKED_MS + idle; again++) busy = Math.min(busy, await delays(printing));
    this.test!.title += `: at most ${busy.toFixed(0)} ms in 99 of 100 turns, ${idle.toFixed(0)} ms without it`;
    assert.ok(busy <= BLOCKED_MS + idle, `${busy} ms`);
  });
});

async function timed(action: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** How long turns of the event loop take while something goes on, in milliseconds: 99 of 100 take less. */
async function delays(action: () => Promise<void>): Promise<number> {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  await action();
  histogram.disable();
  return histogram.percentile(99) / 1e6;
}
