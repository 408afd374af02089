// What the commands take and give when tests or other extensions call them with `vscode.commands.executeCommand`.
// With an argument object a command never asks, unless it says `ask`: it does what it can or says in `message` why not. Without one it asks a person.
import type { Place } from "../projects.ts";
import type { Grants } from "../run-targets/grants.ts";

/** What every command takes. */
export interface Asking {
  /** Whether a person is there to be asked, although there are arguments. */
  readonly ask?: boolean;
}

export interface NewComponentArguments extends Asking {
  /** Where the WIT package is: a document, its folder or one above; the workspace when absent. */
  readonly folder?: Place;
  /** `greeter` or `demo:greeter/greeter@0.1.0`; the only one when absent. */
  readonly world?: string;
  /** The language: `javascript`, `python`, `c` … */
  readonly guest?: string;
  /** Name of the project's folder, in kebab case. */
  readonly name?: string;
  /** The folder that the project's folder is made in; the workspace folder of the package when absent. */
  readonly into?: Place;
  /** Whether it is written although a version of the language's tools that was tried can't build it. */
  readonly anyway?: boolean;
}

export interface NewComponentResult extends Outcome {
  /** Path of the project's folder. */
  readonly folder?: string;
  /** Path of the file to write code in. */
  readonly entry?: string;
}

export interface BuildArguments extends Asking {
  /** A folder of the project; the active file's or the workspace's project when absent. */
  readonly folder?: Place;
  /** `greeter` or `demo:greeter/greeter@0.1.0`. */
  readonly world?: string;
}

export interface BuildResult extends Outcome {
  /** Path of the component that was built. */
  readonly component?: string;
  readonly world?: string;
  /** What the tool printed, with its middle left out when it is very long. */
  readonly output: string;
}

export interface RunArguments extends Asking {
  /** The component's file; that of the project (built first where needed) when absent. */
  readonly component?: Place;
  readonly folder?: Place;
  /** `greeter` or `demo:greeter/greeter@0.1.0`: which of the project's components. */
  readonly world?: string;
  /** Command-line arguments that the guest sees. */
  readonly args?: readonly string[];
  /** What the guest may use; what is remembered for the workspace when absent. */
  readonly grants?: Grants;
}

export interface RunResult extends Outcome {
  /** Absent when the program did not end by itself. */
  readonly exitCode?: number;
  readonly stdout: string;
  readonly stderr: string;
  /** `Wasmtime 49.0.3`, or the embedded runtime. */
  readonly runtime?: string;
}

/** With `ask` the form is opened at the function, where a person calls it; the command does not wait for that. */
export interface InvokeArguments extends Asking {
  readonly component?: Place;
  readonly folder?: Place;
  /** As for a run. */
  readonly world?: string;
  /** `add`, `greetings.greet`, `demo:greeter/greetings.greet@0.1.0` or `demo:greeter/greetings@0.1.0#greet`. */
  readonly function: string;
  /** WAVE values separated by commas: `{name: "Ann"}, formal`. */
  readonly args?: string;
  /** As for a run. */
  readonly grants?: Grants;
}

export interface InvokeResult extends RunResult {
  /** The call as it was made. */
  readonly call?: string;
  /** The function's result in WAVE; empty when it has none. */
  readonly result?: string;
}

export interface FitArguments extends Asking {
  /** As for a run. */
  readonly component?: Place;
  readonly folder?: Place;
  readonly world?: string;
}

export interface FitResult extends Outcome {
  readonly component?: string;
  /** What does not fit, in sentences; `ok` where that is nothing but imports beyond the world. */
  readonly misfits: readonly string[];
}

export interface WatchArguments extends Asking {
  /** A folder of the project, as for a build. */
  readonly folder?: Place;
  readonly world?: string;
  /** What comes after each build; nothing more when absent. */
  readonly next?: "build" | "run" | "serve";
}

export interface WatchResult extends Outcome {
  readonly folder?: string;
  readonly world?: string;
}

export interface ExtractArguments extends Asking {
  /** As for a run. */
  readonly component?: Place;
  readonly folder?: Place;
}

export interface ExtractResult extends Outcome {
  readonly component?: string;
  /** URI of the document that shows it. */
  readonly uri?: string;
}

export interface BindingsArguments extends Asking {
  /** Where the WIT package is, as for a new component. */
  readonly folder?: Place;
  readonly world?: string;
  /** The language: `c`, `go` … */
  readonly guest?: string;
  /** The folder that is filled. */
  readonly into?: Place;
}

export interface BindingsResult extends Outcome {
  /** Paths of the files that were written. */
  readonly files: readonly string[];
}

export interface ServeArguments extends Asking {
  /** As for a run. */
  readonly component?: Place;
  readonly folder?: Place;
  readonly world?: string;
  /** 0 for any that is free; that of the setting, or else the component's last one, when absent. */
  readonly port?: number;
  /** As for a run. */
  readonly grants?: Grants;
}

export interface ServeResult extends Outcome {
  /** `http://127.0.0.1:8080/`. */
  readonly url?: string;
  readonly component?: string;
  readonly runtime?: string;
}

export interface StopServingArguments extends Asking {
  /** The address of what is to be stopped; everything that is served when absent. */
  readonly url?: string;
}

export interface StopServingResult extends Outcome {
  /** The addresses where nothing is served any more. */
  readonly stopped: readonly string[];
}

export interface InstallArguments extends Asking {
  /** Whether a person has agreed to the download. */
  readonly download?: boolean;
}

export interface InstallResult extends Outcome {
  /** The version that is installed now. */
  readonly version?: string;
}

export interface GrantsArguments extends Asking {
  /** What components of this workspace may use from now on; what is remembered stays when absent. */
  readonly grants?: Grants;
}

export interface GrantsResult extends Outcome {
  readonly grants: Grants;
}

export interface FetchArguments extends Asking {
  /** The package's folder, or a file in it; that of the active file, or the only one of the workspace, when absent. */
  readonly root?: Place;
  /** Whether what is in `deps` may be written over, and packages may come from outside the workspace, without asking. */
  readonly replace?: boolean;
}

export interface FetchResult extends Outcome {
  /** Path of the package's folder. */
  readonly root?: string;
  /** `wkg 0.16.1`, or `wit-deps`. */
  readonly program?: string;
  readonly output: string;
}

interface Outcome {
  readonly ok: boolean;
  /** Milliseconds that the tool took. */
  readonly ms: number;
  /** Why it did not work and what to do, in words; or a remark on how it worked. */
  readonly message?: string;
}
