// What the client knows about a language that components are written in; one file beside this one for each, listed in list.ts.
import type { WitFeatures } from "../../wit/wit-features.ts";
import type { Construct, WorldModel } from "../../wit/world-model.ts";
import type { ToolProblem } from "../build-errors.ts";
import type { ToolCall, ToolEnd, ToolWatch } from "../process.ts";
import type { Tool, ToolLookup } from "../tools/tool.ts";

export interface Guest {
  readonly id: string;
  /** Name for people: `JavaScript`. */
  readonly label: string;
  /** What building takes; of each list one is enough. The Doctor shows them. */
  readonly needs: readonly (readonly Tool[])[];
  /** The guest's project in exactly this folder, or `undefined`; reads file names and manifests only, runs nothing. */
  detect(folder: string): Promise<GuestProject | undefined>;
  /** Builds the component; what can go wrong is in the outcome, nothing is thrown for it. */
  build(project: GuestProject, request: BuildRequest): Promise<BuildOutcome>;
  /** Paths where its builds put the component of a world, whether or not a file is there. */
  outputs(project: GuestProject, world: string | undefined): Promise<readonly string[]>;
  /** A new project that builds and runs at once; pure. Absent where there is nothing to write. */
  scaffold?(request: ScaffoldRequest): Scaffold;
  /** What its toolchain can't do yet: nothing is written for a world that has it. */
  limits?(world: WorldModel): readonly Limits[];
  /** Writes the bindings of a world into a folder. Absent where the build makes them and nobody reads them. */
  bindings?(request: BindingsRequest): Promise<BindingsOutcome>;
}

export interface Limits {
  /** With its version: a newer one may know more. */
  readonly tool: string;
  /** What no world may have. */
  readonly lacks?: readonly Construct[];
  /** What its reader of WIT does not know: no file of the package or its dependencies may have it. */
  readonly unreadable?: readonly Construct[];
  /** No newer tool would help: it is a part of this extension, or what a new project would have is no code of the language. */
  readonly isFinal?: true;
  /** Read in its sources, not tried: nobody is sent to it. */
  readonly isUntried?: true;
}

export interface GuestProject {
  readonly guest: Guest;
  /** Path of the project's folder. */
  readonly folder: string;
  /** Path of the source that the build starts from. */
  readonly entry: string;
}

/** A world and where tools read it. */
export interface WorldSource {
  /** The world as tools find it: `greeter`, `a:b/greeter@1.0.0`; when absent they take the package's only one. */
  readonly world?: string;
  /** Path of the folder (or the single file) of the WIT package. */
  readonly witPath: string;
  /** Those that are switched on for it. */
  readonly features: WitFeatures;
}

export interface BuildRequest extends WorldSource {
  /** Whether the world has to do with wasi:http, which not every engine knows. */
  readonly usesHttp: boolean;
  readonly tools: Toolbox;
  readonly watch: ToolWatch;
}

/** Finds tools for one project, and holds what the settings say about jco, which is no program but a package. */
export interface Toolbox {
  find(tool: Tool): Promise<ToolLookup>;
  readonly jco: JcoSettings;
  /** Path of the extension's folder, for programs and adapters that it brings. */
  readonly extensionFolder: string;
}

export interface JcoSettings {
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
  | MissingTool;

export interface MissingTool {
  readonly kind: "missing-tool";
  readonly message: string;
  readonly install: ToolCall | undefined;
}

/** A tool's message whose file, where there is one, is a path on this machine. */
export interface LocatedProblem extends ToolProblem {
  readonly path?: string;
}

export interface ScaffoldRequest {
  /** Name of the project's folder, in kebab case. */
  readonly name: string;
  readonly world: WorldModel;
  /** The world as tools find it in the package. */
  readonly specifier: string;
  /** Path of the WIT package from the project's folder, with `/`; the command has put a copy there: `wit`. */
  readonly witPath: string;
}

export interface Scaffold {
  /** By their paths from the project's folder, with `/`. */
  readonly files: Readonly<Record<string, string>>;
  /** The file to open: the one to write code in. */
  readonly entry: string;
}

export interface BindingsRequest extends WorldSource {
  /** Path of the folder that is filled. */
  readonly into: string;
  readonly tools: Toolbox;
  readonly watch: ToolWatch;
}

export type BindingsOutcome =
  | { readonly kind: "written"; readonly files: readonly string[] }
  | { readonly kind: "failed"; readonly end: ToolEnd }
  | MissingTool;
