// What both clients (desktop and web) tell the language client library.
import type { LogOutputChannel } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";
import type { ClientOptions } from "./protocol.ts";

/** Also the prefix of the settings that the library reads (`wit.trace.server`). */
export const clientId = "wit";
export const clientName = "WIT Language Server";

/** WIT documents of any scheme: files, unsaved ones, those of version control. `own` is what only one of the clients can. */
export function clientOptions(log: LogOutputChannel, own: ClientOptions = {}): LanguageClientOptions {
  const initializationOptions: ClientOptions = { virtualDocuments: true, ...own };
  return {
    documentSelector: [{ language: "wit" }],
    outputChannel: log,
    diagnosticCollectionName: "wit",
    initializationOptions,
  };
}
