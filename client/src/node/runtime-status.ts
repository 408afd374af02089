// The language status item for the runtime: Wasmtime's version, or what is missing and how to get it.
import { type Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages, workspace } from "vscode";
import { type ChosenRuntime, chooseRuntime } from "./run-targets/list.ts";
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
  if (!workspace.isTrusted) {
    item.text = "Wasmtime";
    item.detail = "off until this workspace is trusted";
    item.severity = LanguageStatusSeverity.Information;
    item.command = { command: "workbench.trust.manage", title: "Manage Trust" };
    return;
  }
  item.busy = true;
  const chosen = await chooseRuntime(runtimeChoice(undefined), runtimeSearch(session, undefined));
  item.busy = false;
  describe(item, chosen);
}

function describe(item: LanguageStatusItem, { runtime, missing }: ChosenRuntime): void {
  if (runtime !== undefined && missing.length === 0) {
    item.text = `$(check) ${runtime.title}`;
    item.detail = runtime.path;
    item.severity = LanguageStatusSeverity.Information;
    item.command = { command: "workbench.action.openSettings", title: "Settings", arguments: ["wit.wasmtime.path"] };
    return;
  }
  item.text = runtime === undefined ? "No runtime for components" : "No Wasmtime: the embedded runtime stands in";
  item.detail = missing.join(" ");
  item.severity = runtime === undefined ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Warning;
  item.command = { command: "wit.installWasmtime", title: "Install Wasmtime" };
}
