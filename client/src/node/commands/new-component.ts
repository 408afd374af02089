// The command "WIT: New Component from World…".
import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { commands, Uri, window, workspace } from "vscode";
import { withReasons } from "../../scaffold/reasons.ts";
import type { WorldModel } from "../../wit/world-model.ts";
import type { Guest, Scaffold } from "../guests/guest.ts";
import { type Obstacle, obstacleTo } from "../guests/limits.ts";
import { guests } from "../guests/list.ts";
import { placeUri } from "../projects.ts";
import { readAgain } from "../read-again.ts";
import { Cancelled, Refusal } from "../refusal.ts";
import type { Session } from "../session.ts";
import { copyPackage } from "../wit-copy.ts";
import { isNamed, modelOf, qualified, rememberWorld, type World, workspaceWorlds, worldsOf } from "../worlds.ts";
import { isAsking, reply } from "./reply.ts";
import type { NewComponentArguments, NewComponentResult } from "./results.ts";

export function newComponent(session: Session, asked?: NewComponentArguments): Promise<NewComponentResult> {
  const interactive = isAsking(asked);
  const failed = (message: string): NewComponentResult => ({ ok: false, ms: 0, message });
  return reply(session, interactive, () => create(session, asked, interactive), failed);
}

async function create(
  session: Session,
  asked: NewComponentArguments | undefined,
  interactive: boolean,
): Promise<NewComponentResult> {
  const world = await pickWorld(session, asked, interactive, "New Component: World");
  const model = await modelOf(session, world);
  if (!interactive && (asked?.guest === undefined || asked.name === undefined))
    throw new Refusal("Say in which language (guest) and under which name (name).");
  const guest = await pickGuest(asked?.guest, model);
  const obstacle = obstacleTo(guest, model, guests);
  if (obstacle !== undefined) await goOn(obstacle, asked?.anyway ?? false, interactive);
  const parent = asked?.into === undefined ? await parentFolder(world) : placeUri(asked.into).fsPath;
  const name = asked?.name ?? (await askName(model.name, guest, parent));
  const start = performance.now();
  const folder = path.join(parent, checkedName(name));
  const scaffold = guest.scaffold({ name, world: model, specifier: world.info.specifier, witPath: "wit" });
  await write(session, folder, world, obstacle === undefined ? scaffold : withReasons(scaffold, obstacle.reasons));
  await rememberWorld(session, Uri.file(folder), world.info);
  const entry = path.join(folder, ...scaffold.entry.split("/"));
  // A build right after this asks for the world, with all that it imports.
  await readAgain(session, path.join(folder, "wit"));
  if (interactive) await present(entry, name, guest);
  const message = [`Created ${folder} (${guest.label}).`, ...(obstacle?.reasons ?? [])].join(" ");
  return { ok: true, folder, entry, ms: performance.now() - start, message };
}

const ANYWAY = "Create Anyway";

/** Returns where it was asked for to go on; what was tried is not all that there will be. */
async function goOn({ message, reasons }: Obstacle, anyway: boolean, mayAsk: boolean): Promise<void> {
  if (reasons.length === 0 || (!anyway && !mayAsk)) throw new Refusal(message);
  if (!anyway && (await window.showErrorMessage(message, ANYWAY)) !== ANYWAY) throw new Cancelled();
}

/** The world that is meant: of the folder or document that is named, else of the active document, else of the workspace. */
export async function pickWorld(
  session: Session,
  asked: Pick<NewComponentArguments, "folder" | "world"> | undefined,
  mayAsk: boolean,
  title: string,
): Promise<World> {
  const active = window.activeTextEditor?.document;
  const place = asked?.folder === undefined ? active?.languageId === "wit" && active.uri : placeUri(asked.folder);
  const worlds = place ? await worldsOf(session, place) : await workspaceWorlds(session);
  const fitting = worlds.filter(({ info }) => asked?.world === undefined || isNamed(info, asked.world));
  const [only] = fitting;
  if (only === undefined) {
    const there = worlds.map(({ info }) => qualified(info)).join(", ");
    throw new Refusal(
      asked?.world === undefined || there === ""
        ? 'There is no world here. Open a WIT file with one, or declare one: "world name { … }".'
        : `There is no world ${asked.world}; there is ${there}.`,
    );
  }
  if (fitting.length === 1) return only;
  if (!mayAsk) throw new Refusal(`Several worlds fit: ${fitting.map(({ info }) => qualified(info)).join(", ")}.`);
  const items = fitting.map(world => ({ label: world.info.name, description: world.info.package, world }));
  const options = {
    title,
    placeHolder: "Which world should it have?",
    matchOnDescription: true,
  };
  return chosen(await window.showQuickPick(items, options)).world;
}

