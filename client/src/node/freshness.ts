// Tells whether a project's sources have changed since its component was built.
import { readdir, stat } from "node:fs/promises";
import path from "node:path";

// What tools make and fetch is no source.
const NOT_SOURCES = new Set(["node_modules", "dist", "build", "target", "out", "gen", "bin", "obj"]);
const FILES_LOOKED_AT = 2_000;

/** Whether a file of the project is newer than the component; looks at no more than 2,000 files. */
export async function isStale(folder: string, component: string): Promise<boolean> {
  const built = (await stat(component)).mtimeMs;
  let left = FILES_LOOKED_AT;
  const folders = [folder];
  for (let at = folders.pop(); at !== undefined && left > 0; at = folders.pop()) {
    for (const entry of await readdir(at, { withFileTypes: true }).catch(() => [])) {
      const file = path.join(at, entry.name);
      if (entry.name.startsWith(".") || NOT_SOURCES.has(entry.name) || entry.name.endsWith(".wasm")) continue;
      if (entry.isDirectory()) folders.push(file);
      else if (entry.isFile() && left-- > 0 && (await changedAt(file)) > built) return true;
    }
  }
  return false;
}

async function changedAt(file: string): Promise<number> {
  return stat(file).then(
    found => found.mtimeMs,
    () => 0,
  );
}
