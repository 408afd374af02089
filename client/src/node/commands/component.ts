// Finds the component that is to be run: the one named, or that of the project, which is built first where it has none.

import { workspace } from "vscode";
import { isFile, isInside } from "../find-program.ts";
import { isStale } from "../freshness.ts";
import type { GuestProject } from "../guests/guest.ts";
import { findComponents, isComponent } from "../guests/ready-wasm.ts";
import { chooseProject, placeUri } from "../projects.ts";
import { Cancelled, Refusal } from "../refusal.ts";
import type { Session } from "../session.ts";
import { buildProject, lastComponent, withWorld } from "./build.ts";
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
  const known = await knownComponent(session, project, asked.world);
  if (known !== undefined && !(await mustBuild(project, known, interactive))) return known;
  session.output.appendLine(
    `── ${known === undefined ? "There is no component yet" : "The sources have changed"}: building first.`,
  );
  const built = await buildProject(session, project, asked.world, interactive);
  if (built.component === undefined) throw new Refusal(built.message ?? "The build gave no component.");
  return built.component;
}

/** What was built last; else what lies there, unless a world is asked for, which that need not have. */
async function knownComponent(
  session: Session,
  project: GuestProject,
  world: string | undefined,
): Promise<string | undefined> {
  const last = await lastComponent(session, project.folder, world);
  const mayBeAnother = world !== undefined && project.guest.id !== "ready-wasm";
  return last ?? (mayBeAnother ? undefined : (await findComponents(project.folder))[0]);
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