type ScaffoldingGuest = Guest & Required<Pick<Guest, "scaffold">>;

async function pickGuest(asked: string | undefined, { name }: WorldModel): Promise<ScaffoldingGuest> {
  const able = guests.filter((guest): guest is ScaffoldingGuest => guest.scaffold !== undefined);
  if (asked !== undefined) {
    const found = able.find(({ id }) => id === asked);
    if (found !== undefined) return found;
    throw new Refusal(`There is no language ${asked}; there is ${able.map(({ id }) => id).join(", ")}.`);
  }
  const items = able.map(guest => ({ label: guest.label, description: needsOf(guest), guest }));
  const options = { title: `New Component of ${name}: Language`, placeHolder: "In which language?" };
  return chosen(await window.showQuickPick(items, options)).guest;
}

function needsOf({ needs }: Guest): string {
  // jco is no program but a package, which the project brings.
  const tools = needs.length === 0 ? ["jco"] : needs.map(each => each.map(({ label }) => label).join(" or "));
  return `built with ${tools.join(", and ")}`;
}

/** The workspace folder that holds the package, else the folder above the package's. */
async function parentFolder({ witPath }: World): Promise<string> {
  const owner = workspace.getWorkspaceFolder(Uri.file(witPath));
  if (owner !== undefined) return owner.uri.fsPath;
  const isFile = (await stat(witPath)).isFile();
  return isFile ? path.dirname(witPath) : path.dirname(path.normalize(witPath));
}

async function askName(world: string, { id, label }: Guest, parent: string): Promise<string> {
  const options = {
    title: `New Component of ${world} in ${label}: Name`,
    prompt: `Name of the project's folder in ${parent}`,
    value: `${world}-${id}`,
    validateInput: async (name: string) =>
      nameProblem(name) ?? ((await isFilled(path.join(parent, name))) ? `${name} is not empty.` : undefined),
  };
  return chosen(await window.showInputBox(options));
}

function chosen<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Cancelled();
  return value;
}

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Every language's tools can do with such a name. */
function nameProblem(name: string): string | undefined {
  return NAME.test(name) ? undefined : "A name has small letters, digits and hyphens, and starts with a letter.";
}

function checkedName(name: string): string {
  const problem = nameProblem(name);
  if (problem !== undefined) throw new Refusal(`${name} is no name for a project. ${problem}`);
  return name;
}

async function isFilled(folder: string): Promise<boolean> {
  return (await readdir(folder).catch(() => [])).length > 0;
}

/** Writes the project into a folder that is new or empty. */
async function write(session: Session, folder: string, { witPath }: World, { files }: Scaffold): Promise<void> {
  if (await isFilled(folder)) throw new Refusal(`${folder} is not empty. Choose another name.`);
  const inside = workspace.getWorkspaceFolder(Uri.file(witPath))?.uri.fsPath ?? path.dirname(witPath);
  await copyPackage(path.normalize(witPath), path.join(folder, "wit"), inside);
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, ...name.split("/"));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  session.output.appendLine(`── Created ${folder}: ${Object.keys(files).join(", ")}, and wit`);
}

async function present(entry: string, name: string, guest: Guest): Promise<void> {
  await window.showTextDocument(Uri.file(entry));
  void window.showInformationMessage(`Created ${name} (${guest.label}).`, "Build").then(async answer => {
    if (answer === "Build") await commands.executeCommand("wit.buildComponent");
  });
}
