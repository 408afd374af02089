// The custom requests between the client and the server, as plain JSON. The client imports this file for its types alone.

/** Zero-based line and UTF-16 character, as in the protocol. */
export interface WirePosition {
  readonly line: number;
  readonly character: number;
}

export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
}

/** Request `wit/worlds` → `WorldInfo[]`: the worlds a component can be built for, deps' worlds left out. */
export const worldsRequest = "wit/worlds";

export interface WorldsParams {
  /** Only worlds of the package this document or folder belongs to (or lies above); every workspace world when absent. */
  readonly uri?: string;
}

export interface WorldInfo {
  /** `namespace:name` or `namespace:name@version`. */
  readonly package: string;
  readonly name: string;
  /** As tools find it in `root`: `greeter`, or `a:b/greeter@1.0.0` where it is of a package within a file; words of WIT have a `%`. */
  readonly specifier: string;
  /** Where the world is declared; `range` is the whole item, `nameRange` its name. */
  readonly uri: string;
  readonly range: WireRange;
  readonly nameRange: WireRange;
  /** URI of the folder that is the package (what tools take as the WIT path), or of the file of a single-file package. */
  readonly root: string;
  readonly imports: readonly ExternInfo[];
  readonly exports: readonly ExternInfo[];
}

/** One elaborated import or export of a world. */
export interface ExternInfo {
  /** Canonical name: `wasi:cli/run@0.2.12` or a plain name. */
  readonly name: string;
  readonly kind: "interface" | "function" | "type";
  /** Functions of an interface, or the function itself; empty for a type. */
  readonly functions: readonly FunctionInfo[];
}

export interface FunctionInfo {
  /** Name as WIT writes it: `greet`; for a resource's function `[method]file.read`. */
  readonly name: string;
  readonly params: readonly { readonly name: string; readonly type: string }[];
  /** WIT text of the result type. */
  readonly result?: string;
  /** Why a command line can't call it (it takes or returns a resource, for instance), in words; absent when it can. */
  readonly notInvocable?: string;
  readonly uri: string;
  readonly nameRange: WireRange;
}

/** Request `wit/resolve` → `ResolveAnswer`, or null where there is no package: a package with all that it depends on, resolved. */
export const resolveRequest = "wit/resolve";

export interface ResolveParams {
  /** A document of the package, or its folder. */
  readonly uri: string;
}

export type ResolveAnswer =
  /** `resolve` is as `wasm-tools component wit --json` prints it: packages, worlds, interfaces and types that name each other by index. */
  | {
      readonly kind: "resolved";
      readonly resolve: unknown;
      /** The features that are activated, of those that gates in its packages' text name, in the order of the alphabet. */
      readonly features: readonly string[];
    }
  /** It has errors; `first` is the message of the first one, in the document `uri`. */
  | { readonly kind: "wrong"; readonly errors: number; readonly first: string; readonly uri: string };

/**
 * Request `wit/readAgain` → null: files or folders that the client itself has changed are read anew, and the answer comes once
 * they are. Editors tell of most changes on disk, and miss some in folders that are made and filled at once.
 */
export const readAgainRequest = "wit/readAgain";

export interface ReadAgainParams {
  readonly uris: readonly string[];
}

/**
 * Request `wit/virtualDocument` → the WIT text, or null: what the package in binary form says that a URI of the scheme
 * `wit-binary` shows, or the file of a revision that one of the scheme `wit-baseline` does. Locations have such URIs for
 * clients that asked for them in `ClientOptions`.
 */
export const virtualDocumentRequest = "wit/virtualDocument";

export interface VirtualDocumentParams {
  readonly uri: string;
}

/** Request `wit/fit` → `MisfitInfo[]`, or null where there is no such world or the text is no component's: how a component differs from a world. */
export const fitRequest = "wit/fit";

export interface FitParams {
  /** A document of the world's package, or its folder. */
  readonly uri: string;
  /** `namespace:name@version` */
  readonly package: string;
  readonly world: string;
  /** The component's own world and all that it names, as `wasm-tools component wit` prints it. */
  readonly wit: string;
}

