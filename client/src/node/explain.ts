// Says why a job did not succeed: what the runtime says, or, where it looks for another version of WASI than the component has, that.
import { readFile } from "node:fs/promises";
import { exportedFunctions } from "../component/exports.ts";
import type { ToolEnd } from "./process.ts";
import type { Runtime } from "./run-targets/run-target.ts";

/** `undefined` after a success. */
export async function explainEnd(runtime: Runtime, end: ToolEnd, component: string): Promise<string | undefined> {
  return (await otherVersion(end, component)) ?? runtime.target.explain(end);
}

async function otherVersion({ how, stderr }: ToolEnd, component: string): Promise<string | undefined> {
  if (how.kind !== "exited" || how.code === 0) return undefined;
  const wanted = /no exported instance named `(wasi:(?:cli\/run|http\/[a-z-]*handler))@([^`]+)`/.exec(stderr);
  if (wanted === null) return undefined;
  const [, name, version] = wanted;
  // WASI 0.3 has another name for what is served.
  const names = name!.startsWith("wasi:http/") ? ["wasi:http/handler", "wasi:http/incoming-handler"] : [name];
  const found = (await exportedInstances(component)).find(instance => names.includes(instance.replace(/@.*/, "")));
  if (found === undefined) return undefined;
  return `The component exports ${found}, but this version of Wasmtime looks for ${name}@${version}. Build it with a version of WASI that fits, or use a version of Wasmtime that knows the component's.`;
}

async function exportedInstances(component: string): Promise<readonly string[]> {
  try {
    return exportedFunctions(await readFile(component)).flatMap(({ instance }) => instance ?? []);
  } catch {
    // What can't be read says nothing.
    return [];
  }
}
