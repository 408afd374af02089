// A file system in memory, with links, that counts what is read from it.
import type { DirectoryEntry, Host } from "../../src/workspace/host.ts";
import { uriOfPath } from "./fixture.ts";

/** A file's text or bytes, or where a link leads. */
export type Node = string | Uint8Array | { readonly link: string };

export interface MemoryHost extends Host {
  /** Files and links by path; change it to change the disk. */
  readonly nodes: Map<string, Node>;
  readonly readFiles: string[];
  readonly readFolders: string[];
}

export function memoryHost(nodes: Readonly<Record<string, Node>>): MemoryHost {
  const all = new Map(Object.entries(nodes));
  const host: MemoryHost = {
    nodes: all,
    readFiles: [],
    readFolders: [],
    realUri: async uri => {
      const real = follow(all, pathOf(uri));
      return real === undefined ? undefined : uriOfPath(real);
    },
    readFile: async uri => {
      host.readFiles.push(pathOf(uri));
      const real = follow(all, pathOf(uri));
      const node = real === undefined ? undefined : all.get(real);
      if (node === undefined || (typeof node === "object" && "link" in node)) return undefined;
      return typeof node === "string" ? new TextEncoder().encode(node) : node;
    },
    readDirectory: async uri => {
      host.readFolders.push(pathOf(uri));
      const real = follow(all, pathOf(uri));
      return real === undefined ? undefined : entriesOf(all, real);
    },
  };
  return host;
}

function pathOf(uri: string): string {
  return decodeURIComponent(new URL(uri).pathname).replace(/\/$/, "");
}

/** The path with every link in it followed; undefined where links go round in a loop. */
function follow(all: ReadonlyMap<string, Node>, path: string, steps = 0): string | undefined {
  if (steps > 40) return undefined;
  const parts = path.split("/");
  for (let i = 2; i <= parts.length; i++) {
    const node = all.get(parts.slice(0, i).join("/"));
    if (typeof node === "object" && "link" in node)
      return follow(all, [node.link, ...parts.slice(i)].join("/"), steps + 1);
  }
  return path;
}

function entriesOf(all: ReadonlyMap<string, Node>, folder: string): readonly DirectoryEntry[] | undefined {
  const names = new Set<string>();
  for (const path of all.keys())
    if (path.startsWith(`${folder}/`)) names.add(path.slice(folder.length + 1).split("/")[0]!);
  if (names.size === 0) return undefined;
  return [...names].sort().flatMap(name => {
    const path = `${folder}/${name}`;
    const node = all.get(path);
    const link = typeof node === "object" && "link" in node;
    const real = follow(all, path);
    if (real === undefined) return [];
    const isFolder = !all.has(real) && [...all.keys()].some(other => other.startsWith(`${real}/`));
    return isFolder || all.has(real) ? [{ name, kind: isFolder ? "directory" : "file", link } as const] : [];
  });
}
