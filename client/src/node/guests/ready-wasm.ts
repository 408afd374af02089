// The guest for folders that hold a finished component: there is nothing to build, only something to find.
import { open, readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { BuildOutcome, Guest, GuestProject } from "./guest.ts";

// Where the usual tools leave components.
const OUTPUT_FOLDERS = [".", "dist", "build", "target/wasm32-wasip2/release", "target/wasm32-wasip2/debug"];

/** The binary format's magic number, then version 13 of layer 1: a component (a core module has version 1 of layer 0). */
const COMPONENT_START = Buffer.from([0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00]);

export const readyWasm: Guest = {
  id: "ready-wasm",
  label: "Ready component",
  needs: [],
  detect,
  build,
  outputs: async ({ entry }) => [entry],
};

async function detect(folder: string): Promise<GuestProject | undefined> {
  const [entry] = await findComponents(folder);
  return entry === undefined ? undefined : { guest: readyWasm, folder, entry };
}

async function build({ entry }: GuestProject): Promise<BuildOutcome> {
  return {
    kind: "built",
    component: entry,
    note: "it was there already, and this folder has no source that WIT Tools can build.",
  };
}

/** Paths of the components in a folder and in the folders where tools leave them, newest first. */
export async function findComponents(folder: string): Promise<readonly string[]> {
  const found: { readonly file: string; readonly time: number }[] = [];
  for (const sub of OUTPUT_FOLDERS) {
    const names = await readdir(path.join(folder, sub)).catch(() => []);
    for (const name of names.filter(name => name.endsWith(".wasm"))) {
      const file = path.join(folder, sub, name);
      if (await isComponent(file)) found.push({ file, time: (await stat(file)).mtimeMs });
    }
  }
  return found.sort((a, b) => b.time - a.time).map(({ file }) => file);
}

/** Whether a file starts like a component in the binary format; false when it can't be read. */
export async function isComponent(file: string): Promise<boolean> {
  try {
    const handle = await open(file);
    try {
      const start = Buffer.alloc(COMPONENT_START.length);
      await handle.read(start, 0, start.length, 0);
      return start.equals(COMPONENT_START);
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}
