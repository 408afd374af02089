// The launch configuration of the type "wasmtime": runs a component from "Run and Debug".
import path from "node:path";
import {
  type DebugAdapter,
  type DebugAdapterDescriptorFactory,
  DebugAdapterInlineImplementation,
  type DebugConfiguration,
  type DebugProtocolMessage,
  EventEmitter,
  Uri,
  window,
  workspace,
} from "vscode";
import { runComponent } from "../commands/run.ts";
import { elsewhere } from "../elsewhere.ts";
import { chooseProject, workspaceProjects } from "../projects.ts";
import type { Session } from "../session.ts";
import { type Launch, RunAdapter } from "./adapter.ts";
import { launchType, readLaunch } from "./configuration.ts";
import type { Message } from "./protocol.ts";

export interface LaunchProviders {
  readonly adapters: DebugAdapterDescriptorFactory;
  readonly configurations: {
    provideDebugConfigurations(): Promise<DebugConfiguration[]>;
    resolveDebugConfiguration(folder: unknown, given: DebugConfiguration): Promise<DebugConfiguration | undefined>;
  };
}

export function launchProviders(session: Session): LaunchProviders {
  return {
    adapters: {
      createDebugAdapterDescriptor: () => new DebugAdapterInlineImplementation(inlineAdapter(launcher(session))),
    },
    configurations: { provideDebugConfigurations: offered, resolveDebugConfiguration: completed },
  };
}

function inlineAdapter(launch: Launch): DebugAdapter {
  const sent = new EventEmitter<DebugProtocolMessage>();
  const adapter = new RunAdapter(launch, message => sent.fire(message));
  return {
    onDidSendMessage: sent.event,
    handleMessage: message => adapter.handle(message as Message),
    dispose: () => {
      adapter.stop();
      sent.dispose();
    },
  };
}

function launcher(session: Session): Launch {
  return (configuration, out, signal) => {
    const asked = readLaunch(configuration);
    if ("problem" in asked) return Promise.resolve({ ok: false, message: asked.problem });
    const write = (text: string, isRemark: boolean): void => (isRemark ? out.remark(text) : out.print(text));
    return runComponent(elsewhere(session, { write, signal }), asked);
  };
}

/** One for each project. */
async function offered(): Promise<DebugConfiguration[]> {
  const projects = workspace.isTrusted ? await workspaceProjects() : [];
  return projects.map(({ folder }) => configuration(folder));
}

/** F5 without a launch.json comes with nothing: the project of the file that is looked at. */
async function completed(_folder: unknown, given: DebugConfiguration): Promise<DebugConfiguration | undefined> {
  if (given.type !== undefined) return given;
  try {
    const project = await chooseProject(undefined, true, async () => true);
    return project && configuration(project.folder);
  } catch (error) {
    void window.showErrorMessage(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

function configuration(folder: string): DebugConfiguration {
  const owner = workspace.getWorkspaceFolder(Uri.file(folder));
  const inside = owner && path.relative(owner.uri.fsPath, folder).replaceAll(path.sep, "/");
  // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code puts the folder in.
  const place = inside === undefined ? folder : ["${workspaceFolder}", inside].filter(part => part !== "").join("/");
  return {
    type: launchType,
    request: "launch",
    name: `Run ${path.basename(folder)} in Wasmtime`,
    folder: place,
    args: [],
  };
}
