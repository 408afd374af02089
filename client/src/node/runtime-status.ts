// The language status item for the runtime: Wasmtime's version, or what is missing and how to get it.
import { type Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages, workspace } from "vscode";
import { chooseRuntime } from "./run-targets/list.ts";
import { type RuntimeState, runtimeState, untrusted } from "./runtime-state.ts";
import { runtimeChoice, runtimeSearch, type Session } from "./session.ts";

/** Creates the item and keeps it up to date with the settings and with the workspace's trust. */
export function runtimeStatus(session: Session): Disposable {
  const item = languages.createLanguageStatusItem("wit.runtime", { language: "wit" });
  item.name = "WIT Runtime";
  const update = (): void => void refresh(item, session);
  const watchers = [
    workspace.onDidChangeConfiguration(change => change.affectsConfiguration("wit") && update()),
    workspace.onDidGrantWorkspaceTrust(update),
    session.runtimesChanged.event(update),
  ];
  update();
  return { dispose: () => [item, ...watchers].forEach(part => void part.dispose()) };
}

async function refresh(item: LanguageStatusItem, session: Session): Promise<void> {
  if (!workspace.isTrusted) return show(item, untrusted);
  item.busy = true;
  const chosen = await chooseRuntime(runtimeChoice(undefined), runtimeSearch(session, undefined));
  item.busy = false;
  show(item, runtimeState(chosen));
}

const SEVERITIES = {
  good: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
};

function show(item: LanguageStatusItem, { text, detail, health, command }: RuntimeState): void {
  item.text = text;
  item.detail = detail;
  item.severity = SEVERITIES[health];
  item.command = command;
}
