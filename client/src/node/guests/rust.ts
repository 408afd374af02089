// The guest of Rust: cargo for the target wasm32-wasip2, whose linker gives components; cargo-component where the manifest asks for it.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { rustProject } from "../../scaffold/rust/project.ts";
import type { ToolProblem } from "../build-errors.ts";
import { foldersUp, isFile } from "../find-program.ts";
import { runTool, type ToolEnd, type ToolWatch } from "../process.ts";
import { surroundings } from "../surroundings.ts";
import { type CargoMessages, cargoMessages, lacksTarget, parseCargoErrors } from "../tool-errors/cargo.ts";
import { addTarget, cargo, cargoComponent } from "../tools/cargo.ts";
import { toolCall } from "../tools/find.ts";
import type { FoundTool, ToolLookup } from "../tools/tool.ts";
import type { BuildOutcome, BuildRequest, Guest, GuestProject, LocatedProblem, Toolbox } from "./guest.ts";
import { isComponent } from "./ready-wasm.ts";
import { failed, isFolder, missing, succeeded } from "./steps.ts";
import { writeBindings } from "./wit-bindings.ts";

const BINDINGS = "wit-bindgen 0.63";

export const rust: Guest = {
  id: "rust",
  label: "Rust",
  needs: [[cargo]],
  detect,
  build,
  outputs,
  scaffold: ({ world, name, witPath, specifier }) => rustProject(world, name, witPath, specifier),
  // A project's macro makes its own; these are for those who want to read them, or to do without it.
  bindings: request => writeBindings(["rust", "--generate-all"], request),
  limits: () => [
    { tool: BINDINGS, lacks: ["accessor-clash", "setter-clash"], isFinal: true },
    { tool: BINDINGS, lacks: ["handle-alias", "name-of-namespace"] },
    { tool: "the linker of Rust 1.95", lacks: ["accessor", "label"], unreadable: ["external-id"] },
  ],
};

const TARGET = "wasm32-wasip2";
/** cargo-component makes a component of what is compiled for WASI 0.1. */
const TARGET_OF_CARGO_COMPONENT = "wasm32-wasip1";
const FOR_CARGO_COMPONENT = /^\s*\[package\.metadata\.component\b/m;

async function detect(folder: string): Promise<GuestProject | undefined> {
  const manifest = await readFile(path.join(folder, "Cargo.toml"), "utf8").catch(() => "");
  if (!/^\s*\[package\]/m.test(manifest)) return undefined;
  const isGuest = /^\s*(?:wit-bindgen|wasip?[23]?)(?:-rt)?\s*=/m.test(manifest) || FOR_CARGO_COMPONENT.test(manifest);
  if (!isGuest && !(await isFolder(path.join(folder, "wit")))) return undefined;
  const named = /^\s*path\s*=\s*"([^"]+\.rs)"/m.exec(manifest)?.[1];
  for (const file of [...(named === undefined ? [] : [named]), "src/lib.rs", "src/main.rs"]) {
    const entry = path.join(folder, file);
    if (await isFile(entry)) return { guest: rust, folder, entry };
  }
  return undefined;
}

async function build(project: GuestProject, { tools, watch }: BuildRequest): Promise<BuildOutcome> {
  const builder = await findBuilder(project, tools);
  if (builder.kind === "missing") return missing(builder);
  const messages = cargoMessages();
  const { found } = builder;
  const call = toolCall(found, cargoArguments(found), project.folder, {
    CARGO_TERM_COLOR: "never",
    CARGO_TERM_PROGRESS_WHEN: "never",
  });
  const end = await runTool(call, readable(watch, messages));
  if (!succeeded(end)) return failure(project, found, messages.problems, end);
  const component = artifactOf(project, messages);
  if (component === undefined) {
    const message = 'cargo built no .wasm file of this package: say crate-type = ["cdylib"] under [lib] in Cargo.toml.';
    return failed(end, [{ message, file: "Cargo.toml", path: path.join(project.folder, "Cargo.toml") }]);
  }
  if (await isComponent(component)) return { kind: "built", component };
  return failed(end, [
    { message: `cargo built ${component}, which is a core module: the target in Cargo's settings is not ${TARGET}.` },
  ]);
}

