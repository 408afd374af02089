// The debug adapter: what it answers and tells, message by message.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Launch, RunAdapter } from "../../src/node/debug/adapter.ts";
import { readLaunch } from "../../src/node/debug/configuration.ts";
import type { Message } from "../../src/node/debug/protocol.ts";

/** What an adapter sends for requests, a line each, once it is quiet. */
async function talk(
  launch: Launch,
  ...requests: readonly (readonly [command: string, given?: unknown])[]
): Promise<readonly string[]> {
  const sent: Message[] = [];
  const adapter = new RunAdapter(launch, message => sent.push(message));
  for (const [i, [command, given]] of requests.entries()) {
    adapter.handle({ seq: i + 1, type: "request", command, arguments: given });
    await new Promise(resolve => setTimeout(resolve, 5));
  }
  assert.deepEqual(
    sent.map(({ seq }) => seq),
    sent.map((_, i) => i + 1),
  );
  return sent.map(line);
}

function line(message: Message): string {
  if (message.type === "event") return `${message.event} ${JSON.stringify(message.body)}`;
  if (message.type === "request") return message.command;
  const { command, request_seq: to, success, body, message: why } = message;
  return `${success ? "ok" : "no"} ${to} ${command} ${JSON.stringify(body ?? why)}`;
}

test("a run from the start to its exit code", async () => {
  const launch: Launch = async (configuration, { print, remark }) => {
    remark(`runs ${JSON.stringify(configuration)}\n`);
    print("hello\n");
    return { ok: false, exitCode: 3, message: "it failed" };
  };
  assert.deepEqual(
    await talk(launch, ["initialize"], ["launch", { program: "a.wasm" }], ["configurationDone"], ["disconnect"]),
    [
      'ok 1 initialize {"supportsConfigurationDoneRequest":true,"supportsTerminateRequest":true}',
      "initialized undefined",
      "ok 2 launch undefined",
      'output {"category":"console","output":"runs {\\"program\\":\\"a.wasm\\"}\\n"}',
      'output {"category":"stdout","output":"hello\\n"}',
      'output {"category":"stderr","output":"it failed\\n"}',
      'exited {"exitCode":3}',
      "terminated undefined",
      "ok 3 configurationDone undefined",
      "ok 4 disconnect undefined",
    ],
  );
});

test("stopping ends the run first; then it is told that it ended", async () => {
  const launch: Launch = (_configuration, _out, signal) =>
    new Promise(resolve =>
      signal.addEventListener("abort", () => setTimeout(resolve, 1, { ok: false, message: "stopped" })),
    );
  assert.deepEqual(await talk(launch, ["launch"], ["terminate"]), [
    "ok 1 launch undefined",
    "ok 2 terminate undefined",
    'output {"category":"stderr","output":"stopped\\n"}',
    'exited {"exitCode":1}',
    "terminated undefined",
  ]);
  assert.deepEqual((await talk(launch, ["launch"], ["disconnect"])).at(-1), "ok 2 disconnect undefined");
});

test("there are no threads, no breakpoint is reached, and what a debugger would do is refused", async () => {
  const launch: Launch = async () => ({ ok: true });
  assert.deepEqual(
    await talk(launch, ["threads"], ["setBreakpoints", { breakpoints: [{ line: 1 }] }], ["setBreakpoints"], ["pause"]),
    [
      'ok 1 threads {"threads":[]}',
      'ok 2 setBreakpoints {"breakpoints":[{"verified":false}]}',
      'ok 3 setBreakpoints {"breakpoints":[]}',
      'no 4 pause "pause is not possible: a component is run without a debugger."',
    ],
  );
});

test("configurations are read, and refused where they make no sense", () => {
  assert.deepEqual(readLaunch({ program: "a.wasm", args: ["x y"] }), { component: "a.wasm", args: ["x y"] });
  assert.deepEqual(readLaunch({ folder: "/w", world: "w" }), { folder: "/w", world: "w", args: [] });
  assert.deepEqual(readLaunch(undefined), { args: [] });
  assert.deepEqual(readLaunch({ program: 1 }), { problem: '"program" in the launch configuration is a text.' });
  assert.deepEqual(readLaunch({ args: "x" }), { problem: '"args" in the launch configuration is a list of texts.' });
});
