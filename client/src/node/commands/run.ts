// The command "WIT: Run Component in Wasmtime".
import path from "node:path";
import { Uri, window } from "vscode";
import { splitArguments } from "../command-line.ts";
import { liveOutput } from "../live-output.ts";
import type { ToolEnd } from "../process.ts";
import { Cancelled, Refusal } from "../refusal.ts";
import { chooseRuntime } from "../run-targets/list.ts";
import type { Job, Runtime } from "../run-targets/run-target.ts";
import { runtimeChoice, runtimeSearch, type Session, timeoutMs } from "../session.ts";
import { chooseComponent } from "./component.ts";
import { isAsking, reply, tell } from "./reply.ts";
import type { RunArguments, RunResult } from "./results.ts";

export function runComponent(session: Session, asked?: RunArguments): Promise<RunResult> {
  const interactive = isAsking(asked);
  const failed = (message: string): RunResult => ({ ok: false, ms: 0, stdout: "", stderr: "", message });
  return reply(session, interactive, () => run(session, asked ?? {}, interactive), failed);
}

async function run(session: Session, asked: RunArguments, interactive: boolean): Promise<RunResult> {
  const component = await chooseComponent(session, asked, interactive);
  const args = asked.args ?? (interactive ? await askArguments(session, component) : []);
  return perform(session, { kind: "run", component, args }, `Running ${path.basename(component)}`, interactive);
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

/**
 * Runs a job in the runtime that the settings and the machine allow, with live output, and explains its end. A notification has a button that
 * stops it, unless the caller brings a signal of its own.
 */
export async function perform(
  session: Session,
  job: Job,
  title: string,
  interactive: boolean,
  signal?: AbortSignal,
): Promise<RunResult> {
  const scope = Uri.file(job.component);
  const { runtime, missing } = await chooseRuntime(runtimeChoice(scope), runtimeSearch(session, scope));
  if (runtime === undefined) throw new Refusal(missing.join(" "));
  session.output.appendLine(`── ${job.kind === "invoke" ? `Calling ${job.call}` : title} in ${runtime.title}`);
  for (const reason of missing) session.output.appendLine(`${reason} The embedded runtime stands in.`);
  if (interactive) session.output.show(true);
  const watch = (signal: AbortSignal): Promise<ToolEnd> => watchJob(session, runtime, job, signal);
  const end = await (signal === undefined ? session.progress(title, watch) : watch(signal));
  return conclude(session, runtime, end, missing, interactive);
}

async function watchJob(session: Session, runtime: Runtime, job: Job, signal: AbortSignal): Promise<ToolEnd> {
  const live = liveOutput(session.output);
  const limit = timeoutMs("run.timeout", Uri.file(job.component));
  const end = await runtime.target.start(runtime, job, {
    signal,
    timeoutMs: limit,
    onOutput: (_stream, text) => live.write(text),
  });
  live.end();
  return end;
}

function conclude(
  session: Session,
  runtime: Runtime,
  end: ToolEnd,
  missing: readonly string[],
  interactive: boolean,
): RunResult {
  const explanation = runtime.target.explain(end);
  const exit = end.how.kind === "exited" ? `exit code ${end.how.code}, ` : "";
  session.output.appendLine(
    `── ${exit}${(end.ms / 1000).toFixed(2)} s${explanation === undefined ? "" : `: ${explanation}`}`,
  );
  if (explanation !== undefined && interactive) tell(session, explanation);
  const remarks = [explanation, ...missing].filter(text => text !== undefined);
  return {
    ok: end.how.kind === "exited" && end.how.code === 0,
    ...(end.how.kind === "exited" ? { exitCode: end.how.code } : {}),
    stdout: end.stdout,
    stderr: end.stderr,
    ms: end.ms,
    runtime: runtime.title,
    ...(remarks.length === 0 ? {} : { message: remarks.join(" ") }),
  };
}
