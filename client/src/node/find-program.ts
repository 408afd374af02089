// Finds programs on disk the way a person would: where they were told, then on PATH, then where installers put them.
import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import path from "node:path";

/** What the search depends on; taken from `process` by default and from tests otherwise. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** File names that `name` can have on a platform: Windows finds programs by their endings. */
export function programNames(name: string, { platform }: Surroundings): readonly string[] {
  if (platform !== "win32") return [name];
  return path.win32.extname(name) === "" ? [`${name}.exe`] : [name];
}

/** The folders of PATH in order. Relative entries are left out: they would mean another folder in every workspace. */
export function pathFolders({ platform, env }: Surroundings): readonly string[] {
  const flavour = platform === "win32" ? path.win32 : path.posix;
  const value = Object.entries(env).find(
    ([key]) => key === "PATH" || (platform === "win32" && /^path$/i.test(key)),
  )?.[1];
  return (value ?? "").split(flavour.delimiter).filter(folder => flavour.isAbsolute(folder));
}

/** The first of `folders` that has the program, as a path; `undefined` when none has. */
export async function findIn(
  folders: readonly string[],
  name: string,
  around: Surroundings,
): Promise<string | undefined> {
  for (const folder of folders) {
    for (const fileName of programNames(name, around)) {
      const candidate = path.join(folder, fileName);
      if (await isProgram(candidate)) return candidate;
    }
  }
  return undefined;
}

/** Whether a path is a file that this user may run. */
export async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

/** Whether a path is a file. */
export async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    found => found.isFile(),
    () => false,
  );
}

/** `folder` and the folders above it, up to and including `top` where `top` lies above. */
export function foldersUp(folder: string, top?: string): readonly string[] {
  const folders = [folder];
  for (let at = folder; at !== top; ) {
    const above = path.dirname(at);
    if (above === at) break;
    folders.push(above);
    at = above;
  }
  return folders;
}

/** Whether a file lies in a folder, at any depth. */
export function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return !relative.startsWith("..") && !path.isAbsolute(relative);
}

/** The file that a setting names: a path from the home folder (`~/`), from the workspace's, or a whole one. */
export function settingPath(
  set: string,
  { around, workspaceFolder }: { readonly around: Surroundings; readonly workspaceFolder: string | undefined },
): string {
  const expanded = /^~[\\/]/.test(set) ? path.join(around.home, set.slice(2)) : set;
  return path.resolve(workspaceFolder ?? around.home, expanded);
}

/** Where cargo puts programs. A relative CARGO_HOME is left out: it would mean another folder in every workspace. */
export function cargoBin({ env, home }: Surroundings): string {
  const { CARGO_HOME: set } = env;
  return path.join(set !== undefined && path.isAbsolute(set) ? set : path.join(home, ".cargo"), "bin");
}
