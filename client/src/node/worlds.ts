// Asks the language server for worlds and their functions, and a person for the one that is meant.
import path from "node:path";
import { Uri, window, workspace } from "vscode";
import type {
  FunctionInfo,
  ResolveAnswer,
  resolveRequest,
  WorldInfo,
  WorldsParams,
  worldsRequest,
} from "../protocol.ts";
import type { ExportedFunction } from "../wave/call.ts";
import type { FunctionType } from "../wave/wit-type.ts";
import { readWorld } from "../wit/read-world.ts";
import type { ResolveJson } from "../wit/resolve-json.ts";
import type { WorldModel } from "../wit/world-model.ts";
import { isFolder } from "./guests/steps.ts";
import { readAgain } from "./read-again.ts";
import { Refusal } from "./refusal.ts";
import type { Session } from "./session.ts";

const WORLDS: typeof worldsRequest = "wit/worlds";
const RESOLVE: typeof resolveRequest = "wit/resolve";

/** A world and the path that tools take for its package. */
export interface World {
  readonly info: WorldInfo;
  readonly witPath: string;
}

/** The worlds of the packages at or below a folder. */
export async function worldsOf(session: Session, folder: Uri): Promise<readonly World[]> {
  const params: WorldsParams = { uri: folder.toString() };
  const infos = await session.server.request<readonly WorldInfo[]>(WORLDS, params);
  return infos.map(info => ({ info, witPath: Uri.parse(info.root).fsPath }));
}

/** The same of a project; where the server knows of none, it reads the project's WIT package first. */
export async function settledWorlds(session: Session, folder: Uri): Promise<readonly World[]> {
  const worlds = await worldsOf(session, folder);
  const wit = path.join(folder.fsPath, "wit");
  if (worlds.length > 0 || !(await isFolder(wit))) return worlds;
  await readAgain(session, wit);
  return worldsOf(session, folder);
}

/** A world with the types of everything that it has; refuses in words where its package has errors. */
export async function modelOf(session: Session, { info, witPath }: World): Promise<WorldModel> {
  const answer = await session.server.request<ResolveAnswer | null>(RESOLVE, { uri: Uri.file(witPath).toString() });
  if (answer?.kind === "wrong") {
    const more = answer.errors === 1 ? "an error" : `${answer.errors} errors; the first one`;
    throw new Refusal(
      `The WIT package has ${more}: ${answer.first} (${workspace.asRelativePath(Uri.parse(answer.uri))}). A project can be made once it has none.`,
    );
  }
  const model = answer && readWorld(answer.resolve as ResolveJson, info.package, info.name, [...answer.features]);
  if (!model) throw new Refusal(`The world ${qualified(info)} is not there any more.`);
  return model;
}

/** The worlds of the workspace's packages. */
export async function workspaceWorlds(session: Session): Promise<readonly World[]> {
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file");
  return (await Promise.all(folders.map(({ uri }) => worldsOf(session, uri)))).flat();
}

/** The world that was asked for, the only one, the one chosen before, or the one picked now; `undefined` when the pick is cancelled. */
export async function chooseWorld(
  session: Session,
  folder: Uri,
  worlds: readonly World[],
  asked: string | undefined,
  mayAsk: boolean,
): Promise<World | undefined> {
  if (worlds.length === 0) {
    throw new Refusal(`There is no world in the WIT package of ${folder.fsPath}. Declare one: "world name { … }".`);
  }
  const wanted = asked ?? session.memory.get<string>(worldKey(folder));
  const found = worlds.find(world => wanted !== undefined && isNamed(world.info, wanted));
  if (found !== undefined || (asked === undefined && worlds.length === 1)) return found ?? worlds[0];
  if (asked !== undefined)
    throw new Refusal(`There is no world ${asked} in ${folder.fsPath}; there is ${names(worlds)}.`);
  if (!mayAsk) throw new Refusal(`Several worlds can be built in ${folder.fsPath}: ${names(worlds)}. Say which one.`);
  const picked = await pickWorld(worlds);
  if (picked !== undefined) await rememberWorld(session, folder, picked.info);
  return picked;
}

/** The next build in the folder takes this world without asking. */
export async function rememberWorld(session: Session, folder: Uri, info: WorldInfo): Promise<void> {
  await session.memory.update(worldKey(folder), qualified(info));
}

function worldKey(folder: Uri): string {
  return `world:${folder.toString()}`;
}

/** Whether a name, alone or with package and version, is the world's. */
export function isNamed(info: WorldInfo, name: string): boolean {
  return info.name === name || qualified(info) === name;
}

/** `namespace:package/world@version`. */
export function qualified({ package: owner, name }: WorldInfo): string {
  const at = owner.indexOf("@");
  return at < 0 ? `${owner}/${name}` : `${owner.slice(0, at)}/${name}${owner.slice(at)}`;
}

function names(worlds: readonly World[]): string {
  return worlds.map(world => qualified(world.info)).join(", ");
}

async function pickWorld(worlds: readonly World[]): Promise<World | undefined> {
  const items = worlds.map(world => ({ label: world.info.name, description: world.info.package, world }));
  const picked = await window.showQuickPick(items, {
    title: "World to build",
    placeHolder: "Which world should the component have?",
  });
  return picked?.world;
}

export function usesHttp({ info }: World): boolean {
  return [...info.imports, ...info.exports].some(({ name }) => name.startsWith("wasi:http/"));
}

/** A function that a component exports; `type` is there where the component itself was read. */
export interface Callable extends ExportedFunction {
  readonly info: Pick<FunctionInfo, "name" | "params" | "result" | "notInvocable">;
  readonly type?: FunctionType;
}

/** The exported functions of worlds, each once; WASI's own (what "run" starts, for example) come last. */
export function callables(worlds: readonly World[]): readonly Callable[] {
  const found = new Map<string, Callable>();
  for (const item of worlds.flatMap(world => world.info.exports)) {
    for (const info of item.functions) {
      const instance = item.kind === "interface" ? { instance: item.name } : {};
      found.set(`${item.kind === "interface" ? item.name : ""}#${info.name}`, { ...instance, name: info.name, info });
    }
  }
  return wasiLast([...found.values()]);
}

export function wasiLast(functions: readonly Callable[]): readonly Callable[] {
  const isWasi = ({ instance }: Callable): boolean => instance?.startsWith("wasi:") === true;
  return [...functions.filter(callable => !isWasi(callable)), ...functions.filter(isWasi)];
}
