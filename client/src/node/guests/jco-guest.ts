// What the guests JavaScript and TypeScript share: a package.json, a WIT package and a module, made into a component by jco componentize.
import { mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Flavour } from "../../scaffold/javascript/module.ts";
import { javascriptProject, usesHttp } from "../../scaffold/javascript/project.ts";
import { jcoFeatureArguments } from "../../wit/wit-features.ts";
import type { WorldModel } from "../../wit/world-model.ts";
import { parseJcoErrors, type ToolProblem } from "../build-errors.ts";
import { foldersUp, isFile } from "../find-program.ts";
import { findJco, JCO_PACKAGE, type Jco, npmInstall } from "../jco.ts";
import { nodeCall, runTool } from "../process.ts";
import type {
  BindingsOutcome,
  BindingsRequest,
  BuildOutcome,
  BuildRequest,
  Guest,
  GuestProject,
  Limits,
  LocatedProblem,
  MissingTool,
} from "./guest.ts";
import { componentPath, isFolder, succeeded } from "./steps.ts";

/** The guest whose modules have one of the endings. */
export function jcoGuest(id: Flavour, label: string, endings: readonly string[]): Guest {
  const guest: Guest = {
    id,
    label,
    needs: [],
    detect: folder => detect(guest, folder, endings),
    build,
    outputs: async (project, world) => [componentPath(project, world)],
    scaffold: request => javascriptProject(request, id),
    limits,
    bindings,
  };
  return guest;
}

function limits(world: WorldModel): readonly Limits[] {
  const tool = usesHttp(world) ? "jco 1.35 with StarlingMonkey" : "jco 1.35 with QuickJS";
  return [
    { tool, lacks: ["accessor"], isFinal: true },
    usesHttp(world)
      ? {
          tool,
          lacks: ["fixed-length-list", "map", "async-export", "channel", "inline-resource", "unstable"],
          unreadable: ["accessor", "label", "external-id"],
        }
      : {
          tool,
          lacks: ["label", "fixed-length-list", "error-context", "async-import", "world-resource", "unstable"],
          unreadable: ["accessor", "external-id"],
        },
  ];
}

const COMMON_ENTRIES = ["index", "src/index", "component", "src/component", "main", "src/main"];

async function detect(guest: Guest, folder: string, endings: readonly string[]): Promise<GuestProject | undefined> {
  const manifest = await readManifest(folder);
  if (manifest === undefined) return undefined;
  const aimsAtComponents = usesJco(manifest) || (await isFolder(path.join(folder, "wit")));
  if (!aimsAtComponents) return undefined;
  const entry = await findEntry(folder, manifest, endings);
  return entry === undefined ? undefined : { guest, folder, entry };
}

interface Manifest {
  readonly name?: unknown;
  readonly main?: unknown;
  readonly module?: unknown;
  readonly dependencies?: Readonly<Record<string, unknown>>;
  readonly devDependencies?: Readonly<Record<string, unknown>>;
}

async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function usesJco({ dependencies, devDependencies }: Manifest): boolean {
  return JCO_PACKAGE in { ...dependencies, ...devDependencies };
}

async function findEntry(
  folder: string,
  { name, main, module }: Manifest,
  endings: readonly string[],
): Promise<string | undefined> {
  const named = [module, main]
    .filter(value => typeof value === "string")
    .filter(file => endings.includes(path.extname(file)));
  const own =
    typeof name === "string" ? [name.replace(/^@[^/]*\//, ""), path.basename(folder)] : [path.basename(folder)];
  const guessed = [...own, ...COMMON_ENTRIES].flatMap(base => endings.map(ending => base + ending));
  for (const candidate of [...named, ...guessed]) {
    const file = path.resolve(folder, candidate);
    if (await isFile(file)) return file;
  }
  return undefined;
}

async function build(project: GuestProject, request: BuildRequest): Promise<BuildOutcome> {
  const found = await findJco(project.folder, request.tools.jco);
  if (found.kind === "missing") return missingJco(project.folder, found.message);
  const component = componentPath(project, request.world);
  await mkdir(path.dirname(component), { recursive: true });
  const args = componentizeArguments(project.entry, component, request, found.jco);
  const end = await runTool(nodeCall(found.jco.script, args, project.folder, { NO_COLOR: "1" }), request.watch);
  if (succeeded(end)) return { kind: "built", component };
  const problems = parseJcoErrors(`${end.stderr}\n${end.stdout}`);
  return { kind: "failed", end, problems: await Promise.all(problems.map(problem => locate(problem, project))) };
}

/** A project that names jco among its dependencies lacks them all. */
async function missingJco(folder: string, message: string): Promise<MissingTool> {
  const manifest = await readManifest(folder);
  const name = manifest !== undefined && usesJco(manifest) ? undefined : JCO_PACKAGE;
  return { kind: "missing-tool", message, install: await npmInstall(folder, name) };
}

/** Types for what the world imports and exports. */
async function bindings({ into, world, witPath, features, tools, watch }: BindingsRequest): Promise<BindingsOutcome> {
  const found = await findJco(into, tools.jco);
  if (found.kind === "missing") return missingJco(into, found.message);
  const worldName = world === undefined ? [] : ["--world-name", world];
  const args = ["guest-types", witPath, ...worldName, ...jcoFeatureArguments(features), "--quiet", "--out-dir", into];
  const end = await runTool(nodeCall(found.jco.script, args, into, { NO_COLOR: "1" }), watch);
  if (!succeeded(end)) return { kind: "failed", end };
  const names = await readdir(into, { recursive: true });
  return { kind: "written", files: names.filter(name => name.endsWith(".d.ts")).map(name => path.join(into, name)) };
}

/** The arguments of `jco`; paths are absolute, because jco resolves relative ones twice when it runs in another folder. */
export function componentizeArguments(
  entry: string,
  component: string,
  request: BuildRequest,
  jco: Jco,
): readonly string[] {
  const { world, witPath, tools } = request;
  const worldName = world === undefined ? [] : ["--world-name", world];
  const { jcoArguments } = tools.jco;
  const engine = jcoArguments.includes("--backend") ? [] : engineArguments(request, jco);
  return ["componentize", entry, "--wit", witPath, ...worldName, ...engine, ...jcoArguments, "-o", component];
}

function engineArguments({ usesHttp, tools }: BuildRequest, { hasQuickjs }: Jco): readonly string[] {
  // QuickJS has no wasi:http; StarlingMonkey imports it unless told otherwise.
  if (usesHttp) return [];
  if (tools.jco.jcoEngine === "quickjs" && hasQuickjs) return ["--backend", "qjs", "--backend-qjs-disable-async"];
  return ["-d", "http", "-d", "fetch-event"];
}

/** The engine names files from the entry's folder, other parts of jco from the project's. */
async function locate(problem: ToolProblem, project: GuestProject): Promise<LocatedProblem> {
  if (problem.file === undefined) return problem;
  for (const folder of [path.dirname(project.entry), ...foldersUp(path.dirname(project.entry), project.folder)]) {
    const candidate = path.resolve(folder, problem.file);
    if (await isFile(candidate)) return { ...problem, path: candidate };
  }
  return problem;
}
