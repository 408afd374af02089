// The embedded runtime's program: runs the job that its only argument describes (JSON), in a process of its own so that it can be killed.
// It prints what the component prints; what it has to say itself is a line on standard error that starts with "wit-tools: ".
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import type { Grants } from "../node/run-targets/grants.ts";
import type { Job } from "../node/run-targets/run-target.ts";
import { serveHttp } from "./http.ts";
import { instantiate } from "./instance.ts";
import { invoke } from "./invoke.ts";
import { type Channel, isTrap, serve } from "./session.ts";
import type { SessionJob } from "./session-job.ts";
import type { ToSession } from "./session-messages.ts";
import { CompileError } from "./web-assembly.ts";

/** The exit code of a guest that trapped, as Wasmtime gives it. */
const TRAP = 134;

// QuickJS components compute constants, which Node.js 20 can do but does not by itself.
if (Number.parseInt(process.versions.node, 10) < 21) setFlagsFromString("--experimental-wasm-extended-const");

const code = await perform(JSON.parse(process.argv[2] ?? "{}")).catch(explainFailure);
process.exitCode = code;
// An open channel would keep this process alive.
process.removeAllListeners("disconnect");
if (process.connected) process.disconnect();

async function perform(job: Job | SessionJob): Promise<number> {
  const component = await readFile(job.component);
  switch (job.kind) {
    case "run":
      return run(component, [path.basename(job.component), ...job.args], job.grants);
    case "invoke": {
      process.stdout.write(`${await invoke(component, job.call, job.grants)}\n`);
      return 0;
    }
    case "serve":
      return serveHttp(component, job.grants);
    case "session":
      return serve(component, job.grants, parentChannel());
  }
}

async function run(component: Uint8Array, args: readonly string[], grants: Grants): Promise<number> {
  const instance = await instantiate(component, args, grants);
  const name = Object.keys(instance).find(key => key.startsWith("wasi:cli/run@"));
  const command = name === undefined ? undefined : (instance[name] as { run(): unknown });
  if (command === undefined) {
    say(
      'The component has no wasi:cli/run, so there is nothing to run. Export it from the world, or call a function with "WIT: Invoke Function in Wasmtime…".',
    );
    return 1;
  }
  try {
    await command.run();
    return 0;
  } catch (error) {
    // The error case of `run: func() -> result` is thrown with its payload, and it has none.
    if (error instanceof Error && "payload" in error) return 1;
    throw error;
  }
}

/** Messages of the process that started this one; without it there is nothing to live for. */
function parentChannel(): Channel {
  process.on("disconnect", () => process.exit(0));
  return {
    send: message => void process.send?.(message),
    receive: listener => void process.on("message", message => listener(message as ToSession)),
  };
}

function explainFailure(error: unknown): number {
  if (error instanceof Error && isTrap(error)) {
    say(`The component stopped with a trap: ${error.message.replace(/^wasm trap: /, "")}.`);
    return TRAP;
  }
  if (error instanceof CompileError) {
    say(
      `This component needs a newer JavaScript engine than that of Node.js ${process.versions.node}: ${error.message}.`,
    );
    return 1;
  }
  say(error instanceof Error ? error.message : String(error));
  return 1;
}

function say(message: string): void {
  process.stderr.write(`wit-tools: ${message.replaceAll("\n", " ")}\n`);
}
