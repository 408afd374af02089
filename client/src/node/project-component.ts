// The component that a project has already: what was built last, what lies where its builds put it, or a file that fits its world.
import path from "node:path";
import { Uri } from "vscode";
import { lastComponent } from "./commands/build.ts";
import { misfitsOf } from "./fit.ts";
import type { GuestProject } from "./guests/guest.ts";
import { findComponents, isComponent } from "./guests/ready-wasm.ts";
import type { Session } from "./session.ts";
import { qualified, settledWorlds, type World } from "./worlds.ts";

export interface ProjectComponent {
  readonly component?: string;
  /** Of each component that lies in the project and is not its own, in a sentence without its full stop: why not. */
  readonly strays: readonly string[];
}

const FILES_COMPARED = 5;

/** Where a world is asked for, only what was built for that is its component, but for projects that are nothing but a component. */
export async function projectComponent(
  session: Session,
  project: GuestProject,
  world: string | undefined,
): Promise<ProjectComponent> {
  const last = await lastComponent(session, project.folder, world);
  if (last !== undefined) return { component: last, strays: [] };
  if (project.guest.id === "ready-wasm") return { component: project.entry, strays: [] };
  if (world !== undefined) return { strays: [] };
  const worlds = await settledWorlds(session, Uri.file(project.folder)).catch((): readonly World[] => []);
  const names = worlds.length === 0 ? [undefined] : worlds.map(({ info }) => info.specifier);
  const places = (await Promise.all(names.map(name => project.guest.outputs(project, name)))).flat();
  for (const component of places) if (await isComponent(component)) return { component, strays: [] };
  const strays: string[] = [];
  for (const component of (await findComponents(project.folder)).slice(0, FILES_COMPARED)) {
    const why = await whyNot(session, component, worlds);
    if (why === undefined) return { component, strays: [] };
    strays.push(`${path.relative(project.folder, component)} is there, but no build of this project: ${why}`);
  }
  return { strays };
}

/** Undefined where it fits one of the worlds. */
async function whyNot(session: Session, component: string, worlds: readonly World[]): Promise<string | undefined> {
  let why = "whether it fits the project's world is not known";
  for (const world of worlds) {
    const name = qualified(world.info);
    try {
      const wrong = (await misfitsOf(session, component, world)).find(({ kind }) => kind !== "beyond");
      if (wrong === undefined) return undefined;
      why = `it does not fit the world ${name}. ${wrong.message.replace(/\.$/, "")}`;
    } catch (error) {
      why = error instanceof Error ? error.message : String(error);
    }
  }
  return why;
}
