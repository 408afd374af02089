// All that has to do with components, as one part that is loaded when it is first needed: an editor that shows WIT starts without it.
import type { ExtensionContext, LogOutputChannel, TaskProvider, Uri } from "vscode";
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
} from "./commands/results.ts";
import { runFromMenu } from "./commands/run.ts";
import { serveCommands } from "./commands/serve.ts";
import type { Handlers } from "./component-commands.ts";
import { type LaunchProviders, launchProviders } from "./debug/launch.ts";
import { doctor } from "./doctor/doctor.ts";
import { forgetOnEdit } from "./fit.ts";
import { grantsStatus } from "./grants-status.ts";
import { InvokeView } from "./invoke-view.ts";
import { runtimeStatus } from "./runtime-status.ts";
import type { Server } from "./server.ts";
import { servedList } from "./serving/list.ts";
import { createSession, type Session } from "./session.ts";
import { taskProvider } from "./tasks/provider.ts";
import { watchCommands } from "./watch/watch.ts";

export { provideCodeLenses } from "./component-lenses.ts";
export { stopAll } from "./process.ts";

export interface Components {
  readonly handlers: Handlers;
  readonly tasks: TaskProvider;
  readonly launch: LaunchProviders;
  readonly invokeView: InvokeView;
}

/** What is shown and kept ends with the extension. */
export function startComponents(context: ExtensionContext, server: Server, log: LogOutputChannel): Components {
  const session = createSession(context, server, log);
  const invokeView = new InvokeView(session);
  const served = servedList();
  const groups = [serveCommands(session, served), watchCommands(session), extractCommand(session)] as const;
  context.subscriptions.push(
    runtimeStatus(session),
    grantsStatus(session),
    forgetOnEdit(session),
    invokeView,
    ...groups.map(({ owned }) => owned),
  );
  const [serving, watching, extracting] = groups;
  return {
    handlers: {
      ...serving.handlers,
      ...watching.handlers,
      ...extracting.handlers,
      ...single(session, invokeView),
    },
    tasks: taskProvider(session, served),
    launch: launchProviders(session),
    invokeView,
  };
}

function single(session: Session, invokeView: InvokeView) {
  return {
    "wit.newComponent": (asked?: NewComponentArguments | Uri) => newComponent(session, fromMenu("folder", asked)),
    "wit.buildComponent": (asked?: BuildArguments | Uri) => buildComponent(session, fromMenu("folder", asked)),
    "wit.runComponent": (asked?: RunArguments | Uri) => runFromMenu(session, asked),
    "wit.installWasmtime": (asked?: InstallArguments) => installWasmtime(session, asked),
    "wit.removeWasmtime": (asked?: InstallArguments) => removeWasmtime(session, asked),
    "wit.editGrants": (asked?: GrantsArguments) => editGrants(session, asked),
    "wit.invokeFunction": (asked?: InvokeArguments | Uri) =>
      invokeFunction(session, invokeView, fromMenu("component", asked)),
    "wit.checkFit": (asked?: FitArguments | Uri) => checkComponentFit(session, fromMenu("component", asked)),
    "wit.fetchDependencies": (asked?: FetchArguments) => fetchDependencies(session, asked),
    "wit.generateBindings": (asked?: BindingsArguments | Uri) => generateBindings(session, fromMenu("folder", asked)),
    "wit.doctor": (asked?: { readonly show?: boolean }) => doctor(session, asked),
  } satisfies Partial<Handlers>;
}
