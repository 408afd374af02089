// The ways in which the view "Invoke" can make calls, as the settings and the machine allow.
import type { Uri } from "vscode";
import type { RuntimeOffer } from "../webview/invoke/messages.ts";
import { chooseRuntime } from "./run-targets/list.ts";
import { runtimeChoice, runtimeSearch, type Session } from "./session.ts";

export interface RuntimeOffers {
  /** Best first. */
  readonly runtimes: readonly RuntimeOffer[];
  /** Why others are not there. */
  readonly missing: readonly string[];
}

export async function runtimeOffers(session: Session, scope: Uri): Promise<RuntimeOffers> {
  const choice = runtimeChoice(scope);
  const search = runtimeSearch(session, scope);
  const ids = choice === "auto" ? (["wasmtime", "embedded"] as const) : [choice];
  const found = await Promise.all(ids.map(id => chooseRuntime(id, search)));
  const only =
    choice === "wasmtime"
      ? [
          "The setting wit.runtime allows Wasmtime alone, whose command line can't hold resources; the embedded runtime can.",
        ]
      : [];
  return {
    runtimes: found.flatMap(({ runtime }) => (runtime ? [{ id: runtime.target.id, title: runtime.title }] : [])),
    missing: [...found.flatMap(({ missing }) => missing), ...only],
  };
}