export interface MisfitInfo {
  /** `beyond`: imports of WASI that toolchains add, which is no fault. */
  readonly kind: "missing-export" | "extra-import" | "changed" | "beyond";
  /** A whole sentence. */
  readonly message: string;
  /** The world's item that it is about, else the world's name. */
  readonly uri: string;
  readonly range: WireRange;
  /** The member of an interface that it is about. */
  readonly member?: { readonly uri: string; readonly range: WireRange };
}

/** Request `wit/fetchPlans` → `FetchPlanInfo[]`: how dependencies are fetched, for each package that is a folder. */
export const fetchPlansRequest = "wit/fetchPlans";

export interface FetchPlansParams {
  /** Only the package this document or folder belongs to (or those below it); every one of the workspace when absent. */
  readonly uri?: string;
}

export interface FetchPlanInfo {
  /** URI of the package's folder, whose `deps` is filled. */
  readonly root: string;
  readonly tool: "wkg" | "wit-deps";
  /** URI of the folder with wkg's manifest or lock, where there is one. */
  readonly folder?: string;
  /** Packages that are missing: `namespace:name@version`. */
  readonly missing: readonly string[];
  /** Names of the entries of `deps` that are known. */
  readonly entries: readonly string[];
  /** Those that the tool removes or writes anew, and that it may not bring back as they are. */
  readonly lost: readonly string[];
  /** What manifests take from outside the workspace, in words. */
  readonly outside: readonly string[];
  /** Whether wkg's manifest joins several packages: it fills a folder of its own then, and no package's `deps`. */
  readonly isWorkspace: boolean;
}

/** Argument of the client's command `wit.fetchDependencies` where a code action names it. */
export interface FetchCommand {
  /** URI of the package's folder. */
  readonly root: string;
  /** Whether a person is there to be asked. */
  readonly ask: boolean;
}

/** Initialization options of any client. */
export interface ClientOptions {
  /** Whether the client opens URIs of the schemes `wit-binary` and `wit-baseline` by `wit/virtualDocument`. */
  readonly virtualDocuments?: boolean;
  /** Whether the client has the command `wit.fetchDependencies`, which code actions may then name. */
  readonly fetchDependencies?: boolean;
  /** Whether the client has the command `wit.showReferences`, which code lenses then name; without it there are none. */
  readonly showReferences?: boolean;
  /**
   * Whether the client has the commands `wit.newComponent`, `wit.buildComponent`, `wit.runComponent`, `wit.serveComponent` and
   * `wit.invokeFunction`, which code lenses then name.
   */
  readonly driveComponents?: boolean;
}

/** Argument of the commands that make, build, run, serve and call components where a code lens names them. */
export interface ComponentCommand {
  /** URI of the WIT package, a folder or a file; the project is there or above, or elsewhere with a copy of the package. */
  readonly folder: string;
  /** `a:b/w@1.0.0` */
  readonly world: string;
  /** `f`, or `a:b/i@1.0.0#f`. */
  readonly function?: string;
  /** A person is there to be asked. */
  readonly ask: true;
}

/** The command of a code lens, which the client has: shows places from where the lens is. Its argument is `ShownReferences`. */
export const showReferencesCommand = "wit.showReferences";

export interface ShownReferences {
  readonly uri: string;
  readonly position: WirePosition;
  readonly locations: readonly { readonly uri: string; readonly range: WireRange }[];
}

/** Request `wit/fs/readFile`, from the server in a browser to its client → the bytes, or null where there is no such file. */
export const readFileRequest = "wit/fs/readFile";

/** Request `wit/fs/readDirectory`, likewise → entries, or null where there is no such folder. */
export const readDirectoryRequest = "wit/fs/readDirectory";

export interface FileParams {
  readonly uri: string;
}

/** A file's bytes: as they are where messages can carry them, else as a list of numbers or as text in base64. */
export type WireBytes = Uint8Array | readonly number[] | { readonly base64: string };

/** An entry of a folder; a link has the kind of what it leads to. */
export interface WireEntry {
  readonly name: string;
  readonly kind: "file" | "directory";
  readonly link: boolean;
}

/** Initialization options of the server in a browser. */
export interface BrowserOptions {
  /** URL of the folder with what the worker loads; the one that its own script lies in when absent. */
  readonly home?: string;
  /** web-tree-sitter.wasm; fetched from there when absent. */
  readonly runtime?: WireBytes;
  /** tree-sitter-wit.wasm, likewise. */
  readonly grammar?: WireBytes;
}
