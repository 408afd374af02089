// The command "WIT: Check Component against World".
import path from "node:path";
import { Uri, window, workspace } from "vscode";
import { checkFit, fitMessage, fits } from "../fit.ts";
import { placeUri } from "../projects.ts";
import { Cancelled, Refusal } from "../refusal.ts";
import type { Session } from "../session.ts";
import { chooseWorld, type World, workspaceWorlds, worldsOf } from "../worlds.ts";
import { chooseComponent } from "./component.ts";
import { isAsking, reply, tell } from "./reply.ts";
import type { FitArguments, FitResult } from "./results.ts";

export function checkComponentFit(session: Session, asked?: FitArguments): Promise<FitResult> {
  const interactive = isAsking(asked);
  const failed = (message: string): FitResult => ({ ok: false, ms: 0, misfits: [], message });
  return reply(session, interactive, () => check(session, asked ?? {}, interactive), failed);
}

async function check(session: Session, asked: FitArguments, interactive: boolean): Promise<FitResult> {
  const component = await chooseComponent(session, asked, interactive);
  const world = await worldFor(session, component, asked, interactive);
  const start = performance.now();
  const misfits = await checkFit(session, component, world);
  const message = fitMessage(component, world, misfits);
  const ok = fits(misfits);
  session.output.appendLine(`── ${message}`);
  if (interactive && ok) void window.showInformationMessage(message);
  else if (interactive) tell(session, message);
  return { ok, component, misfits: misfits.map(({ message: said }) => said), ms: performance.now() - start, message };
}

/** A world of the package that the component lies in or below; else one of the workspace. */
async function worldFor(
  session: Session,
  component: string,
  { folder, world }: FitArguments,
  mayAsk: boolean,
): Promise<World> {
  const near = folder === undefined ? Uri.file(path.dirname(component)) : placeUri(folder);
  const known = await nearestWorlds(session, near);
  const worlds = known.length > 0 ? known : await workspaceWorlds(session);
  if (worlds.length === 0)
    throw new Refusal("There is no world in this workspace that the component could be compared with.");
  const found = await chooseWorld(session, near, worlds, world, mayAsk);
  if (found === undefined) throw new Cancelled();
  return found;
}

const FOLDERS_ABOVE = 5;

async function nearestWorlds(session: Session, from: Uri): Promise<readonly World[]> {
  let at = from;
  for (let i = 0; i < FOLDERS_ABOVE && workspace.getWorkspaceFolder(at) !== undefined; i++) {
    const worlds = await worldsOf(session, at);
    if (worlds.length > 0) return worlds;
    at = Uri.joinPath(at, "..");
  }
  return [];
}
