// Runs components in Wasmtime, found by the setting wit.wasmtime.path, then on PATH, then in ~/.wasmtime/bin, then where the extension installs it, then, while the extension is developed, in its .tools folder.
import path from "node:path";
import { describeEnding } from "../endings.ts";
import { findIn, isProgram, pathFolders, settingPath } from "../find-program.ts";
import { runTool, type ToolEnd, type ToolWatch } from "../process.ts";
import { versionOf } from "../tools/version.ts";
import { explainWasmtime } from "../wasmtime-errors.ts";
import { environmentOf, type Grants } from "./grants.ts";
import type { Job, RunTarget, Runtime, RuntimeLookup, RuntimeSearch } from "./run-target.ts";

export const wasmtime: RunTarget = {
  id: "wasmtime",
  label: "Wasmtime",
  find,
  start,
  shortcoming,
  explain,
};

async function find(search: RuntimeSearch): Promise<RuntimeLookup> {
  const set = search.wasmtimePath.trim();
  if (set !== "") {
    const program = settingPath(set, search);
    if (await isProgram(program)) return check(program);
    return missing(
      `The setting wit.wasmtime.path names ${program}, but there is no program. Correct or clear the setting.`,
    );
  }
  const program = await findIn(searchFolders(search), "wasmtime", search.around);
  if (program !== undefined) return check(program);
  return missing(
    'Wasmtime is not on PATH, nor in ~/.wasmtime/bin. Install it with "WIT: Install Wasmtime" or as https://wasmtime.dev says, or name the program in the setting wit.wasmtime.path.',
  );
}

/** The folders to look in, in order. */
export function searchFolders({ around, installedFolder, developmentFolder }: RuntimeSearch): readonly string[] {
  const development = developmentFolder === undefined ? [] : [path.join(developmentFolder, ".tools", "wasmtime")];
  const installed = installedFolder === undefined ? [] : [installedFolder];
  return [...pathFolders(around), path.join(around.home, ".wasmtime", "bin"), ...installed, ...development];
}

const ASKED = {
  versionArguments: ["--version"],
  readVersion: (printed: string) => /^wasmtime(?:-cli)? (\d\S*)/.exec(printed)?.[1],
};

async function check(program: string): Promise<RuntimeLookup> {
  const answer = await versionOf(ASKED, program);
  if (answer.kind === "version") {
    return { kind: "found", runtime: { target: wasmtime, path: program, title: `Wasmtime ${answer.version}` } };
  }
  return missing(`${program} does not answer like Wasmtime when asked for its version: ${answer.why}.`);
}

function missing(message: string): RuntimeLookup {
  return { kind: "missing", message };
}

function start(runtime: Runtime, job: Job, watch: ToolWatch): Promise<ToolEnd> {
  const cwd = path.dirname(job.component);
  return runTool({ program: runtime.path, args: wasmtimeArguments(job), cwd, env: { RUST_BACKTRACE: "0" } }, watch);
}

/** The arguments of `wasmtime`; compiled code is cached, which makes the second start quick. */
export function wasmtimeArguments(job: Job): readonly string[] {
  const granted = ["-C", "cache=y", ...grantArguments(job.grants)];
  switch (job.kind) {
    case "run":
      return ["run", ...granted, job.component, ...job.args];
    case "invoke":
      return ["run", ...granted, "--invoke", job.call, job.component];
    case "serve":
      return ["serve", ...granted, ...requestArguments(job.grants), "--addr", "127.0.0.1:0", job.component];
  }
}

/** Services of JavaScript and Python import all of wasi:cli. A time limit holds for each request: a service has no end. */
function requestArguments({ timeLimitMs }: Grants): readonly string[] {
  return ["-S", "cli=y", ...(timeLimitMs > 0 ? ["-W", `timeout=${Math.ceil(timeLimitMs)}ms`] : [])];
}

/** Everything is denied by default. A run's time limit is not Wasmtime's: it would count the guest's time alone, and end in a trap. */
export function grantArguments(grants: Grants): readonly string[] {
  const { folders, network, memoryLimit } = grants;
  return [
    ...environmentOf(grants, process.env).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
    ...folders.flatMap(({ host, guest }) => ["--dir", `${host}::${guest}`]),
    ...(network ? ["-S", "inherit-network=y", "-S", "allow-ip-name-lookup=y", "-S", "http=y"] : []),
    // A guest that is refused memory would go on and fail elsewhere; so it is told of.
    ...(memoryLimit > 0 ? ["-W", `max-memory-size=${memoryLimit}`, "-W", "trap-on-grow-failure=y"] : []),
  ];
}

function shortcoming({ kind, grants }: Job): string | undefined {
  return kind === "serve" && !grants.network
    ? "Wasmtime lets every service make HTTP requests of its own, also without a grant of the network."
    : undefined;
}

function explain(end: ToolEnd): string | undefined {
  if (end.how.kind !== "exited") return describeEnding(end.how);
  return explainWasmtime({ exitCode: end.how.code, stderr: end.stderr });
}
