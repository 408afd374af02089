// The form of "WIT: Invoke Function in Wasmtime…" as tests use it: by the messages that it and the extension exchange.
import assert from "node:assert/strict";
import { commands } from "vscode";
import type { InvokeArguments, InvokeResult } from "../../src/node/commands/results.ts";
import type { CallEnd, RuntimeChoice, ToView } from "../../src/webview/invoke/messages.ts";
import { eventually, witTools } from "./support.ts";

export type Show = Extract<ToView, { kind: "show" }>;

/** What the extension has sent to the form since it was opened. */
let posted: ToView[] = [];
let listening: { dispose(): void } | undefined;
let lastId = 0;

export async function openForm(asked: InvokeArguments): Promise<Show> {
  const { invokeView } = await witTools();
  closeForm();
  posted = [];
  listening = invokeView.onDidPost(message => posted.push(message));
  const result = await commands.executeCommand<InvokeResult>("wit.invokeFunction", { ...asked, ask: true });
  assert.equal(result.ok, true, result.message);
  return eventually("the form's functions", () => newest("show"));
}

/** The form without an instance that goes on running. */
export async function openNew(asked: InvokeArguments): Promise<Show> {
  const shown = await openForm(asked);
  await (await witTools()).invokeView.receive({ kind: "restart" });
  return shown;
}

/** From now on nobody listens to what is sent to the form. */
export function closeForm(): void {
  listening?.dispose();
  listening = undefined;
}

type Posted<Kind extends ToView["kind"]> = Extract<ToView, { kind: Kind }>;

/** The newest message of a kind, that fits, of those that the form was sent. */
export function newest<Kind extends ToView["kind"]>(
  kind: Kind,
  fits: (message: Posted<Kind>) => boolean = () => true,
): Posted<Kind> | undefined {
  return posted.findLast((message): message is Posted<Kind> => message.kind === kind && fits(message as Posted<Kind>));
}

/** Calls as the form does. */
export async function callInForm(key: string, args: string, runtime: RuntimeChoice = "wasmtime"): Promise<CallEnd> {
  const { invokeView } = await witTools();
  const id = 1000 + ++lastId;
  void invokeView.receive({ kind: "call", id, function: key, args, runtime });
  return eventually(`the end of ${key}(${args})`, () =>
    posted.find((message): message is CallEnd => message.kind === "ended" && message.id === id),
  );
}

/** The result of a call, or what was said instead. */
export async function said(
  key: string,
  args: string,
  runtime: RuntimeChoice = "wasmtime",
): Promise<string | undefined> {
  const { outcome } = await callInForm(key, args, runtime);
  return outcome.kind === "value" ? outcome.result : `failed: ${outcome.message}`;
}

/** The names of the resources that there are. */
export function handles(): readonly string[] {
  return (newest("handles")?.handles ?? []).map(({ name }) => name);
}
