// What guests that are built in several steps have in common: tools are found first, and the first step that fails ends the build.
import { stat } from "node:fs/promises";
import path from "node:path";
import type { ToolProblem } from "../build-errors.ts";
import { componentTool, componentToolError } from "../component-tool.ts";
import type { ToolEnd } from "../process.ts";
import type { ToolLookup } from "../tools/tool.ts";
import type { BuildOutcome, BuildRequest, GuestProject, LocatedProblem, MissingTool } from "./guest.ts";

/** As what people know it in messages. */
export const OWN_WASM_TOOLS = "the wasm-tools in this extension";

export function missing({ message, install }: Extract<ToolLookup, { kind: "missing" }>): MissingTool {
  return { kind: "missing-tool", message, install };
}

export function succeeded({ how }: ToolEnd): boolean {
  return how.kind === "exited" && how.code === 0;
}

/** Problems as tools name their files, with the paths that these have from a folder. */
export function located(problems: readonly ToolProblem[], folder: string): readonly LocatedProblem[] {
  return problems.map(problem => {
    if (problem.file === undefined) return problem;
    const place = path.resolve(folder, problem.file);
    return { ...problem, path: place, file: path.relative(folder, place) };
  });
}

/** A tool that was stopped has no problems to tell, only how it ended. */
export function failed(end: ToolEnd, problems: readonly LocatedProblem[]): BuildOutcome {
  return { kind: "failed", end, problems: end.how.kind === "exited" ? problems : [] };
}

/** The last step: a core module with its world inside becomes the component. */
export async function componentOf(
  core: string,
  adapter: "command" | "reactor",
  component: string,
  { tools, watch }: BuildRequest,
): Promise<BuildOutcome> {
  const end = await componentTool({ kind: "new", core, adapter, out: component }, tools.extensionFolder, watch);
  return succeeded(end) ? { kind: "built", component } : failed(end, [{ message: componentToolError(end) }]);
}

/** Where a project's component goes. */
export function componentPath({ folder, entry }: GuestProject, world: string | undefined): string {
  // The name alone of `a:b/greeter@1.0.0` and `%world`.
  const name = world === undefined ? path.parse(entry).name : world.replace(/^.*\/|@.*$/g, "").replace("%", "");
  return path.join(folder, "dist", `${name}.wasm`);
}

export async function isFolder(place: string): Promise<boolean> {
  return stat(place).then(
    found => found.isDirectory(),
    () => false,
  );
}
