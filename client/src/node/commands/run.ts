// The command "WIT: Run Component in Wasmtime".
import path from "node:path";
import { Uri, window } from "vscode";
import { splitArguments } from "../command-line.ts";
import { explainEnd } from "../explain.ts";
import { liveOutput } from "../live-output.ts";
import type { ToolEnd } from "../process.ts";
import { Cancelled, Refusal } from "../refusal.ts";
import { withGrantedFolders } from "../run-targets/granted-folders.ts";
import { describeGrants, type Grants } from "../run-targets/grants.ts";
import { chooseRuntime } from "../run-targets/list.ts";
import type { Job, Runtime, Task } from "../run-targets/run-target.ts";
import { runtimeChoice, runtimeSearch, type Session, timeoutMs } from "../session.ts";
import { chooseComponent } from "./component.ts";
import { fromMenu } from "./menu.ts";
import { isAsking, reply, tell } from "./reply.ts";
import type { RunArguments, RunResult } from "./results.ts";

/** A component's file is run, of another file its project's component. */
export function runFromMenu(session: Session, asked?: RunArguments | Uri): Promise<RunResult> {
  const isComponent = asked instanceof Uri && asked.path.endsWith(".wasm");
  return runComponent(session, fromMenu<RunArguments>(isComponent ? "component" : "folder", asked));
}

export function runComponent(session: Session, asked?: RunArguments): Promise<RunResult> {
  const interactive = isAsking(asked);
  const failed = (message: string): RunResult => ({ ok: false, ms: 0, stdout: "", stderr: "", message });
  return reply(session, interactive, () => run(session, asked ?? {}, interactive), failed);
}

async function run(session: Session, asked: RunArguments, interactive: boolean): Promise<RunResult> {
  const component = await chooseComponent(session, asked, interactive);
  const args = asked.args ?? (interactive ? await askArguments(session, component) : []);
  const task = { kind: "run", component, args } as const;
  return perform(session, task, `Running ${path.basename(component)}`, { interactive, grants: asked.grants });
}

/** Asks for the guest's arguments; they are remembered for each component. */
async function askArguments(session: Session, component: string): Promise<readonly string[]> {
  const key = `arguments:${component}`;
  const text = await window.showInputBox({
    title: `Run ${path.basename(component)}`,
    prompt: "Arguments for the component, separated by spaces; double quotes keep spaces together.",
    value: session.memory.get(key, ""),
  });
  if (text === undefined) throw new Cancelled();
  await session.memory.update(key, text);
  return splitArguments(text);
}

/** How a task is done. */
export interface Performing {
  readonly interactive: boolean;
  /** Stops it; a notification with a button does where this is absent. */
  readonly signal?: AbortSignal;
  /** What is remembered for the workspace when absent. */
  readonly grants?: Grants | undefined;
}

/** Does a task in the runtime that the settings and the machine allow, with what is granted, with live output, and explains its end. */
export async function perform(session: Session, task: Task, title: string, how: Performing): Promise<RunResult> {
  const { interactive, signal, grants = session.grants.get() } = how;
  const scope = Uri.file(task.component);
  const { runtime, missing } = await chooseRuntime(runtimeChoice(scope), runtimeSearch(session, scope));
  if (runtime === undefined) throw new Refusal(missing.join(" "));
  const what = task.kind === "invoke" ? `Calling ${task.call}` : title;
  session.output.appendLine(`── ${what} in ${runtime.title}. Granted: ${describeGrants(grants)}`);
  const shortcoming = runtime.target.shortcoming({ ...task, grants });
  const remarks = [...missing, ...(shortcoming === undefined ? [] : [shortcoming])];
  for (const reason of missing) session.output.appendLine(`${reason} The embedded runtime stands in.`);
  if (shortcoming !== undefined) session.output.appendLine(shortcoming);
  if (interactive) session.output.show(true);
  const end = await withGrantedFolders(grants, prepared => {
    const watch = (signal: AbortSignal): Promise<ToolEnd> =>
      watchJob(session, runtime, { ...task, grants: prepared }, signal);
    return signal === undefined ? session.progress(title, watch) : watch(signal);
  });
  const explanation = await explainEnd(runtime, end, task.component);
  return conclude(session, { runtime, end, explanation, remarks, interactive });
}

async function watchJob(session: Session, runtime: Runtime, job: Job, signal: AbortSignal): Promise<ToolEnd> {
  const live = liveOutput(session.output);
  const limit = job.grants.timeLimitMs || timeoutMs("run.timeout", Uri.file(job.component));
  const end = await runtime.target.start(runtime, job, {
    signal,
    timeoutMs: limit,
    onOutput: (_stream, text) => live.write(text),
  });
  live.end();
  return end;
}

interface Conclusion {
  readonly runtime: Runtime;
  readonly end: ToolEnd;
  readonly explanation: string | undefined;
  readonly remarks: readonly string[];
  readonly interactive: boolean;
}

function conclude(session: Session, { runtime, end, explanation, remarks, interactive }: Conclusion): RunResult {
  const exit = end.how.kind === "exited" ? `exit code ${end.how.code}, ` : "";
  session.output.appendLine(
    `── ${exit}${(end.ms / 1000).toFixed(2)} s${explanation === undefined ? "" : `: ${explanation}`}`,
  );
  if (explanation !== undefined && interactive) tell(session, explanation);
  const told = [explanation, ...remarks].filter(text => text !== undefined);
  return {
    ok: end.how.kind === "exited" && end.how.code === 0,
    ...(end.how.kind === "exited" ? { exitCode: end.how.code } : {}),
    stdout: end.stdout,
    stderr: end.stderr,
    ms: end.ms,
    runtime: runtime.title,
    ...(told.length === 0 ? {} : { message: told.join(" ") }),
  };
}
