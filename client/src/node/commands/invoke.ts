// The command "WIT: Invoke Function in Wasmtime…".
import { env, type InputBoxValidationMessage, InputBoxValidationSeverity, window } from "vscode";
import { checkBalance } from "../../wave/balance.ts";
import { callName, callText, type ExportedFunction, means, parseFunctionName } from "../../wave/call.ts";
import { argumentProblem, signature, valueProblem } from "../../wave/signature.ts";
import { functionsOf } from "../component-functions.ts";
import { Cancelled, Refusal } from "../refusal.ts";
import type { Session } from "../session.ts";
import { type Callable, pickFunction } from "../worlds.ts";
import { chooseComponent } from "./component.ts";
import { isAsking, reply } from "./reply.ts";
import type { InvokeArguments, InvokeResult } from "./results.ts";
import { perform } from "./run.ts";

export function invokeFunction(session: Session, asked?: InvokeArguments): Promise<InvokeResult> {
  const interactive = isAsking(asked);
  const failed = (message: string): InvokeResult => ({ ok: false, ms: 0, stdout: "", stderr: "", message });
  return reply(session, interactive, () => invoke(session, asked, interactive), failed);
}

async function invoke(
  session: Session,
  asked: InvokeArguments | undefined,
  interactive: boolean,
): Promise<InvokeResult> {
  const component = await chooseComponent(session, asked ?? {}, interactive);
  const known = await functionsOf(session, component);
  const { target, args } =
    asked === undefined || interactive ? await ask(session, known, asked?.function) : given(known, asked);
  const call = callText(callName(target), args);
  const result = await perform(session, { kind: "invoke", component, call }, `Calling ${target.name}`, interactive);
  if (!result.ok) return { ...result, call };
  if (interactive) showResult(call, result.stdout.trim());
  return { ...result, call, result: result.stdout.trim() };
}

interface Call {
  readonly target: ExportedFunction;
  readonly args: string;
}

function given(known: readonly Callable[], asked: InvokeArguments): Call {
  const named = parseFunctionName(asked.function);
  const args = asked.args ?? "";
  const [found, ...others] = known.filter(candidate => means(named, candidate));
  if (others.length > 0 && named.instance === undefined) return { target: named, args };
  if (found === undefined && known.length > 0) {
    const names = known.filter(({ info }) => info.notInvocable === undefined).map(callName);
    throw new Refusal(`The component exports no function ${asked.function}; it exports ${names.join(", ")}.`);
  }
  refuseBadCall(found, args);
  return { target: found ?? named, args };
}

function refuseBadCall(found: Callable | undefined, args: string): void {
  if (found !== undefined) refuseResources(found);
  const form = checkBalance(args);
  const problem = found === undefined ? form?.message : argumentProblem(found.info.params, args);
  if (problem !== undefined) throw new Refusal(`The arguments are not right: ${problem}.`);
}

async function ask(session: Session, known: readonly Callable[], name: string | undefined): Promise<Call> {
  if (known.length === 0) {
    throw new Refusal("The component exports no function that can be called.");
  }
  const last = session.memory.get<string>("function");
  const named = name === undefined ? undefined : known.find(callable => means(parseFunctionName(name), callable));
  const picked = named ?? (await pickFunction(known, callable => callName(callable) === last));
  if (picked === undefined) throw new Cancelled();
  refuseResources(picked);
  await session.memory.update("function", callName(picked));
  const args = picked.info.params.length === 0 ? "" : await askArguments(session, picked);
  return { target: picked, args };
}

function refuseResources({ name, info }: Callable): void {
  if (info.notInvocable !== undefined) throw new Refusal(`${name} can't be called from here: ${info.notInvocable}`);
}

/** One box for all values, checked while typing; what was typed last is remembered for each function. */
async function askArguments(session: Session, callable: Callable): Promise<string> {
  const key = `values:${callName(callable)}`;
  const text = await window.showInputBox({
    title: signature(callable.info),
    prompt: 'Values in WAVE, separated by commas: 42, "text", [1, 2], {field: 1}, some(1), case(2)',
    value: session.memory.get(key, ""),
    validateInput: value => validate(callable, value),
    ignoreFocusOut: true,
  });
  if (text === undefined) throw new Cancelled();
  await session.memory.update(key, text);
  return text;
}

/** What is wrong for sure keeps the box open; what the types say about values is a warning, since the runtime has the last word. */
function validate({ info, type }: Callable, text: string): string | InputBoxValidationMessage | undefined {
  const wrong = argumentProblem(info.params, text);
  if (wrong !== undefined || type === undefined) return wrong;
  const message = valueProblem(type.params, text);
  return message && { message, severity: InputBoxValidationSeverity.Warning };
}

function showResult(call: string, result: string): void {
  void window
    .showInformationMessage(result === "" ? `${call} is done.` : `${call} = ${result}`, "Copy")
    .then(async answer => {
      if (answer === "Copy") await env.clipboard.writeText(result);
    });
}
