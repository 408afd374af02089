// The functions of one component: as its world names their types, or, where no world is known, as its binary says.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Uri } from "vscode";
import { type ComponentFunction, exportedFunctions } from "../component/exports.ts";
import { typeText, type WitType } from "../wave/wit-type.ts";
import { foldersUp } from "./find-program.ts";
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
  for (const folder of foldersUp(path.dirname(component)).slice(0, FOLDERS_ABOVE)) {
    const project = await detectProject(folder);
    if (project === undefined || project.guest.id === "ready-wasm") continue;
    return callables(await worldsOf(session, Uri.file(folder)).catch(() => []));
  }
  return [];
}

async function functionsInBinary(session: Session, component: string): Promise<readonly ComponentFunction[]> {
  try {
    return exportedFunctions(await readFile(component));
  } catch (error) {
    session.log.warn(`The functions of ${component} can't be read from it: ${error}`);
    return [];
  }
}

function fromBinary({ instance, name, type }: ComponentFunction): Callable {
  const params = type.params.map(param => ({ name: param.name, type: typeText(param.type) }));
  const result = type.result === undefined ? {} : { result: typeText(type.result) };
  const hasHandle = [...type.params.map(param => param.type), type.result].some(isHandle);
  const notInvocable =
    name.startsWith("[") || hasHandle
      ? { notInvocable: "It has to do with a resource, for which no text can stand." }
      : {};
  return {
    ...(instance === undefined ? {} : { instance }),
    name,
    info: { name, params, ...result, ...notInvocable },
    type,
  };
}

/** Whether a handle is the type itself or in an option, a list or a result of it; deeper ones show when the call is made. */
function isHandle(type: WitType | undefined): boolean {
  switch (type?.kind) {
    case "handle":
      return true;
    case "option":
    case "list":
      return isHandle(type.element);
    case "result":
      return isHandle(type.ok) || isHandle(type.err);
    default:
      return false;
  }
}
