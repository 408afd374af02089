// What the form shows of each function that a component exports, with names and documentation from its project's WIT.
import path from "node:path";
import { Uri } from "vscode";
import { type FunctionForm, functionForm, refuseUngiven } from "../form/function-form.ts";
import type { ResolveAnswer, resolveRequest } from "../protocol.ts";
import { readWorld } from "../wit/read-world.ts";
import type { ResolveJson } from "../wit/resolve-json.ts";
import { binaryName, type Func } from "../wit/world-model.ts";
import { functionsOf, projectOf } from "./component-functions.ts";
import type { Session } from "./session.ts";
import { type World, worldsOf } from "./worlds.ts";

const RESOLVE: typeof resolveRequest = "wit/resolve";

/** Empty when neither the component nor its project's worlds can be read. */
export async function exportedForms(session: Session, component: string): Promise<readonly FunctionForm[]> {
  const found = await functionsOf(session, component);
  const models = await functionModels(session, component).catch(() => new Map<string, Func>());
  const forms = found.map(({ info, ...callable }) => {
    const model = models.get(keyOf(callable.instance, callable.name));
    return functionForm({ ...callable, text: info }, model);
  });
  return refuseUngiven(forms);
}

function keyOf(instance: string | undefined, name: string): string {
  return `${instance ?? ""}#${name}`;
}

/** The functions of the worlds of the component's project; without those of packages that have errors. */
async function functionModels(session: Session, component: string): Promise<ReadonlyMap<string, Func>> {
  const project = await projectOf(path.dirname(component));
  const worlds = project === undefined ? [] : await worldsOf(session, Uri.file(project.folder));
  const found = new Map<string, Func>();
  for (const world of worlds) {
    for (const [key, func] of await functionsIn(session, world)) if (!found.has(key)) found.set(key, func);
  }
  return found;
}

async function functionsIn(session: Session, { info, witPath }: World): Promise<readonly (readonly [string, Func])[]> {
  const answer = await session.server.request<ResolveAnswer | null>(RESOLVE, { uri: Uri.file(witPath).toString() });
  if (answer?.kind !== "resolved") return [];
  const model = readWorld(answer.resolve as ResolveJson, info.package, info.name);
  return (model?.exports ?? []).flatMap(item => {
    if (item.kind === "type") return [];
    if (item.kind === "function") return [[keyOf(undefined, item.function.name), item.function] as const];
    return item.interface.functions.map(func => [keyOf(item.interface.id, binaryName(func)), func] as const);
  });
}
