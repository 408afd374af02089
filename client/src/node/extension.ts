// The desktop entry point: starts the language server and connects the commands and the status items.
import { commands, type ExtensionContext, Uri, window } from "vscode";
import { showReferences } from "../show-references.ts";
import { serverStatus } from "../status.ts";
import { virtualDocuments } from "../virtual-documents.ts";
import { generateBindings } from "./commands/bindings.ts";
import { buildComponent } from "./commands/build.ts";
import { checkComponentFit } from "./commands/check-fit.ts";
import { extractCommand } from "./commands/extract-wit.ts";
import { fetchDependencies } from "./commands/fetch.ts";
import { editGrants } from "./commands/grants.ts";
import { installWasmtime, removeWasmtime } from "./commands/install-wasmtime.ts";
import { invokeFunction } from "./commands/invoke.ts";
import { fromMenu } from "./commands/menu.ts";
import { newComponent } from "./commands/new-component.ts";
import type {
  BindingsArguments,
  BuildArguments,
  FetchArguments,
  FitArguments,
  GrantsArguments,
  InstallArguments,
  InvokeArguments,
  NewComponentArguments,
  RunArguments,
  RunResult,
} from "./commands/results.ts";
import { runComponent } from "./commands/run.ts";
import { serveCommands } from "./commands/serve.ts";
import { wasmtimeLaunch } from "./debug/launch.ts";
import { doctor } from "./doctor/doctor.ts";
import { forgetOnEdit } from "./fit.ts";
import { grantsStatus } from "./grants-status.ts";
import { InvokeView } from "./invoke-view.ts";
import { stopAll } from "./process.ts";
import { runtimeStatus } from "./runtime-status.ts";
import { type Server, startServer } from "./server.ts";
import { createSession, type Session } from "./session.ts";
import { witTasks } from "./tasks/provider.ts";
import { watchCommands } from "./watch/watch.ts";

/** What the extension offers to other extensions and to its own tests. */
export interface WitTools {
  readonly server: Pick<Server, "state" | "onDidChangeState" | "pid" | "crashes">;
  /** What the form and the extension say to each other. */
  readonly invokeView: Pick<InvokeView, "receive" | "onDidPost">;
}

let server: Server | undefined;

export function activate(context: ExtensionContext): WitTools {
  const log = window.createOutputChannel("WIT", { log: true });
  server = startServer(context, log);
  const session = createSession(context, server, log);
  const invokeView = new InvokeView(session);
  const status = serverStatus();
  status.show(server.state);
  context.subscriptions.push(
    log,
    status,
    server.onDidChangeState(status.show),
    runtimeStatus(session),
    grantsStatus(session),
    serveCommands(session),
    showReferences(),
    virtualDocuments(server.request),
    invokeView,
    forgetOnEdit(session),
    witTasks(session),
    wasmtimeLaunch(session),
    extractCommand(session),
    watchCommands(session),
    ...register(session, invokeView),
  );
  return { server, invokeView };
}

export async function deactivate(): Promise<void> {
  stopAll();
  await server?.stop();
}

function register(session: Session, invokeView: InvokeView): readonly { dispose(): void }[] {
  return [
    commands.registerCommand("wit.newComponent", (asked?: NewComponentArguments | Uri) =>
      newComponent(session, fromMenu("folder", asked)),
    ),
    commands.registerCommand("wit.buildComponent", (asked?: BuildArguments | Uri) =>
      buildComponent(session, fromMenu("folder", asked)),
    ),
    commands.registerCommand("wit.runComponent", (asked?: RunArguments | Uri) => runFromMenu(session, asked)),
    commands.registerCommand("wit.installWasmtime", (asked?: InstallArguments) => installWasmtime(session, asked)),
    commands.registerCommand("wit.removeWasmtime", (asked?: InstallArguments) => removeWasmtime(session, asked)),
    commands.registerCommand("wit.editGrants", (asked?: GrantsArguments) => editGrants(session, asked)),
    commands.registerCommand("wit.invokeFunction", (asked?: InvokeArguments) =>
      invokeFunction(session, invokeView, asked),
    ),
    commands.registerCommand("wit.checkFit", (asked?: FitArguments | Uri) =>
      checkComponentFit(session, fromMenu("component", asked)),
    ),
    commands.registerCommand("wit.fetchDependencies", (asked?: FetchArguments) => fetchDependencies(session, asked)),
    commands.registerCommand("wit.generateBindings", (asked?: BindingsArguments | Uri) =>
      generateBindings(session, fromMenu("folder", asked)),
    ),
    commands.registerCommand("wit.doctor", (asked?: { readonly show?: boolean }) => doctor(session, asked)),
    commands.registerCommand("wit.restartServer", () => session.server.restart()),
    commands.registerCommand("wit.showOutput", () => session.log.show()),
  ];
}

/** A component's file is run, of another file its project's component. */
function runFromMenu(session: Session, asked: RunArguments | Uri | undefined): Promise<RunResult> {
  const isComponent = asked instanceof Uri && asked.path.endsWith(".wasm");
  return runComponent(session, fromMenu<RunArguments>(isComponent ? "component" : "folder", asked));
}
