// What the client knows about something that runs components; one file beside this one for each, listed in list.ts.
import type { Surroundings } from "../find-program.ts";
import type { ToolEnd, ToolWatch } from "../process.ts";
import type { Grants } from "./grants.ts";

export interface RunTarget {
  readonly id: "wasmtime" | "embedded";
  /** Name for people. */
  readonly label: string;
  /** Looks for the runtime; runs at most its `--version`. */
  find(search: RuntimeSearch): Promise<RuntimeLookup>;
  /** Runs the job to its end; the guest gets what the job grants and nothing else. Never rejects. */
  start(runtime: Runtime, job: Job, watch: ToolWatch): Promise<ToolEnd>;
  /** What of the job the runtime can't do, in words; `undefined` when it can do all of it. */
  shortcoming(job: Job): string | undefined;
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
  /** Where the extension installs Wasmtime when it is asked to. */
  readonly installedFolder?: string;
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

/** What is to be done with a component. */
export type Task =
  | { readonly kind: "run"; readonly component: string; readonly args: readonly string[] }
  /** `call` is WAVE: `demo:kit/shapes.area@0.1.0(rect((2.0, 4)))`. */
  | { readonly kind: "invoke"; readonly component: string; readonly call: string }
  /** Answers HTTP requests at a free port of 127.0.0.1 until it is stopped; says at which as `servedPort` reads it. */
  | { readonly kind: "serve"; readonly component: string };

/** A task with what its guest may use. Read-only folders are copies already: no runtime can keep a guest from writing. */
export type Job = Task & { readonly grants: Grants };

/** The port in what a runtime prints once it serves; `undefined` before. */
export function servedPort(printed: string): number | undefined {
  const port = /Serving HTTP on http:\/\/127\.0\.0\.1:(\d+)\//.exec(printed)?.[1];
  return port === undefined ? undefined : Number(port);
}
