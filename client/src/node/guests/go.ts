// The guest Go: the bindings of wit-bindgen, compiled by Go for WASI 0.1 and made into a component, or all of it by TinyGo.
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { goProject } from "../../scaffold/go/project.ts";
import type { WitFeatures } from "../../wit/wit-features.ts";
import { componentTool, componentToolError } from "../component-tool.ts";
import { isFile } from "../find-program.ts";
import { runTool, type ToolEnd } from "../process.ts";
import { surroundings } from "../surroundings.ts";
import { parseGoErrors } from "../tool-errors/go.ts";
import { parseWitBindgenError } from "../tool-errors/wit-bindgen.ts";
import { installedByCargo } from "../tools/cargo.ts";
import { toolCall } from "../tools/find.ts";
import { go as goTool } from "../tools/go.ts";
import { tinygo } from "../tools/tinygo.ts";
import type { FoundTool } from "../tools/tool.ts";
import { witBindgen } from "../tools/wit-bindgen.ts";
import type {
  BindingsOutcome,
  BindingsRequest,
  BuildOutcome,
  BuildRequest,
  Guest,
  GuestProject,
  MissingTool,
} from "./guest.ts";
import { componentOf, componentPath, failed, isFolder, located, missing, OWN_WASM_TOOLS, succeeded } from "./steps.ts";
import { makeBindings, type Written } from "./wit-bindings.ts";

const BINDINGS = "Go with wit-bindgen 0.63";

export const go: Guest = {
  id: "go",
  label: "Go",
  needs: [[goTool, tinygo], [witBindgen]],
  detect,
  build,
  outputs: async (project, world) => [componentPath(named(project), world)],
  scaffold: goProject,
  limits: () => [
    {
      tool: BINDINGS,
      // What exports async functions links with a Go of its own alone.
      lacks: ["async-export", "fixed-length-list", "error-context", "handle-alias", "both-ways-type", "label-types"],
    },
    { tool: BINDINGS, lacks: ["accessor"], isFinal: true },
    { tool: OWN_WASM_TOOLS, unreadable: ["accessor"], isFinal: true },
  ],
  bindings,
};

const ENTRIES = ["main.go", "component.go", "wit_exports.go", "go.mod"];

async function detect(folder: string): Promise<GuestProject | undefined> {
  const module = await readModule(folder);
  if (module === undefined) return undefined;
  const aimsAtComponents = module.includes("go.bytecodealliance.org/") || (await isFolder(path.join(folder, "wit")));
  if (!aimsAtComponents) return undefined;
  const there = new Set(await readdir(folder));
  const entry = ENTRIES.find(name => there.has(name)) ?? "go.mod";
  return { guest: go, folder, entry: path.join(folder, entry) };
}

async function readModule(folder: string): Promise<string | undefined> {
  return readFile(path.join(folder, "go.mod"), "utf8").catch(() => undefined);
}

async function build(project: GuestProject, request: BuildRequest): Promise<BuildOutcome> {
  // This package comes from the generator for TinyGo, whose bindings are in the project.
  const isForTinygo = (await readModule(project.folder))?.includes("go.bytecodealliance.org/cm") === true;
  await mkdir(path.join(project.folder, "dist"), { recursive: true });
  return isForTinygo ? buildWithTinygo(project, request) : buildWithGo(project, request);
}

async function buildWithTinygo(project: GuestProject, request: BuildRequest): Promise<BuildOutcome> {
  const lookup = await request.tools.find(tinygo);
  if (lookup.kind === "missing") return missing(lookup);
  const { found } = lookup;
  const component = componentPath(named(project), request.world);
  const world = request.world === undefined ? [] : ["--wit-world", request.world];
  const args = [
    "build",
    "-target=wasip2",
    "--wit-package",
    request.witPath,
    ...world,
    ...found.arguments,
    "-o",
    component,
  ];
  const end = await runTool(toolCall(found, [...args, "."], project.folder), request.watch);
  if (succeeded(end)) return { kind: "built", component, ...withoutFeatures(request.features) };
  if (/exec: "wasm-tools":/.test(end.stderr)) return lacksWasmTools();
  return failed(end, located(parseGoErrors(`${end.stderr}\n${end.stdout}`), project.folder));
}

