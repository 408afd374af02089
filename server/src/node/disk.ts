// The file system as a host, by `file:` URIs.
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { DirectoryEntry, Host } from "../workspace/host.ts";
import { childUri } from "../workspace/uri.ts";
import { readRevision } from "./git.ts";

/** Files larger than this are not read: no WIT is, and one string must hold them. */
const maxBytes = 64 * 1024 * 1024;

export const disk: Host = {
  readRevision,
  readFile: uri => attempt(uri, readBounded),
  realUri: uri => attempt(uri, async path => pathToFileURL(await realpath(path)).href),
  readDirectory: uri =>
    attempt(uri, async path => {
      const entries = await readdir(path, { withFileTypes: true });
      const known = await Promise.all(
        entries.map(entry => {
          if (entry.isSymbolicLink()) return linked(uri, entry.name);
          if (entry.isDirectory()) return { name: entry.name, kind: "directory", link: false } as const;
          return entry.isFile() ? ({ name: entry.name, kind: "file", link: false } as const) : undefined;
        }),
      );
      return known.filter(entry => entry !== undefined);
    }),
};

async function readBounded(path: string): Promise<Uint8Array | undefined> {
  const { size } = await stat(path);
  return size > maxBytes ? undefined : readFile(path);
}

function linked(folder: string, name: string): Promise<DirectoryEntry | undefined> {
  return attempt(childUri(folder, name), async path => {
    const target = await stat(path);
    return target.isDirectory() || target.isFile()
      ? { name, kind: target.isDirectory() ? "directory" : "file", link: true }
      : undefined;
  });
}

/** What can't be read is not there: permissions, vanished files, links in a loop, URIs of another scheme. */
async function attempt<R>(uri: string, use: (path: string) => Promise<R | undefined>): Promise<R | undefined> {
  try {
    return await use(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}
