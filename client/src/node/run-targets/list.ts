// THE list of runtimes, best first; a new one is one file and one line here.
import { embedded } from "./embedded.ts";
import type { RunTarget, Runtime, RuntimeSearch } from "./run-target.ts";
import { wasmtime } from "./wasmtime.ts";

export const runTargets: readonly RunTarget[] = [wasmtime, embedded];

export type RuntimeChoice = "auto" | "wasmtime" | "embedded";

/** The runtime to use, and why better ones were passed over. */
export interface ChosenRuntime {
  readonly runtime: Runtime | undefined;
  readonly missing: readonly string[];
}

/** The first runtime that the choice allows and that is there. */
export async function chooseRuntime(choice: RuntimeChoice, search: RuntimeSearch): Promise<ChosenRuntime> {
  const missing: string[] = [];
  for (const target of runTargets) {
    if (choice !== "auto" && choice !== target.id) continue;
    const lookup = await target.find(search);
    if (lookup.kind === "found") return { runtime: lookup.runtime, missing };
    missing.push(lookup.message);
  }
  return { runtime: undefined, missing };
}
