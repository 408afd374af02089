// Finds jco, the tool that makes components of JavaScript, and says how to get it where it is missing.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { findIn, foldersUp, isFile, pathFolders } from "./find-program.ts";
import type { JcoSettings } from "./guests/guest.ts";
import type { ToolCall } from "./process.ts";
import { surroundings } from "./surroundings.ts";

export const JCO_PACKAGE = "@bytecodealliance/jco";

export interface Jco {
  readonly script: string;
  /** Whether this version can put QuickJS into components: older ones know StarlingMonkey alone. */
  readonly hasQuickjs: boolean;
}

export type JcoLookup =
  | { readonly kind: "found"; readonly jco: Jco }
  | { readonly kind: "missing"; readonly message: string };

/** jco's script: the project's own first (its node_modules or one above), then the setting, then, in development, this repository's. */
export async function findJco(
  folder: string,
  tools: Pick<JcoSettings, "jcoPath" | "developmentFolder">,
): Promise<JcoLookup> {
  for (const above of foldersUp(folder)) {
    const jco = await installedIn(path.join(above, "node_modules", JCO_PACKAGE));
    if (jco !== undefined) return { kind: "found", jco };
  }
  if (tools.jcoPath !== "") return fromSetting(path.resolve(folder, tools.jcoPath));
  const own =
    tools.developmentFolder && (await installedIn(path.join(tools.developmentFolder, "node_modules", JCO_PACKAGE)));
  if (own !== undefined && own !== "") return { kind: "found", jco: own };
  return {
    kind: "missing",
    message: `jco, which makes components of JavaScript, is not installed for ${folder}. Run "npm install --save-dev ${JCO_PACKAGE}" there, or name an installed one in the setting wit.jco.path.`,
  };
}

/** The setting may name the script or the package that has it (two folders above the script). */
async function fromSetting(place: string): Promise<JcoLookup> {
  const folder = (await isFile(place)) ? path.dirname(path.dirname(place)) : place;
  const jco = await installedIn(folder);
  if (jco !== undefined) return { kind: "found", jco };
  return {
    kind: "missing",
    message: `The setting wit.jco.path names ${place}, but jco is not there. Correct or clear the setting.`,
  };
}

/** jco in an installed package; `undefined` when there is none. */
async function installedIn(packageFolder: string): Promise<Jco | undefined> {
  try {
    const manifest = JSON.parse(await readFile(path.join(packageFolder, "package.json"), "utf8"));
    const script = path.join(packageFolder, manifest.bin.jco);
    const hasQuickjs = "componentize-qjs" in (manifest.dependencies ?? {});
    return (await isFile(script)) ? { script, hasQuickjs } : undefined;
  } catch {
    return undefined;
  }
}

/** The call that installs a package for a project, or all that its package.json names; `undefined` where npm is not on PATH. */
export async function npmInstall(folder: string, name: string | undefined): Promise<ToolCall | undefined> {
  const around = surroundings();
  const args = name === undefined ? ["install"] : ["install", "--save-dev", name];
  if (around.platform !== "win32") {
    const npm = await findIn(pathFolders(around), "npm", around);
    return npm === undefined ? undefined : { program: npm, args, cwd: folder };
  }
  // npm.cmd would need a shell: start the script that it starts.
  for (const place of pathFolders(around)) {
    const [node, script] = [path.join(place, "node.exe"), path.join(place, "node_modules", "npm", "bin", "npm-cli.js")];
    if ((await isFile(node)) && (await isFile(script))) return { program: node, args: [script, ...args], cwd: folder };
  }
  return undefined;
}
