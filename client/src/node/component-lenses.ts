// Of the code lenses above worlds, those that can be followed: a new project where there is none yet, else what is done with one.
import path from "node:path";
import { type CodeLens, workspace } from "vscode";
import type { CodeLensMiddleware } from "vscode-languageclient";
import { hasProject } from "./projects.ts";

const NEW = "wit.newComponent";
const WITH_PROJECT: ReadonlySet<string> = new Set([
  "wit.buildComponent",
  "wit.runComponent",
  "wit.serveComponent",
  "wit.invokeFunction",
]);

/** Asks the server, and leaves out what can't be done here. */
export const provideCodeLenses: NonNullable<CodeLensMiddleware["provideCodeLenses"]> = async (
  document,
  token,
  next,
) => {
  const lenses = (await next(document, token)) ?? [];
  if (!lenses.some(isAboutComponents)) return lenses;
  const canBuild = workspace.isTrusted && document.uri.scheme === "file";
  const built = canBuild && (await hasProject(path.dirname(document.uri.fsPath)));
  return lenses.filter(lens => !isAboutComponents(lens) || (canBuild && (lens.command?.command === NEW) !== built));
};

function isAboutComponents({ command }: CodeLens): boolean {
  return command !== undefined && (command.command === NEW || WITH_PROJECT.has(command.command));
}
