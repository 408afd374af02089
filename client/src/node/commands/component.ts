// Finds the component that is to be run: the one named, or that of the project, which is built first where it has none.

import { isFile } from "../find-program.ts";
import { findComponents, isComponent } from "../guests/ready-wasm.ts";
import { chooseProject, type Place, placeUri } from "../projects.ts";
import { Refusal } from "../refusal.ts";
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
  if (project === undefined) throw new Refusal("Nothing was chosen.");
  const known = (await lastComponent(session, project.folder)) ?? (await findComponents(project.folder))[0];
  if (known !== undefined) return known;
  session.output.appendLine("── There is no component yet: building it first.");
  const built = await buildProject(session, project, undefined, interactive);
  if (built.component === undefined) throw new Refusal(built.message ?? "The build gave no component.");
  return built.component;
}

async function checked(file: string): Promise<string> {
  if (!(await isFile(file))) throw new Refusal(`There is no file ${file}. Build the component first.`);
  if (await isComponent(file)) return file;
  throw new Refusal(
    `${file} is not a WebAssembly component. A core module becomes one with "wasm-tools component new".`,
  );
}
