// The entry point in a browser: language features from the same server in a web worker; nothing is built or run there.
import { commands, type ExtensionContext, window } from "vscode";
import { showReferences } from "../show-references.ts";
import { serverStatus } from "../status.ts";
import { virtualDocuments } from "../virtual-documents.ts";
import { type Server, startServer } from "./server.ts";

let server: Server | undefined;

export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel("WIT", { log: true });
  const status = serverStatus();
  status.show({ kind: "starting" });
  const started = startServer(context, log);
  server = started;
  context.subscriptions.push(
    log,
    status,
    started,
    started.onDidChangeState(status.show),
    showReferences(),
    virtualDocuments(started.request),
    commands.registerCommand("wit.restartServer", () => started.restart()),
    commands.registerCommand("wit.showOutput", () => log.show()),
  );
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
