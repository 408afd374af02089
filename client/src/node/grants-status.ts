// The language status item for what components may use, with the command that changes it.
import { Disposable, languages, workspace } from "vscode";
import { describeGrants } from "./run-targets/grants.ts";
import type { Session } from "./session.ts";

export function grantsStatus({ grants }: Session): Disposable {
  const item = languages.createLanguageStatusItem("wit.grants", { language: "wit" });
  item.name = "WIT Grants";
  item.command = { command: "wit.editGrants", title: "Change" };
  const update = (): void => {
    const described = describeGrants(grants.get());
    item.text = described === "nothing" ? "Components are granted nothing" : "Components are granted:";
    item.detail = workspace.isTrusted ? (described === "nothing" ? "" : described) : "none runs before trust";
  };
  update();
  return Disposable.from(item, grants.onDidChange(update), workspace.onDidGrantWorkspaceTrust(update));
}
