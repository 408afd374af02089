// Makes the toolbox of a project: the search for tools with the settings that hold there.
import path from "node:path";
import { type Uri, workspace } from "vscode";
import type { Toolbox } from "./guests/guest.ts";
import type { Session } from "./session.ts";
import { surroundings } from "./surroundings.ts";
import { findTool } from "./tools/find.ts";
import type { ToolSearch } from "./tools/tool.ts";

// `wit.tools` and the settings of jco are listed under restrictedConfigurations in package.json: VS Code itself leaves a workspace's values out until it is trusted.

export function toolbox(session: Session, folder: Uri): Toolbox {
  const settings = workspace.getConfiguration("wit", folder);
  const search = toolSearch(session, folder);
  return {
    find: tool => findTool(tool, search),
    jco: {
      jcoPath: settings.get("jco.path", ""),
      jcoEngine: settings.get("jco.engine", "quickjs"),
      jcoArguments: settings.get("jco.arguments", []),
      developmentFolder: session.developmentFolder,
    },
    extensionFolder: session.extensionFolder,
  };
}

/** Where tools are looked for, for a project's folder or, when absent, for none. */
export function toolSearch(session: Session, folder: Uri | undefined): ToolSearch {
  const owner = (folder && workspace.getWorkspaceFolder(folder)) ?? workspace.workspaceFolders?.[0];
  return {
    around: surroundings(),
    settings: workspace.getConfiguration("wit", folder).get("tools", {}),
    projectFolder: folder?.scheme === "file" ? path.normalize(folder.fsPath) : undefined,
    workspaceFolder: owner?.uri.scheme === "file" ? path.normalize(owner.uri.fsPath) : undefined,
    developmentFolder: session.developmentFolder,
  };
}
