// What the client knows about a program that it starts; all of them are in list.ts, and find.ts looks for them.
import type { Surroundings } from "../find-program.ts";
import type { ToolCall } from "../process.ts";

export interface Tool {
  /** Its key in the setting `wit.tools`. */
  readonly id: ToolId;
  /** Name for people: `wit-bindgen`. */
  readonly label: string;
  /** What it is needed for, in a few words: "makes components of Python". */
  readonly purpose: string;
  /** Names of the program, the best one first; without `.exe`. */
  readonly programs: readonly string[];
  /** Folders to look in besides PATH, by this order before or behind it. */
  readonly before?: (search: ToolSearch) => readonly string[];
  readonly after?: (search: ToolSearch) => readonly string[];
  /** Arguments that make it print its version. */
  readonly versionArguments: readonly string[];
  /** The version in what it printed: digits with dots; undefined where that is another program. */
  readVersion(output: string): string | undefined;
  /** The oldest version that does. */
  readonly minimum?: string;
  /** How to get it. */
  install(search: ToolSearch): InstallHint | Promise<InstallHint>;
}

export type ToolId =
  | "cargo"
  | "rustc"
  | "cargoComponent"
  | "componentizePy"
  | "python"
  | "go"
  | "tinygo"
  | "witBindgen"
  | "clang"
  | "zig"
  | "dotnet";

export interface InstallHint {
  /** A sentence with the command or the address: `Install it with "cargo install wit-bindgen-cli".` */
  readonly text: string;
  /** The call that does it, where one can be made without asking more. */
  readonly call?: ToolCall;
}

/** Where tools are looked for. */
export interface ToolSearch {
  readonly around: Surroundings;
  /** The setting `wit.tools`. */
  readonly settings: ToolSettings;
  /** Folder of the project that the tool is for: virtual environments and the like are found there. */
  readonly projectFolder: string | undefined;
  /** Relative settings start here. */
  readonly workspaceFolder: string | undefined;
  /** The extension's own source folder while it is being developed; its `.tools` count too, behind everything else. */
  readonly developmentFolder: string | undefined;
}

export type ToolSettings = Readonly<Partial<Record<ToolId, ToolSetting>>>;

export interface ToolSetting {
  readonly path?: string;
  /** More arguments for the tool's building command. */
  readonly arguments?: readonly string[];
  /** Added to its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A program that was found and answered. */
export interface FoundTool {
  readonly tool: Tool;
  readonly program: string;
  readonly version: string;
  /** From the settings. */
  readonly arguments: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export type ToolLookup =
  | { readonly kind: "found"; readonly found: FoundTool }
  /** Absent, broken or too old; `message` says which, and how to get it. */
  | { readonly kind: "missing"; readonly message: string; readonly install: ToolCall | undefined };
