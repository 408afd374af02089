// Finds the component that is to be run: the one named, or that of the project, which is built first where it has none.

import { window, workspace } from "vscode";
import { isFile, isInside } from "../find-program.ts";
import { isStale } from "../freshness.ts";
import type { GuestProject } from "../guests/guest.ts";
import { isComponent } from "../guests/ready-wasm.ts";
import { projectComponent } from "../project-component.ts";
import { chooseProject, placeUri } from "../projects.ts";
import { Cancelled, Refusal } from "../refusal.ts";
import type { Session } from "../session.ts";
import { buildProject, withWorld } from "./build.ts";
import type { RunArguments } from "./results.ts";

/** Path of the component; refuses in words when there is none. */
export async function chooseComponent(
  session: Session,
  asked: Pick<RunArguments, "component" | "folder" | "world">,
  interactive: boolean,
): Promise<string> {
  if (asked.component !== undefined) return checked(placeUri(asked.component).fsPath);
  const project = await chooseProject(asked.folder, interactive, withWorld(session, asked.world));
  if (project === undefined) throw new Cancelled();
  const { component: known, strays } = await projectComponent(session, project, asked.world);
  if (known !== undefined && !(await mustBuild(project, known, interactive))) return known;
  const why = known === undefined ? ["There is no component yet", ...strays].join(". ") : "The sources have changed";
  if (interactive && strays.length > 0) await askToBuild(strays);
  session.output.appendLine(`── ${why}: building first.`);
  const built = await buildProject(session, project, asked.world, interactive);
  if (built.component === undefined) throw new Refusal(built.message ?? "The build gave no component.");
  return built.component;
}

async function askToBuild(strays: readonly string[]): Promise<void> {
  const message = `This project has no component yet. ${strays.join(". ")}. To use such a file, choose it in the explorer.`;
  const yes = "Build";
  if ((await window.showWarningMessage(message, yes)) !== yes) throw new Cancelled();
}

async function mustBuild(project: GuestProject, component: string, interactive: boolean): Promise<boolean> {
  if (project.guest.id === "ready-wasm") return false;
  const unsaved = workspace.textDocuments.some(
    document => document.isDirty && isInside(document.fileName, project.folder),
  );
  // A person's unsaved changes are saved by the build; a program has to save its own.
  return (interactive && unsaved) || isStale(project.folder, component);
}

async function checked(file: string): Promise<string> {
  if (!(await isFile(file))) throw new Refusal(`There is no file ${file}. Build the component first.`);
  if (await isComponent(file)) return file;
  throw new Refusal(
    `${file} is not a WebAssembly component. A core module becomes one with "wasm-tools component new".`,
  );
}
