// The view "Invoke": one panel with the form, which calls a component's functions as often as a person likes.
import { stat } from "node:fs/promises";
import path from "node:path";
import { type Disposable, EventEmitter, env, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import type { FunctionForm } from "../form/function-form.ts";
import { remember } from "../form/history.ts";
import { MOST_OUTPUT } from "../form/output.ts";
import type { CallEnd, FromView, Outcome, ToView } from "../webview/invoke/messages.ts";
import { exportedForms } from "./exported-forms.ts";
import { InstanceHolder } from "./instance-holder.ts";
import { type CallRequest, callFunction } from "./invoke-call.ts";
import { pageFolder, pageHtml } from "./invoke-page.ts";
import { Refusal } from "./refusal.ts";
import { runtimeOffers } from "./runtime-offers.ts";
import type { Session } from "./session.ts";

interface Shown {
  readonly component: string;
  /** When the component's file was written. */
  readonly written: number;
  readonly message: Extract<ToView, { kind: "show" }>;
}

export class InvokeView implements Disposable {
  private readonly session: Session;
  private readonly posted = new EventEmitter<ToView>();
  /** Every message to the web view; for tests. */
  readonly onDidPost = this.posted.event;
  private readonly instance: InstanceHolder;
  private panel: WebviewPanel | undefined;
  private shown: Shown | undefined;
  private running: AbortController | undefined;

  constructor(session: Session) {
    this.session = session;
    this.instance = new InstanceHolder(session, handles => this.post({ kind: "handles", handles }));
  }

  /** Shows the functions of a component, `chosen` (a key) first. */
  async show(component: string, functions: readonly FunctionForm[], chosen: string | undefined): Promise<void> {
    await this.load(component, functions, chosen);
    this.panel ??= this.open();
    this.panel.title = `Invoke: ${path.basename(component)}`;
    this.panel.reveal(undefined, false);
    this.postShown();
  }

  /** What the web view sends; tests send the same. */
  async receive(message: FromView): Promise<void> {
    switch (message.kind) {
      case "ready":
        this.postShown();
        return;
      case "call":
        await this.call(message);
        return;
      case "stop":
        this.running?.abort();
        return;
      case "drop":
        await this.instance.drop(message.handle);
        return;
      case "restart":
        this.instance.end();
        return;
      case "copy":
        await env.clipboard.writeText(message.text);
    }
  }

  dispose(): void {
    this.panel?.dispose();
    this.instance.end();
    this.posted.dispose();
  }

  private open(): WebviewPanel {
    const folder = pageFolder(this.session.extensionFolder);
    const options = { enableScripts: true, retainContextWhenHidden: true, localResourceRoots: [folder] };
    const panel = window.createWebviewPanel("wit.invoke", "Invoke", ViewColumn.Active, options);
    panel.webview.onDidReceiveMessage((message: FromView) => void this.receive(message));
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.running?.abort();
      this.instance.end();
    });
    panel.webview.html = pageHtml(panel.webview, folder);
    return panel;
  }

  private async load(component: string, functions: readonly FunctionForm[], chosen?: string): Promise<void> {
    const written = await writtenAt(component);
    // An instance of another component, or of an older build, is none of this one.
    if (this.shown?.component !== component || this.shown.written !== written) this.instance.end();
    const histories = Object.fromEntries(functions.map(({ key }) => [key, this.history(key)]));
    const message = {
      kind: "show" as const,
      component,
      label: path.basename(component),
      functions,
      ...(chosen === undefined ? {} : { chosen }),
      ...(await runtimeOffers(this.session, Uri.file(component))),
      histories,
      handles: this.instance.handles,
    };
    this.shown = { component, written, message };
  }

  private post(message: ToView): void {
    this.posted.fire(message);
    void this.panel?.webview.postMessage(message);
  }

  private postShown(): void {
    if (this.shown !== undefined) this.post({ ...this.shown.message, handles: this.instance.handles });
  }

  private async call(asked: Extract<FromView, { kind: "call" }>): Promise<void> {
    const { id } = asked;
    if (this.running !== undefined) return this.end(id, failure("Another call is under way."), 0, "");
    const controller = new AbortController();
    this.running = controller;
    try {
      const form = await this.current(asked.function);
      await this.keep(form.key, asked.args);
      const request: CallRequest = {
        component: this.shown!.component,
        form,
        args: asked.args,
        runtime: asked.runtime,
        signal: controller.signal,
        onOutput: limited(text => this.post({ kind: "output", id, text })),
      };
      const { outcome, ms, runtime } = await callFunction(this.session, this.instance, request);
      this.end(id, outcome, ms, runtime);
    } catch (error) {
      if (!(error instanceof Refusal)) this.session.log.error(error instanceof Error ? error : String(error));
      this.end(id, failure(error instanceof Error ? error.message : String(error)), 0, "");
    } finally {
      this.running = undefined;
    }
  }

  /** The function as it is now: a component that was built again may have others, and its old instance is none of it. */
  private async current(key: string): Promise<FunctionForm> {
    const { shown } = this;
    if (shown === undefined) throw new Refusal("No component is shown.");
    const before = shown.message.functions.find(form => form.key === key);
    const written = await writtenAt(shown.component);
    if (written === 0) throw new Refusal(`There is no file ${shown.component} any more. Build the component again.`);
    if (written !== shown.written) {
      const lost = this.instance.handles.length > 0;
      await this.load(shown.component, await exportedForms(this.session, shown.component));
      this.postShown();
      if (lost)
        throw new Refusal("The component was built again, so its resources are gone. Call again to use the new one.");
    }
    const form = this.shown?.message.functions.find(form => form.key === key);
    if (form === undefined) throw new Refusal(`The component exports no function ${key} any more.`);
    if (form.signature !== before?.signature) throw new Refusal("The function has changed: look at the values again.");
    return form;
  }

  private end(id: number, outcome: Outcome, ms: number, runtime: string): void {
    const message: CallEnd = { kind: "ended", id, outcome, ms, runtime };
    this.post(message);
  }

  private history(key: string): readonly string[] {
    return this.session.memory.get<readonly string[]>(`history:${key}`, []);
  }

  private async keep(key: string, args: string): Promise<void> {
    const texts = remember(this.history(key), args);
    if (this.shown !== undefined) {
      const { message } = this.shown;
      this.shown = { ...this.shown, message: { ...message, histories: { ...message.histories, [key]: texts } } };
    }
    await this.session.memory.update(`history:${key}`, texts);
    this.post({ kind: "history", function: key, texts });
  }
}

function failure(message: string): Outcome {
  return { kind: "failure", message };
}

/** Passes on what a page can show, and one character more, by which it sees that there was more. */
function limited(pass: (text: string) => void): (text: string) => void {
  let room = MOST_OUTPUT + 1;
  return text => {
    if (room <= 0) return;
    pass(text.slice(0, room));
    room -= text.length;
  };
}

/** 0 for a file that is not there (any more). */
async function writtenAt(file: string): Promise<number> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
