// The extension's commands, called the way other extensions would, and the guest's source changed for a while.
import { readFile, writeFile } from "node:fs/promises";
import { commands, type Uri } from "vscode";
import type {
  BuildArguments,
  BuildResult,
  GrantsArguments,
  GrantsResult,
  InvokeArguments,
  InvokeResult,
  RunArguments,
  RunResult,
  ServeArguments,
  ServeResult,
  StopServingArguments,
  StopServingResult,
} from "../../src/node/commands/results.ts";
import { folder } from "./support.ts";

export function build(asked: BuildArguments = { folder: folder() }): Thenable<BuildResult> {
  return commands.executeCommand<BuildResult>("wit.buildComponent", asked);
}

export function run(asked: RunArguments = { folder: folder() }): Thenable<RunResult> {
  return commands.executeCommand<RunResult>("wit.runComponent", asked);
}

export function invoke(name: string, args: string): Thenable<InvokeResult> {
  const asked: InvokeArguments = { folder: folder(), function: name, args };
  return commands.executeCommand<InvokeResult>("wit.invokeFunction", asked);
}

export function editGrants(asked: GrantsArguments): Thenable<GrantsResult> {
  return commands.executeCommand<GrantsResult>("wit.editGrants", asked);
}

export function serve(asked: ServeArguments): Thenable<ServeResult> {
  return commands.executeCommand<ServeResult>("wit.serveComponent", asked);
}

export function stopServing(asked: StopServingArguments = {}): Thenable<StopServingResult> {
  return commands.executeCommand<StopServingResult>("wit.stopServing", asked);
}

/** Runs `action` with other text in a file on disk. */
export async function withText(uri: Uri, text: string, action: () => Promise<void>): Promise<void> {
  const before = await readFile(uri.fsPath, "utf8");
  await writeFile(uri.fsPath, text);
  try {
    await action();
  } finally {
    await writeFile(uri.fsPath, before);
  }
}
