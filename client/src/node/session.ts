// What the commands share while the extension runs: the language server, the outputs, the remembered choices, the settings.
import path from "node:path";
import {
  type DiagnosticCollection,
  EventEmitter,
  type ExtensionContext,
  ExtensionMode,
  type LogOutputChannel,
  languages,
  type Memento,
  type OutputChannel,
  type Uri,
  window,
  workspace,
} from "vscode";
import type { FetcherSearch } from "./fetchers/fetcher.ts";
import { createGrantStore, type GrantStore } from "./grant-store.ts";
import { withProgress } from "./progress.ts";
import type { RuntimeChoice } from "./run-targets/list.ts";
import type { RuntimeSearch } from "./run-targets/run-target.ts";
import type { Server } from "./server.ts";
import { surroundings } from "./surroundings.ts";
import { installedFolder } from "./wasmtime-install/install.ts";

export interface Session {
  readonly server: Server;
  /** The output "WIT": what the extension and the server do. */
  readonly log: LogOutputChannel;
  /** What builds and components print: the output "WIT Run", or a task's terminal, or the debug console. */
  readonly output: Output;
  /** Does something that takes its time, with a way to stop it. */
  readonly progress: typeof withProgress;
  /** Problems of the last builds. */
  readonly problems: DiagnosticCollection;
  /** Where components that were built or checked do not fit their worlds. */
  readonly fits: DiagnosticCollection;
  /** Choices remembered for this workspace. */
  readonly memory: Memento;
  /** Of the extension and its server. */
  readonly version: string;
  /** What components of this workspace may use. */
  readonly grants: GrantStore;
  /** Fires when a runtime was installed or removed. */
  readonly runtimesChanged: EventEmitter<void>;
  /** Where the extension keeps what it installs. */
  readonly storageFolder: string;
  readonly extensionFolder: string;
  readonly developmentFolder: string | undefined;
}

export type Output = Pick<OutputChannel, "append" | "appendLine" | "show">;

export function createSession(context: ExtensionContext, server: Server, log: LogOutputChannel): Session {
  const output = window.createOutputChannel("WIT Run");
  const problems = languages.createDiagnosticCollection("wit-build");
  const fits = languages.createDiagnosticCollection("wit-fit");
  const runtimesChanged = new EventEmitter<void>();
  const grants = createGrantStore(context.workspaceState);
  context.subscriptions.push(output, problems, fits, grants, runtimesChanged);
  const inDevelopment = context.extensionMode !== ExtensionMode.Production;
  return {
    server,
    log,
    output,
    progress: withProgress,
    problems,
    fits,
    memory: context.workspaceState,
    version: String(context.extension.packageJSON.version),
    grants,
    runtimesChanged,
    storageFolder: context.globalStorageUri.fsPath,
    extensionFolder: context.extensionPath,
    developmentFolder: inDevelopment ? context.extensionPath : undefined,
  };
}

// Settings that name programs are listed under restrictedConfigurations in package.json: VS Code itself leaves a workspace's values out until it is trusted.

/** Milliseconds; 0 for no limit. */
export function timeoutMs(setting: "build.timeout" | "run.timeout", scope: Uri | undefined): number {
  const defaults = { "build.timeout": 300, "run.timeout": 0 };
  return Math.max(0, workspace.getConfiguration("wit", scope).get(setting, defaults[setting])) * 1000;
}

export function runtimeChoice(scope: Uri | undefined): RuntimeChoice {
  return workspace.getConfiguration("wit", scope).get("runtime", "auto");
}

export function fetcherSearch(scope: Uri): FetcherSearch {
  const folder = workspace.getWorkspaceFolder(scope);
  return {
    around: surroundings(),
    wkgPath: workspace.getConfiguration("wit", scope).get("wkg.path", ""),
    workspaceFolder: folder?.uri.scheme === "file" ? path.normalize(folder.uri.fsPath) : undefined,
  };
}

export function runtimeSearch(session: Session, scope: Uri | undefined): RuntimeSearch {
  const folder = (scope && workspace.getWorkspaceFolder(scope)) ?? workspace.workspaceFolders?.[0];
  return {
    around: surroundings(),
    wasmtimePath: workspace.getConfiguration("wit", scope).get("wasmtime.path", ""),
    workspaceFolder: folder?.uri.scheme === "file" ? path.normalize(folder.uri.fsPath) : undefined,
    extensionFolder: session.extensionFolder,
    installedFolder: installedFolder(session.storageFolder),
    developmentFolder: session.developmentFolder,
  };
}
