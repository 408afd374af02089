// Reads a WIT package's files into memory, in the shape in which preview2-shim's file system takes them.
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";

export type Entry = Folder | { readonly source: Uint8Array };

export interface Folder {
  readonly dir: Readonly<Record<string, Entry>>;
}

/** The package at a path: a file, or the files of a folder that count. */
export async function readEntry(witPath: string): Promise<Entry> {
  if ((await stat(witPath)).isDirectory()) return readFolder(witPath, true);
  return { source: await readFile(witPath) };
}

/** The files that count: those of the folder itself, and below its `deps`. */
async function readFolder(folder: string, withDeps: boolean): Promise<Folder> {
  const dir: Record<string, Entry> = {};
  for (const name of await readdir(folder)) {
    const place = path.join(folder, name);
    const isFolder = (await stat(place)).isDirectory();
    if (isFolder && withDeps && name === "deps") dir[name] = await readDeps(place);
    else if (!isFolder && isPackageFile(name)) dir[name] = { source: await readFile(place) };
  }
  return { dir };
}

async function readDeps(folder: string): Promise<Folder> {
  const dir: Record<string, Entry> = {};
  for (const name of await readdir(folder)) {
    const place = path.join(folder, name);
    if ((await stat(place)).isDirectory()) dir[name] = await readFolder(place, false);
    else if (isPackageFile(name)) dir[name] = { source: await readFile(place) };
  }
  return { dir };
}

function isPackageFile(name: string): boolean {
  return /\.(wit|wat|wasm)$/.test(name);
}
