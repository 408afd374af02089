// Finds the component that is to be run: the one named, or that of the project, which is built first where it has none.

import { workspace } from "vscode";
import { isFile, isInside } from "../find-program.ts";
import { isStale } from "../freshness.ts";
import type { GuestProject } from "../guests/guest.ts";
import { findComponents, isComponent } from "../guests/ready-wasm.ts";
import { chooseProject, type Place, placeUri } from "../projects.ts";
import { Cancelled, Refusal } from "../refusal.ts";
import type { Session } from "../session.ts";
import { buildProject, lastComponent } from "./build.ts";

/** Path of the component; refuses in words when there is none. */
export async function chooseComponent(
  session: Session,
  asked: { readonly component?: Place; readonly folder?: Place },
  interactive: boolean,
): Promise<string> {
  if (asked.component !== undefined) return checked(placeUri(asked.component).fsPath);
  const project = await chooseProject(asked.folder, interactive);
  if (project === undefined) throw new Cancelled();
  const known = (await lastComponent(session, project.folder)) ?? (await findComponents(project.folder))[0];
  if (known !== undefined && !(await mustBuild(project, known, interactive))) return known;
  session.output.appendLine(
    `── ${known === undefined ? "There is no component yet" : "The sources have changed"}: building first.`,
  );
  const built = await buildProject(session, project, undefined, interactive);
  if (built.component === undefined) throw new Refusal(built.message ?? "The build gave no component.");
  return built.component;
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
