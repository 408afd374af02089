// What a launch configuration of the type "wasmtime" says.
import type { RunArguments } from "../commands/results.ts";

export const launchType = "wasmtime";

/** The run that is meant; a message where the configuration makes no sense. */
export function readLaunch(given: unknown): RunArguments | { readonly problem: string } {
  const { program, folder, world, args = [] } = (given ?? {}) as Readonly<Record<string, unknown>>;
  for (const [name, value] of Object.entries({ program, folder, world }))
    if (value !== undefined && typeof value !== "string")
      return { problem: `"${name}" in the launch configuration is a text.` };
  if (!Array.isArray(args) || !args.every(arg => typeof arg === "string"))
    return { problem: '"args" in the launch configuration is a list of texts.' };
  return {
    ...(typeof program === "string" ? { component: program } : {}),
    ...(typeof folder === "string" ? { folder } : {}),
    ...(typeof world === "string" ? { world } : {}),
    args,
  };
}
