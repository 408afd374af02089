// The guest Python: a module whose classes have a world's exports, made into a component by componentize-py.
import { mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { pythonProject } from "../../scaffold/python/project.ts";
import { featureArguments } from "../../wit/wit-features.ts";
import { isFile } from "../find-program.ts";
import { runTool } from "../process.ts";
import { parsePythonErrors } from "../tool-errors/python.ts";
import { componentizePy } from "../tools/componentize-py.ts";
import { toolCall } from "../tools/find.ts";
import type {
  BindingsOutcome,
  BindingsRequest,
  BuildOutcome,
  BuildRequest,
  Guest,
  GuestProject,
  WorldSource,
} from "./guest.ts";
import { componentPath, failed, isFolder, located, missing, succeeded } from "./steps.ts";

const TRIED = "componentize-py 0.25";

export const python: Guest = {
  id: "python",
  label: "Python",
  needs: [[componentizePy]],
  detect,
  build,
  outputs: async (project, world) => [componentPath(project, world)],
  scaffold: pythonProject,
  limits: () => [
    { tool: TRIED, lacks: ["accessor"], isFinal: true },
    {
      tool: TRIED,
      lacks: ["fixed-length-list", "map", "error-context", "world-resource", "bare-resource", "empty-export"],
      unreadable: ["accessor", "label", "external-id"],
    },
  ],
  bindings,
};

const MANIFESTS = ["pyproject.toml", "requirements.txt", "requirements-dev.txt"];
const ENTRIES = ["app.py", "main.py", "src/app.py", "src/main.py"];

async function detect(folder: string): Promise<GuestProject | undefined> {
  const isNamed = (await Promise.all(MANIFESTS.map(name => names(path.join(folder, name))))).includes(true);
  if (!isNamed && !(await isFolder(path.join(folder, "wit")))) return undefined;
  const entry = await findEntry(folder, isNamed);
  return entry === undefined ? undefined : { guest: python, folder, entry };
}

async function names(manifest: string): Promise<boolean> {
  return (await readFile(manifest, "utf8").catch(() => "")).includes("componentize-py");
}

/** A folder that does not name componentize-py may have a script that is about something else: only the usual names count. */
async function findEntry(folder: string, isNamed: boolean): Promise<string | undefined> {
  const own = `${path.basename(folder).replaceAll("-", "_")}.py`;
  for (const name of [...ENTRIES, own]) {
    const file = path.join(folder, ...name.split("/"));
    if (await isFile(file)) return file;
  }
  if (!isNamed) return undefined;
  const modules = (await readdir(folder).catch(() => [])).filter(name => name.endsWith(".py") && name !== "setup.py");
  return modules.length === 1 ? path.join(folder, modules[0]!) : undefined;
}

async function build(project: GuestProject, { tools, watch, ...source }: BuildRequest): Promise<BuildOutcome> {
  const lookup = await tools.find(componentizePy);
  if (lookup.kind === "missing") return missing(lookup);
  const { found } = lookup;
  const module = path.basename(project.entry, ".py");
  const component = componentPath(project, source.world);
  await mkdir(path.dirname(component), { recursive: true });
  const args = [...packageArguments(source), "componentize", module, "-o", component, ...found.arguments];
  // It looks for modules in the folder that it runs in, and for packages in the environment that is active.
  const cwd = path.dirname(project.entry);
  const end = await runTool(toolCall(found, args, cwd, await environment(project.folder)), watch);
  if (succeeded(end)) return { kind: "built", component };
  return failed(end, located(parsePythonErrors(`${end.stderr}\n${end.stdout}`), cwd));
}

export function packageArguments({ witPath, world, features }: WorldSource): readonly string[] {
  return ["-d", witPath, ...(world === undefined ? [] : ["-w", world]), ...featureArguments(features)];
}

async function environment(folder: string): Promise<Readonly<Record<string, string>>> {
  const own = path.join(folder, ".venv");
  return (await isFolder(own)) ? { VIRTUAL_ENV: own } : {};
}

/** The modules that a project's code imports; its build makes them anew and needs no copies. */
async function bindings({ into, tools, watch, ...source }: BindingsRequest): Promise<BindingsOutcome> {
  const lookup = await tools.find(componentizePy);
  if (lookup.kind === "missing") return missing(lookup);
  const args = [...packageArguments(source), "bindings", into];
  const end = await runTool(toolCall(lookup.found, args, into), watch);
  if (!succeeded(end)) return { kind: "failed", end };
  const files = await readdir(into, { recursive: true });
  return {
    kind: "written",
    files: files.filter(file => /\.pyi?$/.test(file)).map(file => path.join(into, file)),
  };
}
