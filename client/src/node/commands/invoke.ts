// The command "WIT: Invoke Function in Wasmtime…": for a person the view with the form, with arguments one call.
import type { FunctionForm } from "../../form/function-form.ts";
import { checkBalance } from "../../wave/balance.ts";
import { callName, callText, type ExportedFunction, means, parseFunctionName } from "../../wave/call.ts";
import { argumentProblem } from "../../wave/signature.ts";
import { functionsOf } from "../component-functions.ts";
import { exportedForms } from "../exported-forms.ts";
import type { InvokeView } from "../invoke-view.ts";
import { Cancelled, Refusal } from "../refusal.ts";
import type { Session } from "../session.ts";
import type { Callable } from "../worlds.ts";
import { chooseComponent } from "./component.ts";
import { pickFunction } from "./function-pick.ts";
import type { FromMenu } from "./menu.ts";
import { isAsking, reply } from "./reply.ts";
import type { InvokeArguments, InvokeResult } from "./results.ts";
import { perform } from "./run.ts";

export function invokeFunction(
  session: Session,
  view: InvokeView,
  asked?: InvokeArguments | FromMenu,
): Promise<InvokeResult> {
  const interactive = isAsking(asked);
  const failed = (message: string): InvokeResult => ({ ok: false, ms: 0, stdout: "", stderr: "", message });
  const work = (): Promise<InvokeResult> =>
    isCall(asked) && !interactive ? call(session, asked) : openForm(session, view, asked);
  return reply(session, interactive, work, failed);
}

function isCall(asked: InvokeArguments | FromMenu | undefined): asked is InvokeArguments {
  return asked !== undefined && "function" in asked;
}

/** Shows the form for the function that is meant, or picked; it goes on by itself. */
async function openForm(
  session: Session,
  view: InvokeView,
  asked: Partial<InvokeArguments> = {},
): Promise<InvokeResult> {
  const component = await chooseComponent(session, asked, true);
  const forms = await exportedForms(session, component);
  if (forms.length === 0) throw new Refusal("The component exports no function that can be called.");
  const chosen = named(forms, asked.function) ?? (await pick(session, forms));
  await session.memory.update("function", chosen.key);
  await view.show(component, forms, chosen.key);
  return { ok: true, ms: 0, stdout: "", stderr: "", message: "The form is open." };
}

function named(forms: readonly FunctionForm[], name: string | undefined): FunctionForm | undefined {
  return name === undefined ? undefined : forms.find(form => means(parseFunctionName(name), form));
}

async function pick(session: Session, forms: readonly FunctionForm[]): Promise<FunctionForm> {
  if (forms.length === 1) return forms[0]!;
  const picked = await pickFunction(forms, session.memory.get<string>("function"));
  if (picked === undefined) throw new Cancelled();
  return picked;
}

async function call(session: Session, asked: InvokeArguments): Promise<InvokeResult> {
  const component = await chooseComponent(session, asked, false);
  const { target, args } = given(await functionsOf(session, component), asked);
  const call = callText(callName(target), args);
  const task = { kind: "invoke", component, call } as const;
  const how = { interactive: false, grants: asked.grants };
  const result = await perform(session, task, `Calling ${target.name}`, how);
  return result.ok ? { ...result, call, result: result.stdout.trim() } : { ...result, call };
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
  if (found?.info.notInvocable !== undefined) {
    throw new Refusal(
      `${found.name} can't be called from Wasmtime's command line: ${found.info.notInvocable}. The form of "WIT: Invoke Function in Wasmtime…" calls it in the embedded runtime.`,
    );
  }
  const form = checkBalance(args);
  const problem = found === undefined ? form?.message : argumentProblem(found.info.params, args);
  if (problem !== undefined) throw new Refusal(`The arguments are not right: ${problem}.`);
}
