// Runs components in Wasmtime, found by the setting wit.wasmtime.path, then on PATH, then in ~/.wasmtime/bin, then, while the extension is developed, in its .tools folder.
import path from "node:path";
import { describeEnding } from "../endings.ts";
import { findIn, isProgram, pathFolders } from "../find-program.ts";
import { runTool, type ToolEnd, type ToolWatch } from "../process.ts";
import { explainWasmtime } from "../wasmtime-errors.ts";
import type { Job, RunTarget, Runtime, RuntimeLookup, RuntimeSearch } from "./run-target.ts";

export const wasmtime: RunTarget = { id: "wasmtime", label: "Wasmtime", find, start, explain };

const VERSION_TIMEOUT_MS = 10_000;

async function find(search: RuntimeSearch): Promise<RuntimeLookup> {
  const set = search.wasmtimePath.trim();
  if (set !== "") {
    const program = absolute(set, search);
    if (await isProgram(program)) return check(program);
    return missing(
      `The setting wit.wasmtime.path names ${program}, but there is no program. Correct or clear the setting.`,
    );
  }
  const program = await findIn(searchFolders(search), "wasmtime", search.around);
  if (program !== undefined) return check(program);
  return missing(
    "Wasmtime is not on PATH, nor in ~/.wasmtime/bin. Install it as https://wasmtime.dev says, or name the program in the setting wit.wasmtime.path.",
  );
}

/** The folders to look in, in order. */
export function searchFolders({ around, developmentFolder }: RuntimeSearch): readonly string[] {
  const development = developmentFolder === undefined ? [] : [path.join(developmentFolder, ".tools", "wasmtime")];
  return [...pathFolders(around), path.join(around.home, ".wasmtime", "bin"), ...development];
}

function absolute(set: string, { around, workspaceFolder }: RuntimeSearch): string {
  const expanded = set.startsWith("~/") ? path.join(around.home, set.slice(2)) : set;
  return path.resolve(workspaceFolder ?? around.home, expanded);
}

async function check(program: string): Promise<RuntimeLookup> {
  const end = await runTool(
    { program, args: ["--version"], cwd: path.dirname(program) },
    { timeoutMs: VERSION_TIMEOUT_MS },
  );
  const version = /^wasmtime(?:-cli)? (\d\S*)/.exec(end.stdout)?.[1];
  if (version !== undefined) {
    return { kind: "found", runtime: { target: wasmtime, path: program, title: `Wasmtime ${version}` } };
  }
  const why = describeEnding(end.how) ?? `it printed "${(end.stdout + end.stderr).trim().slice(0, 200)}"`;
  return missing(`${program} does not answer like Wasmtime when asked for its version: ${why}.`);
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
  const common = ["run", "-C", "cache=y"];
  switch (job.kind) {
    case "run":
      return [...common, job.component, ...job.args];
    case "invoke":
      return [...common, "--invoke", job.call, job.component];
  }
}

function explain(end: ToolEnd): string | undefined {
  if (end.how.kind !== "exited") return describeEnding(end.how);
  return explainWasmtime({ exitCode: end.how.code, stderr: end.stderr });
}
