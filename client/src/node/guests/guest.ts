// What the client knows about a language that components are written in; one file beside this one for each, listed in list.ts.
import type { ToolProblem } from "../build-errors.ts";
import type { ToolCall, ToolEnd, ToolWatch } from "../process.ts";

export interface Guest {
  readonly id: string;
  /** Name for people: `JavaScript`. */
  readonly label: string;
  /** The guest's project in exactly this folder, or `undefined`; reads file names and manifests only, runs nothing. */
  detect(folder: string): Promise<GuestProject | undefined>;
  /** Builds the component; what can go wrong is in the outcome, nothing is thrown for it. */
  build(project: GuestProject, request: BuildRequest): Promise<BuildOutcome>;
}

export interface GuestProject {
  readonly guest: Guest;
  /** Path of the project's folder. */
  readonly folder: string;
  /** Path of the source that the build starts from. */
  readonly entry: string;
}

export interface BuildRequest {
  /** Name of the world, for example `greeter`; when absent the tool takes the package's only one. */
  readonly world?: string;
  /** Whether the world has to do with wasi:http, which not every engine knows. */
  readonly usesHttp: boolean;
  /** Path of the folder (or the single file) of the WIT package. */
  readonly witPath: string;
  readonly tools: ToolSettings;
  readonly watch: ToolWatch;
}

/** Where tools are looked for and what they are given, from the settings. */
export interface ToolSettings {
  /** Setting `wit.jco.path`; empty when not set. */
  readonly jcoPath: string;
  readonly jcoEngine: "quickjs" | "starlingmonkey";
  readonly jcoArguments: readonly string[];
  /** The extension's own source folder while it is being developed; its node_modules count too. */
  readonly developmentFolder: string | undefined;
}

export type BuildOutcome =
  | { readonly kind: "built"; readonly component: string; readonly note?: string }
  | { readonly kind: "failed"; readonly problems: readonly LocatedProblem[]; readonly end: ToolEnd }
  | { readonly kind: "missing-tool"; readonly message: string; readonly install: ToolCall | undefined };

/** A tool's message whose file, where there is one, is a path on this machine. */
export interface LocatedProblem extends ToolProblem {
  readonly path?: string;
}
