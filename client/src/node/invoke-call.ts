// Makes one call for the view "Invoke": in Wasmtime with an instance of its own, or in the instance that goes on running.
import { Uri } from "vscode";
import type { FunctionForm } from "../form/function-form.ts";
import { printedCall } from "../form/output.ts";
import { callText } from "../wave/call.ts";
import type { Outcome, RuntimeChoice } from "../webview/invoke/messages.ts";
import { perform } from "./commands/run.ts";
import type { InstanceHolder } from "./instance-holder.ts";
import { Refusal } from "./refusal.ts";
import { chooseRuntime } from "./run-targets/list.ts";
import { runtimeSearch, type Session, timeoutMs } from "./session.ts";

export interface CallRequest {
  readonly component: string;
  readonly form: FunctionForm;
  /** WAVE. */
  readonly args: string;
  readonly runtime: RuntimeChoice;
  readonly signal: AbortSignal;
  /** Told what the component prints. */
  readonly onOutput: (text: string) => void;
}

export interface Called {
  readonly outcome: Outcome;
  readonly ms: number;
  /** For people. */
  readonly runtime: string;
}

/** Rejects with a Refusal where the call can't be made. */
export function callFunction(session: Session, instance: InstanceHolder, request: CallRequest): Promise<Called> {
  if (request.form.refused !== undefined) throw new Refusal(request.form.refused);
  return request.runtime === "embedded" ? callInstance(session, instance, request) : callAnew(session, request);
}

async function callAnew(session: Session, { component, form, args, signal, onOutput }: CallRequest): Promise<Called> {
  if (form.needsInstance) throw new Refusal("Wasmtime's command line can't hold resources: the embedded runtime does.");
  const call = callText(form.key, args);
  const end = await perform(session, { kind: "invoke", component, call }, `Calling ${form.title}`, {
    interactive: false,
    signal,
  });
  const runtime = end.runtime ?? "";
  if (!end.ok) {
    printed(onOutput, end.stdout + end.stderr);
    return { outcome: { kind: "failure", message: end.message ?? "The call did not work." }, ms: end.ms, runtime };
  }
  const hasResult = form.type === undefined || form.type.result !== undefined;
  const { output, result } = hasResult ? printedCall(end.stdout) : { output: end.stdout, result: undefined };
  printed(onOutput, output + end.stderr);
  return { outcome: { kind: "value", ...(result === undefined ? {} : { result }) }, ms: end.ms, runtime };
}

function printed(onOutput: CallRequest["onOutput"], text: string): void {
  if (text.trim() !== "") onOutput(text);
}

async function callInstance(session: Session, instance: InstanceHolder, request: CallRequest): Promise<Called> {
  const { component, form, args, signal, onOutput } = request;
  const scope = Uri.file(component);
  const { runtime, missing } = await chooseRuntime("embedded", runtimeSearch(session, scope));
  if (runtime === undefined) throw new Refusal(missing.join(" "));
  session.output.appendLine(`── Calling ${callText(form.key, args)} in ${runtime.title}`);
  const stop = (): void => instance.end();
  signal.addEventListener("abort", stop);
  const named = { ...(form.instance === undefined ? {} : { instance: form.instance }), name: form.name, args };
  const limit = session.grants.get().timeLimitMs || timeoutMs("run.timeout", scope);
  const watch = { timeoutMs: limit, onOutput };
  const answer = await instance.call(runtime, component, named, watch);
  signal.removeEventListener("abort", stop);
  return { outcome: outcomeOf(answer, form), ms: answer.ms, runtime: runtime.title };
}

function outcomeOf(answer: Awaited<ReturnType<InstanceHolder["call"]>>, form: FunctionForm): Outcome {
  if (answer.kind === "failed") {
    const ended = answer.ended
      ? " The instance has ended, and its resources are gone; the next call starts another."
      : "";
    return { kind: "failure", message: `${answer.message}${ended}` };
  }
  const hasResult = form.type === undefined ? answer.result !== "" : form.type.result !== undefined;
  return { kind: "value", ...(hasResult ? { result: answer.result } : {}) };
}
