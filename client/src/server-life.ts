// What both clients (desktop and web) make of the states that the language client library tells of.
import { State } from "vscode-languageclient";
import type { ServerState } from "./server-state.ts";

/** The state to show; undefined where it stays as it was. */
export function stateAfter(next: State, before: ServerState): ServerState | undefined {
  if (next === State.Running) return { kind: "running" };
  if (next === State.Starting) return { kind: "starting" };
  // A crash is followed by "stopped": the message must stay.
  return next === State.Stopped && before.kind !== "crashed" ? { kind: "stopped" } : undefined;
}

export function notStarted(error: unknown): ServerState {
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: "crashed", message: `The WIT language server could not be started: ${reason}` };
}
