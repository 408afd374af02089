// The desktop entry point: starts the language server. What has to do with components is registered here and loaded when it is needed.
import {
  commands,
  Disposable,
  debug,
  type ExtensionContext,
  DebugConfigurationProviderTriggerKind as Kind,
  tasks,
  window,
} from "vscode";
import { showReferences } from "../show-references.ts";
import { serverStatus } from "../status.ts";
import { virtualDocuments } from "../virtual-documents.ts";
import { componentCommands } from "./component-commands.ts";
import type * as ComponentCode from "./components.ts";
import { launchType } from "./debug/configuration.ts";
import { type Server, startServer } from "./server.ts";
import { taskType } from "./tasks/definition.ts";
import { walkthroughKey } from "./walkthrough.ts";

/** What the extension offers to other extensions and to its own tests. */
export interface WitTools {
  readonly server: Pick<Server, "state" | "onDidChangeState" | "pid" | "crashes" | "request">;
  /** What the form and the extension say to each other. */
  readonly invokeView: Pick<ComponentCode.Components["invokeView"], "receive" | "onDidPost">;
}

let server: Server | undefined;
let components: ComponentCode.Components | undefined;

export function activate(context: ExtensionContext): WitTools {
  const log = window.createOutputChannel("WIT", { log: true });
  const started = startServer(context, log, (...asked) => componentCode().provideCodeLenses(...asked));
  server = started;
  const loaded = (): ComponentCode.Components => {
    components ??= componentCode().startComponents(context, started, log);
    return components;
  };
  const status = serverStatus();
  status.show(started.state);
  context.subscriptions.push(
    log,
    status,
    started.onDidChangeState(status.show),
    showReferences(),
    walkthroughKey(),
    virtualDocuments(started.request),
    commands.registerCommand("wit.restartServer", () => started.restart()),
    commands.registerCommand("wit.showOutput", () => log.show()),
    componentProviders(loaded),
    // Its items in the status bar can wait until the server is up.
    onceStarted(started, loaded),
  );
  return {
    server: started,
    get invokeView() {
      return loaded().invokeView;
    },
  };
}

export async function deactivate(): Promise<void> {
  if (components !== undefined) componentCode().stopAll();
  await server?.stop();
}

/** A file beside this one (see scripts/lib/bundles.mjs). */
function componentCode(): typeof ComponentCode {
  return require("./components.cjs");
}

function componentProviders(loaded: () => ComponentCode.Components): Disposable {
  const offered = { provideDebugConfigurations: () => loaded().launch.configurations.provideDebugConfigurations() };
  return Disposable.from(
    ...componentCommands.map(name =>
      commands.registerCommand(name, (asked?: unknown) => loaded().handlers[name](asked as never)),
    ),
    tasks.registerTaskProvider(taskType, {
      provideTasks: token => loaded().tasks.provideTasks(token),
      resolveTask: (task, token) => loaded().tasks.resolveTask(task, token),
    }),
    debug.registerDebugAdapterDescriptorFactory(launchType, {
      createDebugAdapterDescriptor: (...asked) => loaded().launch.adapters.createDebugAdapterDescriptor(...asked),
    }),
    debug.registerDebugConfigurationProvider(launchType, {
      ...offered,
      resolveDebugConfiguration: (folder, given) =>
        loaded().launch.configurations.resolveDebugConfiguration(folder, given),
    }),
    debug.registerDebugConfigurationProvider(launchType, offered, Kind.Dynamic),
  );
}

function onceStarted({ onDidChangeState }: Server, action: () => void): Disposable {
  const waiting = onDidChangeState(({ kind }) => {
    if (kind === "starting") return;
    waiting.dispose();
    action();
  });
  return waiting;
}
