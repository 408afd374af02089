// Starts the language server in a web worker, each time in a new one, and tells in which state it is.
import { type Disposable, EventEmitter, type ExtensionContext, type LogOutputChannel, Uri, workspace } from "vscode";
import { type BaseLanguageClient, CloseAction, ErrorAction, type LanguageClientOptions } from "vscode-languageclient";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { clientId, clientName, clientOptions } from "../client-options.ts";
import type { BrowserOptions } from "../protocol.ts";
import { notStarted, stateAfter } from "../server-life.ts";
import type { ServerState } from "../server-state.ts";
import { serveFiles } from "./files.ts";
import { newReadLog } from "./read-log.ts";

// The compiler knows no browser here: these are the parts of it that are used.
declare class Worker {
  constructor(url: string);
  addEventListener(type: "error", run: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

export interface Server extends Disposable {
  readonly onDidChangeState: (listener: (state: ServerState) => void) => Disposable;
  /** Sends a request and waits for the server to be up; rejects when it is stopped or answers with an error. */
  request<Result>(method: string, params: unknown): Promise<Result>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A server that runs, or is starting: a client and its worker. */
interface Running {
  readonly client: BaseLanguageClient;
  readonly worker: Worker;
}

/** Starts the server; a failed start shows in its state and does not reject. */
export function startServer(context: ExtensionContext, log: LogOutputChannel): Server {
  const changed = new EventEmitter<ServerState>();
  let state: ServerState = { kind: "starting" };
  let running: Running | undefined;
  const setState = (next: ServerState): void => {
    state = next;
    if (next.kind === "crashed") log.error(next.message);
    changed.fire(next);
  };
  const start = async (): Promise<void> => {
    running = create(context, log, error => setState(notStarted(error)));
    running.client.onDidChangeState(({ newState }) => setState(stateAfter(newState, state) ?? state));
    await running.client.start().catch(error => setState(notStarted(error)));
  };
  const stop = async (): Promise<void> => {
    const { client, worker } = running ?? {};
    running = undefined;
    // One that never came up has nobody to answer.
    if (client?.isRunning()) await client.stop().catch(error => log.warn(`Stopping failed: ${error}`));
    worker?.terminate();
  };
  void start();
  return {
    onDidChangeState: changed.event,
    request: (method, params) =>
      running ? running.client.sendRequest(method, params) : Promise.reject(new Error("The WIT server is stopped.")),
    restart: () => stop().then(start),
    stop,
    dispose: () => changed.dispose(),
  };
}

function create(context: ExtensionContext, log: LogOutputChannel, onFailure: (error: Error) => void): Running {
  const home = Uri.joinPath(context.extensionUri, "server", "dist");
  const worker = new Worker(Uri.joinPath(home, "worker.js").toString(true));
  // The library asks whether a worker is one of the class `Worker`; what an extension host calls so is a function of its own.
  const transports = {
    reader: new BrowserMessageReader(worker as never),
    writer: new BrowserMessageWriter(worker as never),
  };
  const options = languageOptions(log, { home: home.toString(true) });
  const client = new LanguageClient(clientId, clientName, async () => transports, options);
  worker.addEventListener("error", ({ message }) => {
    const error = new Error(message || "its worker can't be loaded");
    // One that runs goes on after an error that nobody caught.
    if (client.isRunning()) log.error(error);
    else onFailure(error);
  });
  serveFiles(client, { fs: workspace.fs, parse: uri => Uri.parse(uri), log: newReadLog(line => log.warn(line)) });
  return { client, worker };
}

function languageOptions(log: LogOutputChannel, options: BrowserOptions): LanguageClientOptions {
  const common = clientOptions(log);
  return {
    ...common,
    initializationOptions: { ...common.initializationOptions, ...options },
    // One garbled message does not end the connection.
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
    },
  };
}
