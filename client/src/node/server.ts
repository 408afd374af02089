// Starts the language server, starts it again when it crashes, and tells in which state it is.
import { type Event, EventEmitter, type ExtensionContext, type LogOutputChannel, window, workspace } from "vscode";
import {
  CloseAction,
  type CloseHandlerResult,
  type CodeLensMiddleware,
  ErrorAction,
  type ErrorHandler,
  State,
} from "vscode-languageclient";
import { LanguageClient, type ServerOptions, TransportKind } from "vscode-languageclient/node";
import { clientId, clientName, clientOptions } from "../client-options.ts";
import { notStarted, stateAfter } from "../server-life.ts";
import type { ServerState } from "../server-state.ts";

export interface Server {
  readonly state: ServerState;
  readonly onDidChangeState: Event<ServerState>;
  /** Process id, while there is a process. */
  readonly pid: number | undefined;
  /** How often it crashed since it was started by hand. */
  readonly crashes: number;
  /** Sends a request and waits for the server to be up; rejects when it is stopped or answers with an error. */
  request<Result>(method: string, params: unknown): Promise<Result>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const CRASHES_ALLOWED = 5;
const CRASH_WINDOW_MS = 3 * 60_000;

type ProvideCodeLenses = NonNullable<CodeLensMiddleware["provideCodeLenses"]>;

/** Creates the server and starts it; a failed start shows in its state and does not reject. */
export function startServer(
  context: ExtensionContext,
  log: LogOutputChannel,
  provideCodeLenses: ProvideCodeLenses,
): Server {
  const changed = new EventEmitter<ServerState>();
  const crashes = new RecentCrashes();
  let state: ServerState = { kind: "starting" };
  const setState = (next: ServerState): void => {
    state = next;
    changed.fire(next);
  };
  const client = createClient(context, log, provideCodeLenses, () => afterCrash(crashes.add(), log, setState));
  client.onDidChangeState(({ newState }) => setState(stateAfter(newState, state) ?? state));
  const start = (): Promise<void> => client.start().catch(error => setState(notStarted(error)));
  // With trust, settings count that were kept from the server.
  const askAgain = (): void =>
    void (client.isRunning() && client.sendNotification("workspace/didChangeConfiguration", { settings: null }));
  context.subscriptions.push(changed, workspace.onDidGrantWorkspaceTrust(askAgain));
  void start();
  return {
    get state() {
      return state;
    },
    get pid() {
      return client.serverProcess?.pid;
    },
    get crashes() {
      return crashes.count;
    },
    onDidChangeState: changed.event,
    request: (method, params) => client.sendRequest(method, params),
    restart: async () => {
      crashes.forget();
      if (client.state !== State.Stopped) await client.stop().catch(error => log.warn(`Stopping failed: ${error}`));
      await start();
    },
    stop: () => (client.state === State.Stopped ? Promise.resolve() : client.stop()),
  };
}

/** Counts crashes within the time in which too many of them mean that starting again is no use. */
class RecentCrashes {
  private times: readonly number[] = [];

  get count(): number {
    return this.times.length;
  }

  add(): number {
    this.times = [...this.times, Date.now()].filter(time => Date.now() - time < CRASH_WINDOW_MS);
    return this.count;
  }

  forget(): void {
    this.times = [];
  }
}

function createClient(
  context: ExtensionContext,
  log: LogOutputChannel,
  provideCodeLenses: ProvideCodeLenses,
  onCrash: () => CloseHandlerResult,
): LanguageClient {
  const common = clientOptions(log, { fetchDependencies: true, driveComponents: true });
  const middleware = { ...common.middleware, provideCodeLenses };
  const options = { ...common, middleware, errorHandler: errorHandler(onCrash) };
  return new LanguageClient(clientId, clientName, serverOptions(context), options);
}

function serverOptions(context: ExtensionContext): ServerOptions {
  const module = context.asAbsolutePath("server/dist/cli.js");
  const run = { module, transport: TransportKind.ipc };
  return { run, debug: { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } } };
}

function errorHandler(closed: () => CloseHandlerResult): ErrorHandler {
  // One garbled message does not end the connection; a closed one is answered by `closed`.
  return { error: () => ({ action: ErrorAction.Continue, handled: true }), closed };
}

function afterCrash(
  crashes: number,
  log: LogOutputChannel,
  setState: (state: ServerState) => void,
): CloseHandlerResult {
  if (crashes <= CRASHES_ALLOWED) {
    const message = `The WIT language server stopped unexpectedly and was started again (${crashes} of ${CRASHES_ALLOWED} times). Nothing you typed is lost.`;
    log.warn(message);
    void offerOutput(window.showWarningMessage(message, SHOW_OUTPUT), log);
    return { action: CloseAction.Restart, handled: true };
  }
  const message = `The WIT language server stopped ${crashes} times within ${CRASH_WINDOW_MS / 60_000} minutes and is left off. Start it with "WIT: Restart Language Server"; the reason may be in the output.`;
  log.error(message);
  setState({ kind: "crashed", message });
  void offerOutput(window.showErrorMessage(message, SHOW_OUTPUT), log);
  return { action: CloseAction.DoNotRestart, handled: true };
}

const SHOW_OUTPUT = "Show Output";

async function offerOutput(answer: Thenable<string | undefined>, log: LogOutputChannel): Promise<void> {
  if ((await answer) === SHOW_OUTPUT) log.show();
}
