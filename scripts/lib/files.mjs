// Small helpers on files and folders.
import { existsSync, readdirSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { at } from "./paths.mjs";

/** Absolute paths of the files below a folder whose names have the ending, sorted; empty when there is no such folder. */
export function filesBelow(folder, ending) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile() && entry.name.endsWith(ending))
    .map(entry => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** Runs `action` with a new temporary folder, which is removed afterwards. */
export async function withTempFolder(prefix, action) {
  const folder = await mkdtemp(path.join(os.tmpdir(), prefix));
  try {
    return await action(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Windows takes no double quotes in names. */
const oddName = process.platform === "win32" ? "wit 'tools' – prüfung 日本" : `wit "tools" – prüfung 'x' 日本`;

/**
 * Copies a workspace to a folder whose name has spaces, quotes and letters beyond ASCII, so that tests cannot dirty the repository and meet the
 * paths that people have. The repository's node_modules is linked beside it, where tools of the guest languages are looked for.
 */
export async function copyWorkspace(workspace, temp, { name = oddName, modules = at("node_modules") } = {}) {
  const home = path.join(temp, name);
  const copy = path.join(home, path.basename(workspace));
  await mkdir(home);
  await symlink(modules, path.join(home, "node_modules"), "junction");
  await cp(workspace, copy, { recursive: true, filter: file => path.basename(file) !== "node_modules" });
  return copy;
}