/** cargo-component for projects of its own, where it is there; cargo can build most of them too. */
async function findBuilder({ folder }: GuestProject, tools: Toolbox): Promise<ToolLookup> {
  const manifest = await readFile(path.join(folder, "Cargo.toml"), "utf8");
  const special = FOR_CARGO_COMPONENT.test(manifest) ? await tools.find(cargoComponent) : undefined;
  return special?.kind === "found" ? special : tools.find(cargo);
}

/** What the settings add comes behind the command, as cargo wants it. cargo-component chooses the target, and takes one format alone. */
export function cargoArguments({ tool, arguments: more }: Pick<FoundTool, "tool" | "arguments">): readonly string[] {
  if (tool.id === "cargoComponent")
    return ["component", "build", "--release", "--message-format=json-render-diagnostics", ...more];
  return ["build", "--target", TARGET, "--release", "--message-format=json", ...more];
}

/** Passes on what a person can read, not cargo's JSON. */
function readable(watch: ToolWatch, messages: CargoMessages): ToolWatch {
  return {
    ...watch,
    onOutput: (stream, text) => {
      const shown = stream === "stdout" ? messages.take(text) : text;
      if (shown !== "") watch.onOutput?.(stream, shown);
    },
  };
}

function artifactOf({ folder }: GuestProject, { artifacts }: CargoMessages): string | undefined {
  const manifest = path.join(folder, "Cargo.toml");
  const own = artifacts.filter(each => path.relative(each.manifest, manifest) === "");
  const ordered = [...own.filter(each => each.isLibrary), ...own.filter(each => !each.isLibrary)];
  return ordered.flatMap(each => each.files).find(file => file.endsWith(".wasm"));
}

const FOLDERS_ABOVE = 4;

/** In the folder of the workspace that the project is in, where it is in one. */
async function outputs({ folder }: GuestProject): Promise<readonly string[]> {
  const manifest = await readFile(path.join(folder, "Cargo.toml"), "utf8").catch(() => "");
  const own = nameIn(manifest, "package");
  const names = [nameIn(manifest, "lib") ?? own?.replaceAll("-", "_"), own].filter(name => name !== undefined);
  const above = foldersUp(folder).slice(0, FOLDERS_ABOVE);
  return [TARGET, TARGET_OF_CARGO_COMPONENT].flatMap(target =>
    above.flatMap(each => names.map(name => path.join(each, "target", target, "release", `${name}.wasm`))),
  );
}

function nameIn(manifest: string, table: "lib" | "package"): string | undefined {
  return new RegExp(`^\\s*\\[${table}\\]\\s*$[^[]*?^\\s*name\\s*=\\s*"([^"]+)"`, "m").exec(manifest)?.[1];
}

async function failure(
  project: GuestProject,
  { tool }: FoundTool,
  compiled: readonly ToolProblem[],
  end: ToolEnd,
): Promise<BuildOutcome> {
  const target = tool.id === "cargoComponent" ? TARGET_OF_CARGO_COMPONENT : TARGET;
  if (end.how.kind === "exited" && lacksTarget(compiled, end.stdout + end.stderr, target)) {
    const message = `Rust's standard library for ${target}, for which components are compiled, is not installed. Install it with "rustup target add ${target}".`;
    return { kind: "missing-tool", message, install: await addTarget(target, surroundings()) };
  }
  const problems = compiled.length > 0 ? compiled : parseCargoErrors(end.stderr);
  return failed(end, await Promise.all(problems.map(problem => locate(problem, project))));
}

/** The compiler names files from the folder of the workspace that the project is in. */
async function locate(problem: ToolProblem, { folder }: GuestProject): Promise<LocatedProblem> {
  if (problem.file === undefined) return problem;
  for (const above of foldersUp(folder)) {
    const place = path.resolve(above, problem.file);
    if (await isFile(place)) return { ...problem, path: place };
  }
  return problem;
}
