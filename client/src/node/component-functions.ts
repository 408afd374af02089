// The functions of one component: as its world names their types, or, where no world is known, as its binary says.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Uri } from "vscode";
import { type ComponentFunction, exportedFunctions } from "../component/exports.ts";
import { countParts, hasPart } from "../wave/parts.ts";
import { typeText, type WitType } from "../wave/wit-type.ts";
import { foldersUp } from "./find-program.ts";
import type { GuestProject } from "./guests/guest.ts";
import { detectProject } from "./guests/list.ts";
import type { Session } from "./session.ts";
import { type Callable, callables, wasiLast, worldsOf } from "./worlds.ts";

// A component lies in its project's folder or in a folder of outputs (target/wasm32-wasip2/release at most).
const FOLDERS_ABOVE = 5;

/** The functions that a component exports; none when neither its project's worlds nor its binary can be read. */
export async function functionsOf(session: Session, component: string): Promise<readonly Callable[]> {
  const binary = await functionsInBinary(session, component);
  const inWorlds = await functionsInWorlds(session, component);
  if (binary.length === 0) return inWorlds;
  const functions = binary
    .filter(found => !isEngines(found))
    .map(found => {
      const twin = inWorlds.find(({ instance, name }) => instance === found.instance && name === found.name);
      // The world has names for types, the binary has the types themselves.
      return twin === undefined ? fromBinary(found) : { ...twin, type: found.type };
    });
  return wasiLast(functions);
}

/** jco's QuickJS exports the function that its build starts it with. */
function isEngines({ instance, name, type }: ComponentFunction): boolean {
  return instance === undefined && name === "init" && type.params[0]?.name === "shim";
}

async function functionsInWorlds(session: Session, component: string): Promise<readonly Callable[]> {
  const project = await projectOf(path.dirname(component));
  if (project === undefined) return [];
  return callables(await worldsOf(session, Uri.file(project.folder)).catch(() => []));
}

/** The project whose outputs lie in a folder. */
export async function projectOf(folder: string): Promise<GuestProject | undefined> {
  for (const above of foldersUp(folder).slice(0, FOLDERS_ABOVE)) {
    const project = await detectProject(above);
    if (project !== undefined && project.guest.id !== "ready-wasm") return project;
  }
  return undefined;
}

async function functionsInBinary(session: Session, component: string): Promise<readonly ComponentFunction[]> {
  try {
    return exportedFunctions(await readFile(component));
  } catch (error) {
    session.log.warn(`The functions of ${component} can't be read from it: ${error}`);
    return [];
  }
}

// More than this is no text for people, and no form.
const MOST_PARTS = 20_000;

function fromBinary({ instance, name, type }: ComponentFunction): Callable {
  const text = countParts(type) > MOST_PARTS ? ({ kind }: WitType): string => kind : typeText;
  const params = type.params.map(param => ({ name: param.name, type: text(param.type) }));
  const result = type.result === undefined ? {} : { result: text(type.result) };
  const notInvocable =
    name.startsWith("[") || hasPart(type, ({ kind }) => kind === "handle")
      ? { notInvocable: "it has to do with a resource, for which no text can stand" }
      : {};
  return {
    ...(instance === undefined ? {} : { instance }),
    name,
    info: { name, params, ...result, ...notInvocable },
    type,
  };
}
