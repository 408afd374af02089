// What the client knows about something that runs components; one file beside this one for each, listed in list.ts.
import type { Surroundings } from "../find-program.ts";
import type { ToolEnd, ToolWatch } from "../process.ts";

export interface RunTarget {
  readonly id: "wasmtime" | "embedded";
  /** Name for people. */
  readonly label: string;
  /** Looks for the runtime; runs at most its `--version`. */
  find(search: RuntimeSearch): Promise<RuntimeLookup>;
  /** Runs the job to its end, with no files, environment or network for the guest. Never rejects. */
  start(runtime: Runtime, job: Job, watch: ToolWatch): Promise<ToolEnd>;
  /** Why a job that did not succeed ended as it did, in words; `undefined` after a success. */
  explain(end: ToolEnd): string | undefined;
}

/** Where runtimes are looked for. */
export interface RuntimeSearch {
  readonly around: Surroundings;
  /** Setting `wit.wasmtime.path`; empty when not set. */
  readonly wasmtimePath: string;
  /** Relative settings start here. */
  readonly workspaceFolder: string | undefined;
  readonly extensionFolder: string;
  /** The extension's own source folder while it is being developed; its `.tools` count too. */
  readonly developmentFolder: string | undefined;
}

/** A runtime that was found and answered. */
export interface Runtime {
  readonly target: RunTarget;
  readonly path: string;
  /** For people: `Wasmtime 49.0.3`. */
  readonly title: string;
}

export type RuntimeLookup =
  | { readonly kind: "found"; readonly runtime: Runtime }
  | { readonly kind: "missing"; readonly message: string };

export type Job =
  | { readonly kind: "run"; readonly component: string; readonly args: readonly string[] }
  /** `call` is WAVE: `demo:kit/shapes.area@0.1.0(rect((2.0, 4)))`. */
  | { readonly kind: "invoke"; readonly component: string; readonly call: string };
