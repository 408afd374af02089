// What both clients (desktop and web) tell the language client library.
import { type LogOutputChannel, workspace } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";
import type { ClientOptions } from "./protocol.ts";

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
    // VS Code keeps the workspace's own restricted settings back; those of the user must not make the server run git there either.
    middleware: {
      workspace: {
        configuration: async (params, token, next) => {
          const settings = await next(params, token);
          return workspace.isTrusted || !Array.isArray(settings) ? settings : settings.map(withoutBaseline);
        },
      },
    },
  };
}

function withoutBaseline(settings: unknown): unknown {
  return typeof settings === "object" && settings !== null ? { ...settings, baseline: "" } : settings;
}
