// The language status item for the server: its state in the status bar of WIT documents, with the command that helps.
import { type Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages } from "vscode";
import type { ServerState } from "./server-state.ts";

/** Shows the state given by each call of `show`. */
export function serverStatus(): Disposable & { show(state: ServerState): void } {
  const item = languages.createLanguageStatusItem("wit.server", { language: "wit" });
  item.name = "WIT Language Server";
  return { show: state => describe(item, state), dispose: () => item.dispose() };
}

const RESTART = { command: "wit.restartServer", title: "Restart" };
const OUTPUT = { command: "wit.showOutput", title: "Show Output" };

function describe(item: LanguageStatusItem, state: ServerState): void {
  item.busy = state.kind === "starting";
  item.severity = LanguageStatusSeverity.Information;
  switch (state.kind) {
    case "starting":
      item.text = "WIT server is starting";
      item.detail = "";
      item.command = OUTPUT;
      return;
    case "running":
      item.text = "$(check) WIT server";
      item.detail = "running";
      item.command = OUTPUT;
      return;
    case "stopped":
      item.text = "WIT server is stopped";
      item.detail = "";
      item.command = RESTART;
      return;
    case "crashed":
      item.severity = LanguageStatusSeverity.Error;
      item.text = "WIT server crashed";
      item.detail = state.message;
      item.command = RESTART;
  }
}
