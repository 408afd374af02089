// One instance of a component that stays alive in a process of its own: calls go to it one after the other, and resources live in it.
import path from "node:path";
import type { SessionJob } from "../embedded/session-job.ts";
import type { FromSession, HandleInfo, ToSession } from "../embedded/session-messages.ts";
import { describeEnding } from "./endings.ts";
import { nodeCall, type OutputStream, runTool, type ToolChannel, type ToolEnd } from "./process.ts";
import type { PreparedGrants } from "./run-targets/granted-folders.ts";
import { withValues } from "./run-targets/grants.ts";
import type { Runtime } from "./run-targets/run-target.ts";

export interface SessionCall {
  readonly instance?: string;
  readonly name: string;
  /** WAVE, with resources by their names. */
  readonly args: string;
}

export type SessionAnswer =
  | { readonly kind: "done"; readonly result: string; readonly ms: number }
  /** `ended` tells that the instance is gone, and with it its resources. */
  | { readonly kind: "failed"; readonly message: string; readonly ms: number; readonly ended: boolean };

export interface SessionWatch {
  /** The resources that there are now; none once the instance has ended. */
  readonly onHandles: (handles: readonly HandleInfo[]) => void;
  readonly onOutput: (stream: OutputStream, text: string) => void;
}

type Request = Omit<Extract<ToSession, { kind: "call" }>, "id"> | Omit<Extract<ToSession, { kind: "drop" }>, "id">;

export class ComponentSession {
  private readonly controller = new AbortController();
  private readonly waiting = new Map<number, (answer: SessionAnswer) => void>();
  private channel: ToolChannel | undefined;
  private started = false;
  private queue: ToSession[] = [];
  private lastId = 0;
  private overdue: string | undefined;
  private readonly watch: SessionWatch;
  private readonly explain: Runtime["target"]["explain"];
  ended = false;

  /** Starts the process; `runtime` is the embedded one. What is granted is removed with its end, as far as it is a copy. */
  constructor(runtime: Runtime, component: string, watch: SessionWatch, granted: PreparedGrants) {
    this.watch = watch;
    this.explain = runtime.target.explain;
    const job: SessionJob = {
      kind: "session",
      component,
      grants: withValues(granted.grants, process.env),
    };
    const call = nodeCall(runtime.path, [JSON.stringify(job)], path.dirname(component));
    const toolWatch = {
      signal: this.controller.signal,
      onOutput: watch.onOutput,
      onChannel: (channel: ToolChannel) => this.open(channel),
    };
    void runTool(call, toolWatch).then(end => {
      this.end(end);
      void granted.remove();
    });
  }

  /** Never rejects. `timeoutMs` is 0 for no limit; a call that takes longer ends the instance. */
  call(call: SessionCall, timeoutMs: number): Promise<SessionAnswer> {
    return this.request({ kind: "call", ...call }, timeoutMs);
  }

  drop(handle: string, timeoutMs: number): Promise<SessionAnswer> {
    return this.request({ kind: "drop", handle }, timeoutMs);
  }

  /** Ends the process at once, with all that it started. */
  stop(): void {
    this.controller.abort();
  }

  private request(request: Request, timeoutMs: number): Promise<SessionAnswer> {
    const start = performance.now();
    const id = ++this.lastId;
    const late = (): void => {
      this.overdue = `It was stopped after ${timeoutMs / 1000} s, the limit in the settings.`;
      this.stop();
    };
    const timer = timeoutMs > 0 ? setTimeout(late, timeoutMs) : undefined;
    return new Promise<SessionAnswer>(resolve => {
      this.waiting.set(id, resolve);
      if (this.ended)
        return this.answer(id, { kind: "failed", message: "The instance has ended.", ms: 0, ended: true });
      this.send({ ...request, id });
    }).then(answer => {
      clearTimeout(timer);
      return { ...answer, ms: performance.now() - start };
    });
  }

  private send(message: ToSession): void {
    if (this.started) this.channel?.send(message);
    else this.queue.push(message);
  }

  private open(channel: ToolChannel): void {
    this.channel = channel;
    channel.receive(message => this.receive(message as FromSession));
  }

  private receive(message: FromSession): void {
    if (message.kind === "started") {
      this.started = true;
      for (const waiting of this.queue.splice(0)) this.send(waiting);
      return;
    }
    this.watch.onHandles(message.handles);
    if (message.kind === "done") this.answer(message.id, { kind: "done", result: message.result, ms: 0 });
    else this.answer(message.id, { kind: "failed", message: message.message, ms: 0, ended: false });
  }

  private answer(id: number, answer: SessionAnswer): void {
    const resolve = this.waiting.get(id);
    this.waiting.delete(id);
    resolve?.(answer);
  }

  private end(end: ToolEnd): void {
    this.ended = true;
    this.watch.onHandles([]);
    const message = this.overdue ?? describeEnding(end.how) ?? this.explain(end) ?? "The component ended itself.";
    for (const id of [...this.waiting.keys()]) this.answer(id, { kind: "failed", message, ms: 0, ended: true });
  }
}
