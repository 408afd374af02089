// What the extension and the form's web view say to each other.
import type { HandleInfo } from "../../embedded/session-messages.ts";
import type { FunctionForm } from "../../form/function-form.ts";

export type RuntimeChoice = "wasmtime" | "embedded";

/** A way to make a call. */
export interface RuntimeOffer {
  readonly id: RuntimeChoice;
  /** `Wasmtime 49.0.3`. */
  readonly title: string;
}

export type ToView =
  | {
      readonly kind: "show";
      /** Path of the component, and how people call it. */
      readonly component: string;
      readonly label: string;
      readonly functions: readonly FunctionForm[];
      /** `key` of the function to show first; the one shown, or the first, when absent. */
      readonly chosen?: string;
      /** Best first; empty when nothing here can run a component. */
      readonly runtimes: readonly RuntimeOffer[];
      /** Why better runtimes are not there. */
      readonly missing: readonly string[];
      readonly histories: Readonly<Record<string, readonly string[]>>;
      readonly handles: readonly HandleInfo[];
    }
  | { readonly kind: "handles"; readonly handles: readonly HandleInfo[] }
  | { readonly kind: "history"; readonly function: string; readonly texts: readonly string[] }
  /** What the component prints during the call `id`. */
  | { readonly kind: "output"; readonly id: number; readonly text: string }
  | CallEnd;

export interface CallEnd {
  readonly kind: "ended";
  readonly id: number;
  readonly outcome: Outcome;
  /** Milliseconds. */
  readonly ms: number;
  readonly runtime: string;
}

export type Outcome =
  /** `result` is WAVE; absent where the function gives none. */
  { readonly kind: "value"; readonly result?: string } | { readonly kind: "failure"; readonly message: string };

export type FromView =
  /** The script runs, or runs again: it wants to be shown something. */
  | { readonly kind: "ready" }
  | {
      readonly kind: "call";
      readonly id: number;
      readonly function: string;
      /** WAVE. */
      readonly args: string;
      readonly runtime: RuntimeChoice;
    }
  | { readonly kind: "stop" }
  | { readonly kind: "drop"; readonly handle: string }
  /** Ends the instance that goes on running. */
  | { readonly kind: "restart" }
  | { readonly kind: "copy"; readonly text: string };