/** It calls the program, and can't be given ours, which is none. */
async function lacksWasmTools(): Promise<MissingTool> {
  const { text, call } = await installedByCargo("wasm-tools", surroundings());
  const message = `TinyGo needs the program wasm-tools, which was not found. ${text}`;
  return { kind: "missing-tool", message, install: call };
}

function withoutFeatures({ names, all }: WitFeatures): { readonly note?: string } {
  const note = "TinyGo can't be told which features are switched on, and leaves out what they gate.";
  return all || names.length > 0 ? { note } : {};
}

async function buildWithGo(project: GuestProject, request: BuildRequest): Promise<BuildOutcome> {
  const compiler = await request.tools.find(goTool);
  if (compiler.kind === "missing") return missing(compiler);
  const bindgen = await request.tools.find(witBindgen);
  if (bindgen.kind === "missing") return missing(bindgen);
  const { folder } = project;
  const made = await writeBindings(bindgen.found, request, folder);
  if (!succeeded(made)) return failed(made, located([parseWitBindgenError(made.stderr)], folder));
  const dist = path.join(folder, "dist");
  const core = path.join(dist, "core.wasm");
  const compiled = await compile(compiler.found, core, folder, request);
  if (!succeeded(compiled))
    return failed(compiled, located(parseGoErrors(`${compiled.stderr}\n${compiled.stdout}`), folder));
  const whole = path.join(dist, "core-with-world.wasm");
  try {
    const { witPath, features } = request;
    const job = { kind: "embed", witPath, features, core, out: whole } as const;
    const world = request.world === undefined ? {} : { world: request.world };
    const end = await componentTool({ ...job, ...world }, request.tools.extensionFolder, request.watch);
    if (!succeeded(end)) return failed(end, [{ message: componentToolError(end) }]);
    return await componentOf(whole, "reactor", componentPath(named(project), request.world), request);
  } finally {
    await Promise.all([core, whole].map(file => rm(file, { force: true })));
  }
}

/** A component without a known world is named after its project: there is no one source. */
function named({ guest, folder }: GuestProject): GuestProject {
  return { guest, folder, entry: folder };
}

async function compile(found: FoundTool, core: string, folder: string, { watch }: BuildRequest): Promise<ToolEnd> {
  // A new project has no checksums yet; modules in the project itself need none.
  const mode = (await isFolder(path.join(folder, "vendor"))) ? [] : ["-mod=mod"];
  // The bindings' runtime calls parts of Go's own that others may not, unless this is off.
  const args = [
    "build",
    ...mode,
    "-buildmode=c-shared",
    "-ldflags=-checklinkname=0",
    ...found.arguments,
    "-o",
    core,
    ".",
  ];
  return runTool(toolCall(found, args, folder, { GOOS: "wasip1", GOARCH: "wasm" }), watch);
}

/** Writes the bindings into a folder; a go.mod that is there stays as it is. */
async function writeBindings(
  found: FoundTool,
  request: Omit<Written, "language" | "into">,
  folder: string,
): Promise<ToolEnd> {
  const temp = await mkdtemp(path.join(tmpdir(), "wit-go-"));
  try {
    const end = await makeBindings(found, { ...request, language: ["go"], into: temp }, folder);
    if (!succeeded(end)) return end;
    const keepsModule = await isFile(path.join(folder, "go.mod"));
    const filter = (file: string): boolean => !(keepsModule && file === path.join(temp, "go.mod"));
    await cp(temp, folder, { recursive: true, filter });
    return end;
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

async function bindings(request: BindingsRequest): Promise<BindingsOutcome> {
  const lookup = await request.tools.find(witBindgen);
  if (lookup.kind === "missing") return missing(lookup);
  const end = await writeBindings(lookup.found, request, request.into);
  if (!succeeded(end)) return { kind: "failed", end };
  const files = await readdir(request.into, { recursive: true });
  const isBinding = (file: string): boolean => /(?:^|[\\/])(?:wit_bindings\.go|wit_exports\.go|empty\.s)$/.test(file);
  return { kind: "written", files: files.filter(isBinding).map(file => path.join(request.into, file)) };
}
