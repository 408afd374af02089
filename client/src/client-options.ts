// What both clients (desktop and web) tell the language client library.
import { type LogOutputChannel, workspace } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";
import type { ClientOptions } from "./protocol.ts";
import { settingsFor } from "./trust.ts";

/** Also the prefix of the settings that the library reads (`wit.trace.server`). */
export const clientId = "wit";
export const clientName = "WIT Language Server";

/** WIT documents of any scheme: files, unsaved ones, those of version control. `own` is what only one of the clients can. */
export function clientOptions(log: LogOutputChannel, own: ClientOptions = {}): LanguageClientOptions {
  const initializationOptions: ClientOptions = { virtualDocuments: true, showReferences: true, ...own };
  return {
    documentSelector: [{ language: "wit" }],
    outputChannel: log,
    diagnosticCollectionName: "wit",
    initializationOptions,
    middleware: {
      workspace: {
        configuration: async (params, token, next) =>
          settingsFor(workspace.isTrusted, await next(params, token)) as Awaited<ReturnType<typeof next>>,
      },
    },
  };
}
