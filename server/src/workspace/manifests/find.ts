// Finds and reads the manifests and locks of packages through the host.
import type { SourceFile } from "../../syntax/file.ts";
import { type Host, readText } from "../host.ts";
import { childUri, isWithin, lastSegment, parentUri, resolveUri, uriKey } from "../uri.ts";
import type { Manifests, OutsideEntry, WitDepsFiles, WkgFiles } from "./types.ts";
import { readWitDepsLock, readWitDepsManifest } from "./wit-deps.ts";
import { readWkgLock, readWkgManifest } from "./wkg.ts";

const names: ReadonlySet<string> = new Set(["wkg.toml", "wkg.lock", "deps.toml", "deps.lock"]);

/** No manifest that people or tools write is longer; in UTF-16 units. */
const longestText = 1_000_000;

/** Whether a file of this name says where dependencies come from. */
export function isManifest(name: string): boolean {
  return names.has(name);
}

/** What is found by reading; digests of what is there are another matter. */
export type FoundManifests = Omit<Manifests, "digests">;

/** Reads manifests; what is as it was is the same object, for every package. */
export interface ManifestFinder {
  /** The manifests of a package's folder; `folders` are the keys of the workspace's folders. */
  readonly find: (root: string, folders: readonly string[]) => Promise<FoundManifests | undefined>;
  /** Lets `find` read again what it has read in a folder, or in all. */
  readonly forget: (folder?: string) => void;
}

interface State {
  readonly host: Host;
  /** What folders have, by key. */
  readonly folders: Map<string, Promise<FolderFiles>>;
  /** Files as they were read last, by key. */
  readonly sources: Map<string, SourceFile>;
}

/** What one folder has. */
export interface FolderFiles {
  readonly wkg?: WkgFiles;
  readonly witDeps?: WitDepsFiles;
}

export function newManifestFinder(host: Host): ManifestFinder {
  const state: State = { host, folders: new Map(), sources: new Map() };
  return {
    find: (root, folders) => find(state, root, folders),
    forget: folder => {
      if (folder === undefined) state.folders.clear();
      else state.folders.delete(uriKey(folder));
    },
  };
}

async function find(state: State, root: string, folders: readonly string[]): Promise<FoundManifests | undefined> {
  const { witDeps } = await filesIn(state, root, folders);
  const wkg = await nearestWkg(state, root, folders);
  if (!wkg && !witDeps) return undefined;
  const outside = await leaving(state, wkg, witDeps, folders);
  return { ...(wkg ? { wkg } : {}), ...(witDeps ? { witDeps } : {}), outside };
}

/** In the nearest folder at or above the package: in the workspace, or at most in the folder that holds the package's own. */
async function nearestWkg(state: State, root: string, folders: readonly string[]): Promise<WkgFiles | undefined> {
  const isInside = (uri: string): boolean => folders.some(folder => isWithin(uriKey(uri), folder));
  const mayClimb = isInside(root);
  for (let at: string | undefined = root, steps = 0; at !== undefined; at = parentUri(at), steps++) {
    if (mayClimb ? !isInside(at) : steps > 1) return undefined;
    const { wkg } = await filesIn(state, at, folders);
    if (wkg) return wkg;
  }
  return undefined;
}

function filesIn(state: State, folder: string, folders: readonly string[]): Promise<FolderFiles> {
  const key = uriKey(folder);
  const reading = state.folders.get(key) ?? readFolder(state, folder, folders);
  state.folders.set(key, reading);
  return reading;
}

async function readFolder(state: State, folder: string, folders: readonly string[]): Promise<FolderFiles> {
  const entries = (await state.host.readDirectory(folder)) ?? [];
  const sources = entries.map(async ({ name, kind, link }): Promise<SourceFile | undefined> => {
    if (kind !== "file" || !isManifest(name)) return undefined;
    const uri = childUri(folder, name);
    return link && !(await staysInside(state, uri, folders)) ? undefined : readSource(state, uri);
  });
  return filesOf(
    folder,
    (await Promise.all(sources)).filter(source => source !== undefined),
  );
}

/** What the manifests and locks in a folder say. */
export function filesOf(folder: string, sources: readonly SourceFile[]): FolderFiles {
  const read = <T>(name: string, make: (source: SourceFile) => T): T | undefined => {
    const source = sources.find(({ uri }) => lastSegment(uri) === name);
    return source && make(source);
  };
  const both = <M, L>(manifest: M | undefined, lock: L | undefined): { manifest?: M; lock?: L } | undefined =>
    manifest || lock ? { ...(manifest ? { manifest } : {}), ...(lock ? { lock } : {}) } : undefined;
  const wkg = both(read("wkg.toml", readWkgManifest), read("wkg.lock", readWkgLock));
  const witDeps = both(read("deps.toml", readWitDepsManifest), read("deps.lock", readWitDepsLock));
  return { ...(wkg ? { wkg: { folder, ...wkg } } : {}), ...(witDeps ? { witDeps } : {}) };
}

async function staysInside({ host }: State, uri: string, folders: readonly string[]): Promise<boolean> {
  const real = await host.realUri(uri);
  return real !== undefined && folders.some(folder => isWithin(uriKey(real), folder));
}

/** The same object while the text is the same. */
async function readSource(state: State, uri: string): Promise<SourceFile | undefined> {
  const content = await readText(state.host, uri);
  const key = uriKey(uri);
  const known = state.sources.get(key);
  if (content?.kind !== "text" || content.text.length > longestText) {
    state.sources.delete(key);
    return undefined;
  }
  if (known?.text === content.text && known.uri === uri) return known;
  const source: SourceFile = { uri, text: content.text, version: 0 };
  state.sources.set(key, source);
  return source;
}

/** Entries whose path leads out of the workspace, also by a link; where no folder is known, nothing is outside. */
async function leaving(
  { host }: State,
  wkg: WkgFiles | undefined,
  witDeps: WitDepsFiles | undefined,
  folders: readonly string[],
): Promise<readonly OutsideEntry[]> {
  if (folders.length === 0) return [];
  const local = [
    ...(wkg?.manifest?.overrides ?? []).map(entry => ({ ...entry, uri: wkg!.manifest!.source.uri })),
    ...(witDeps?.manifest?.entries ?? []).map(({ id: name, ...entry }) => ({
      ...entry,
      name,
      uri: witDeps!.manifest!.source.uri,
    })),
  ];
  const found = await Promise.all(
    local.map(async ({ name, path, place, uri }): Promise<OutsideEntry | undefined> => {
      if (path === undefined) return undefined;
      const plain = resolveUri(parentUri(uri)!, path);
      const target = (await host.realUri(plain)) ?? plain;
      return folders.some(folder => isWithin(uriKey(target), folder)) ? undefined : { uri, name, target, ...place };
    }),
  );
  return found.filter(entry => entry !== undefined);
}
