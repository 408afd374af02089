// One component that is served: its address stays while the component is built again, and until it is stopped.
import { type StatsListener, unwatchFile, watchFile } from "node:fs";
import { stat } from "node:fs/promises";
import { explainEnd } from "../explain.ts";
import { isComponent } from "../guests/ready-wasm.ts";
import type { OutputStream } from "../process.ts";
import { prepareFolders } from "../run-targets/granted-folders.ts";
import type { Grants } from "../run-targets/grants.ts";
import { type Runtime, servedPort } from "../run-targets/run-target.ts";
import { type RequestLog, type RequestProxy, startProxy } from "./proxy.ts";

export interface ServingOptions {
  readonly runtime: Runtime;
  readonly component: string;
  readonly grants: () => Grants;
  /** 0 for any that is free. */
  readonly port: number;
  readonly onOutput: (stream: OutputStream, text: string) => void;
  readonly onRequest: (log: RequestLog) => void;
  /** What happens besides: in words for people. */
  readonly onNews: (text: string) => void;
  /** It has ended; `why` is absent where it was stopped. */
  readonly onEnd: (why: string | undefined) => void;
  readonly signal?: AbortSignal;
}

export interface Serving {
  readonly component: string;
  readonly url: string;
  readonly port: number;
  readonly runtime: Runtime;
  /** Resolves when it is not served any more, with the reason where it was not stopped. */
  readonly ended: Promise<string | undefined>;
  /** Starts the component anew, as it is now; the one before answers until the new one does. Rejects where it doesn't start. */
  restart(): Promise<void>;
  /** Starts it anew where its file has changed since. */
  refresh(): Promise<void>;
  stop(): void;
}

/** Serves a component; rejects with PortInUse, or with what keeps it from being served. */
export async function serve(options: ServingOptions): Promise<Serving> {
  const proxy = await startProxy(options.port, options.onRequest);
  const service = new Service(options, proxy);
  try {
    if (options.signal?.aborted === true) service.stop();
    await service.restart();
  } catch (error) {
    service.stop();
    throw error;
  }
  service.begin();
  return service;
}

const POLL_MS = 400;
const START_MS = 120_000;

/** A started runtime. */
interface Instance {
  readonly port: number;
  readonly controller: AbortController;
}

class Service implements Serving {
  readonly component: string;
  readonly url: string;
  readonly port: number;
  readonly runtime: Runtime;
  readonly ended: Promise<string | undefined>;
  private tellEnd!: (why: string | undefined) => void;
  private readonly options: ServingOptions;
  private readonly proxy: RequestProxy;
  private current: Instance | undefined;
  private starting = new AbortController();
  private last: Promise<void> = Promise.resolve();
  /** Time of change of the file that was started last. */
  private builtAt = 0;
  private isStopped = false;
  private isBegun = false;

  constructor(options: ServingOptions, proxy: RequestProxy) {
    this.options = options;
    this.proxy = proxy;
    this.component = options.component;
    this.runtime = options.runtime;
    this.port = proxy.port;
    this.url = `http://127.0.0.1:${proxy.port}/`;
    this.ended = new Promise(resolve => {
      this.tellEnd = resolve;
    });
    options.signal?.addEventListener("abort", this.cancel);
  }

  /** From now on the component is started anew when its file changes. */
  begin(): void {
    this.isBegun = true;
    this.options.signal?.removeEventListener("abort", this.cancel);
    watchFile(this.component, { interval: POLL_MS }, this.onChange);
  }

  restart(): Promise<void> {
    // One after the other: the last one to be asked for is the one that stays.
    const next = this.last.then(() => this.replace());
    this.last = next.catch(() => {});
    return next;
  }

  async refresh(): Promise<void> {
    const { mtimeMs } = await stat(this.component);
    if (mtimeMs !== this.builtAt) await this.restart();
  }

  stop(): void {
    this.end(undefined);
  }

  private readonly cancel = (): void => this.stop();

  private readonly onChange: StatsListener = async ({ mtimeMs }, before) => {
    const isNews = mtimeMs !== 0 && mtimeMs !== before.mtimeMs && mtimeMs !== this.builtAt;
    if (!isNews || !(await isComponent(this.component))) return;
    try {
      await this.restart();
      this.options.onNews("The component has changed: it is served anew.");
    } catch (error) {
      if (this.isStopped) return;
      const why = error instanceof Error ? error.message : String(error);
      this.options.onNews(`The component has changed and can't be served; the one before still is. ${why}`);
    }
  };

  private async replace(): Promise<void> {
    this.throwIfStopped();
    this.builtAt = (await stat(this.component)).mtimeMs;
    // Nobody would end what is started after the stop.
    this.throwIfStopped();
    const started = await this.start();
    const before = this.current;
    this.current = started;
    this.proxy.forwardTo(started.port);
    before?.controller.abort();
  }

  private throwIfStopped(): void {
    if (this.isStopped) throw new Error("It was stopped on request.");
  }

  /** Resolves when the runtime says that it serves; rejects when it ends before. */
  private async start(): Promise<Instance> {
    const { runtime, options, component } = this;
    const controller = new AbortController();
    this.starting = controller;
    const { grants, remove } = await prepareFolders(options.grants());
    return new Promise<Instance>((resolve, reject) => {
      let printed = "";
      let instance: Instance | undefined;
      let overdue: string | undefined;
      const late = setTimeout(() => {
        overdue = `It did not begin to serve within ${START_MS / 1000} s.`;
        controller.abort();
      }, START_MS);
      const onOutput = (stream: OutputStream, text: string): void => {
        if (instance === undefined) {
          printed = (printed + text).slice(-10_000);
          const port = servedPort(printed);
          if (port === undefined) return;
          clearTimeout(late);
          instance = { port, controller };
          resolve(instance);
        } else options.onOutput(stream, text);
      };
      const job = { kind: "serve", component, grants } as const;
      void runtime.target.start(runtime, job, { signal: controller.signal, onOutput }).then(async end => {
        clearTimeout(late);
        await remove();
        const why = overdue ?? (await explainEnd(runtime, end, component)) ?? "The component's server ended by itself.";
        if (instance === undefined) reject(new Error(why));
        else if (instance === this.current) this.end(why);
      });
    });
  }

  private end(why: string | undefined): void {
    if (this.isStopped) return;
    this.isStopped = true;
    unwatchFile(this.component, this.onChange);
    this.starting.abort();
    this.current?.controller.abort();
    this.proxy.close();
    if (this.isBegun) this.options.onEnd(why);
    this.tellEnd(why);
  }
}
