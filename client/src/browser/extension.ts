// The entry point in a browser: language features from the same server in a web worker; nothing is built or run there.
import { commands, type ExtensionContext, Uri, window } from "vscode";
import { State } from "vscode-languageclient";
import { LanguageClient } from "vscode-languageclient/browser";
import { clientId, clientName, clientOptions } from "../client-options.ts";
import { showReferences } from "../show-references.ts";
import { serverStatus } from "../status.ts";
import { virtualDocuments } from "../virtual-documents.ts";

// The compiler knows no browser here: these are the parts of it that are used.
declare class Worker {
  constructor(url: string);
}

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel("WIT", { log: true });
  const status = serverStatus();
  const worker = new Worker(Uri.joinPath(context.extensionUri, "server", "dist", "worker.js").toString(true));
  const started = new LanguageClient(clientId, clientName, worker as never, clientOptions(log));
  client = started;
  started.onDidChangeState(({ newState }) => status.show({ kind: stateName(newState) }));
  context.subscriptions.push(
    log,
    status,
    showReferences(),
    virtualDocuments((method, params) => started.sendRequest(method, params)),
    commands.registerCommand("wit.restartServer", () => started.stop().then(() => started.start())),
    commands.registerCommand("wit.showOutput", () => log.show()),
  );
  await started.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

function stateName(state: State): "starting" | "running" | "stopped" {
  if (state === State.Running) return "running";
  return state === State.Starting ? "starting" : "stopped";
}
