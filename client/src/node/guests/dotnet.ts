// The guest of .NET: a C# project with componentize-dotnet, published by the .NET SDK.
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { dotnetProject } from "../../scaffold/dotnet/project.ts";
import { runTool } from "../process.ts";
import { parseMsBuildErrors } from "../tool-errors/msbuild.ts";
import { dotnet as dotnetTool } from "../tools/dotnet.ts";
import { toolCall } from "../tools/find.ts";
import type { BuildOutcome, BuildRequest, Guest, GuestProject } from "./guest.ts";
import { isComponent } from "./ready-wasm.ts";
import { failed, located, missing, succeeded } from "./steps.ts";

const BINDINGS = "wit-bindgen 0.58 for C#";

export const dotnet: Guest = {
  id: "dotnet",
  label: "C#",
  needs: [[dotnetTool]],
  detect,
  build,
  outputs,
  scaffold: ({ world, name, witPath, specifier }) => dotnetProject(world, name, witPath, specifier),
  limits: () => [
    { tool: BINDINGS, lacks: ["accessor", "option-of-alias"], isFinal: true },
    {
      tool: BINDINGS,
      lacks: ["fixed-length-list", "error-context", "handle-alias"],
      unreadable: ["accessor", "external-id"],
      isUntried: true,
    },
  ],
};

async function detect(folder: string): Promise<GuestProject | undefined> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.endsWith(".csproj")) continue;
    const text = await readFile(path.join(folder, name), "utf8").catch(() => "");
    if (!/BytecodeAlliance\.Componentize\.DotNet\.|<Wit\b/.test(text)) continue;
    return { guest: dotnet, folder, entry: path.join(folder, name) };
  }
  return undefined;
}

async function build(project: GuestProject, { tools, watch }: BuildRequest): Promise<BuildOutcome> {
  const lookup = await tools.find(dotnetTool);
  if (lookup.kind === "missing") return missing(lookup);
  const { found } = lookup;
  const args = ["publish", project.entry, "--configuration", "Release", "--nologo", ...found.arguments];
  // The messages are read by patterns.
  const env = { DOTNET_CLI_UI_LANGUAGE: "en", DOTNET_NOLOGO: "1", NO_COLOR: "1" };
  const end = await runTool(toolCall(found, args, project.folder, env), watch);
  if (!succeeded(end)) return failed(end, located(parseMsBuildErrors(`${end.stdout}\n${end.stderr}`), project.folder));
  const [component] = await outputs(project);
  if (component !== undefined) return { kind: "built", component };
  const message =
    "dotnet published no component below bin/Release: the project's RuntimeIdentifier has to be wasi-wasm.";
  return failed(end, [{ message, file: path.basename(project.entry), path: project.entry }]);
}

async function outputs({ folder }: GuestProject): Promise<readonly string[]> {
  const newest = await newestComponent(path.join(folder, "bin", "Release"));
  return newest === undefined ? [] : [newest];
}

/** What was published last, in `bin/Release/net10.0/wasi-wasm/publish` and the like. */
async function newestComponent(folder: string): Promise<string | undefined> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  let newest: { readonly file: string; readonly time: number } | undefined;
  for (const name of names.filter(each => each.endsWith(".wasm"))) {
    const file = path.join(folder, name);
    const time = (await stat(file)).mtimeMs;
    if ((newest === undefined || time > newest.time) && (await isComponent(file))) newest = { file, time };
  }
  return newest?.file;
}
