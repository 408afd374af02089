// A debug adapter that runs a component: its output goes to the debug console, and stopping it ends its whole process tree.
import type { AdapterEvent, Message, Request, Response } from "./protocol.ts";

/** What is run. `print` takes what comes out; `remark` is a line about it. */
export type Launch = (
  configuration: unknown,
  out: { print(text: string): void; remark(line: string): void },
  signal: AbortSignal,
) => Promise<{ readonly ok: boolean; readonly exitCode?: number; readonly message?: string }>;

/** Answers requests one by one; `send` takes responses and events. */
export class RunAdapter {
  private seq = 0;
  private readonly controller = new AbortController();
  private ended: Promise<void> = Promise.resolve();
  private readonly launch: Launch;
  private readonly send: (message: Message) => void;

  constructor(launch: Launch, send: (message: Message) => void) {
    this.launch = launch;
    this.send = send;
  }

  handle(message: Message): void {
    if (message.type === "request") this.answer(message);
  }

  /** Stops what runs. */
  stop(): void {
    this.controller.abort();
  }

  private answer(request: Request): void {
    switch (request.command) {
      case "initialize":
        this.respond(request, { supportsConfigurationDoneRequest: true, supportsTerminateRequest: true });
        this.event("initialized");
        return;
      case "launch":
        this.respond(request);
        this.ended = this.run(request.arguments);
        return;
      case "threads":
        this.respond(request, { threads: [] });
        return;
      case "setBreakpoints":
        this.respond(request, { breakpoints: breakpointsOf(request.arguments) });
        return;
      case "configurationDone":
      case "setExceptionBreakpoints":
      case "setFunctionBreakpoints":
        this.respond(request);
        return;
      case "terminate":
        this.respond(request);
        this.stop();
        return;
      case "disconnect":
        this.stop();
        void this.ended.then(() => this.respond(request));
        return;
      default:
        this.refuse(request, `${request.command} is not possible: a component is run without a debugger.`);
    }
  }

  private async run(configuration: unknown): Promise<void> {
    const out = {
      print: (text: string) => this.event("output", { category: "stdout", output: text }),
      remark: (line: string) => this.event("output", { category: "console", output: line }),
    };
    const { ok, exitCode, message } = await this.launch(configuration, out, this.controller.signal);
    if (!ok && message !== undefined) this.event("output", { category: "stderr", output: `${message}\n` });
    this.event("exited", { exitCode: exitCode ?? (ok ? 0 : 1) });
    this.event("terminated");
  }

  private event(event: string, body?: unknown): void {
    const sent: AdapterEvent = { seq: ++this.seq, type: "event", event, ...(body === undefined ? {} : { body }) };
    this.send(sent);
  }

  private respond({ seq, command }: Request, body?: unknown): void {
    this.send({ ...this.response(seq, command, true), ...(body === undefined ? {} : { body }) });
  }

  private refuse({ seq, command }: Request, message: string): void {
    this.send({ ...this.response(seq, command, false), message });
  }

  private response(request: number, command: string, success: boolean): Response {
    return { seq: ++this.seq, type: "response", request_seq: request, command, success };
  }
}

/** None is ever reached. */
function breakpointsOf(given: unknown): readonly { readonly verified: false }[] {
  const { breakpoints } = (given ?? {}) as { readonly breakpoints?: unknown };
  return Array.isArray(breakpoints) ? breakpoints.map(() => ({ verified: false })) : [];
}
