// Finds the files of one package root through the host: the folder's own, and one level of `deps`.
import { append } from "../base/append.ts";
import type { DirectoryEntry, Host } from "./host.ts";
import { childUri, isWithin, uriKey } from "./uri.ts";

/** What lies in a package's folder, by URI. */
export interface RootListing {
  readonly uri: string;
  /** `*.wit` directly in the folder and in its `deps`, and packages in binary form in `deps`. */
  readonly files: readonly string[];
  /** Folders directly in `deps`. */
  readonly depFolders: readonly string[];
  /** Entries of `deps` that are links, or are reached by one, with what they lead to. */
  readonly links: readonly Link[];
  /** Links in `deps`, or `deps` itself, that lead out of the workspace. */
  readonly outside: readonly Link[];
}

export interface Link {
  readonly uri: string;
  readonly target: string;
}

interface Found {
  readonly files: string[];
  readonly depFolders: string[];
  readonly links: Link[];
  readonly outside: Link[];
}

/** Lists a root; `folders` are the keys of the workspace's folders, whose inside counts as the workspace. */
export async function listRoot(host: Host, uri: string, folders: readonly string[]): Promise<RootListing> {
  const entries = (await host.readDirectory(uri)) ?? [];
  const found: Found = { files: witFiles(uri, entries), depFolders: [], links: [], outside: [] };
  const deps = entries.find(entry => entry.name === "deps" && entry.kind === "directory");
  if (deps) await listDeps(host, childUri(uri, "deps"), deps, [...folders, uriKey(uri)], found);
  return { uri, ...found };
}

async function listDeps(
  host: Host,
  uri: string,
  deps: DirectoryEntry,
  inside: readonly string[],
  found: Found,
): Promise<void> {
  const reached = deps.link ? await followed(host, uri, inside, found) : undefined;
  const entries = (await host.readDirectory(uri)) ?? [];
  await Promise.all(
    entries.map(async entry => {
      const entryUri = childUri(uri, entry.name);
      // From outside the workspace no further link is followed: it could lead anywhere.
      if (entry.link && reached?.isOutside) return;
      const target = entry.link
        ? (await followed(host, entryUri, inside, found))?.target
        : reached && childUri(reached.target, entry.name);
      if (target !== undefined) found.links.push({ uri: entryUri, target });
      if (entry.kind === "file" && (isDepWit(entry.name) || isBinary(entry.name))) found.files.push(entryUri);
      if (entry.kind !== "directory") return;
      found.depFolders.push(entryUri);
      append(found.files, witFiles(entryUri, (await host.readDirectory(entryUri)) ?? []));
    }),
  );
}

interface Followed {
  readonly target: string;
  readonly isOutside: boolean;
}

async function followed(
  host: Host,
  uri: string,
  inside: readonly string[],
  found: Found,
): Promise<Followed | undefined> {
  const target = await host.realUri(uri);
  if (target === undefined) return undefined;
  const isOutside = !inside.some(folder => isWithin(uriKey(target), folder));
  if (isOutside) found.outside.push({ uri, target });
  return { target, isOutside };
}

export function witFiles(folder: string, entries: readonly DirectoryEntry[]): string[] {
  return entries.filter(entry => entry.kind === "file" && isWit(entry.name)).map(entry => childUri(folder, entry.name));
}

export function isWit(name: string): boolean {
  return name.endsWith(".wit");
}

/** Whether a file directly in `deps` is WIT: there its extension counts, and `.wit` alone is a name without one. */
export function isDepWit(name: string): boolean {
  return isWit(name) && name !== ".wit";
}

/** Whether a file directly in `deps` may be a package in binary form, or in WebAssembly's text form. */
export function isBinary(name: string): boolean {
  return /.\.wa(?:sm|t)$/.test(name);
}
