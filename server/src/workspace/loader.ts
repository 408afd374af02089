// Finds and reads the files of packages: the root of an opened document first, then the workspace in the background.
import { newWorkQueue, type WorkQueue } from "../base/work-queue.ts";
import { filesBehindLinks } from "./dep-links.ts";
import { currentLayout, forget, forgetRoot, setListing, setLoading, setManifests } from "./files.ts";
import { heldOf } from "./held.ts";
import { homeOf } from "./home.ts";
import type { PackageRoot } from "./layout-types.ts";
import { isWit, listRoot } from "./listing.ts";
import { digestsOf } from "./manifests/digest.ts";
import { isManifest, type ManifestFinder, newManifestFinder } from "./manifests/find.ts";
import { newFileReader, type ReadFiles, type ReadingContext } from "./read-files.ts";
import { type ScanBudget, type Stop, scan } from "./scan.ts";
import { isWithin, lastSegment, parentUri, schemeOf, uriKey, withoutSlash } from "./uri.ts";

export interface LoaderContext extends ReadingContext {
  /** The workspace's folders, as far as they are known before they are scanned. */
  readonly folders?: readonly string[];
  /** Called when files came, changed or went. */
  readonly onChange: () => void;
  readonly log: (message: string) => void;
}

export interface Loader {
  /** Reads the root that a document belongs to, once; `again` reads it anew. */
  readonly loadRootOf: (uri: string, again?: boolean) => Promise<void>;
  /** Reads every package below the folders; a scan that is under way is given up. */
  readonly scanFolders: (folders: readonly string[]) => Promise<void>;
  /** Takes in that files or folders came, changed or went. */
  readonly filesChanged: (uris: readonly string[]) => Promise<void>;
  /** Those of files and folders that are gone of which something was read, there or below. */
  readonly held: (gone: readonly string[]) => readonly string[];
  /** Forgets the package of a closed document where nothing else needs it. */
  readonly release: (uri: string) => void;
  /** What is to be waited for until the package of a document is read; undefined where it is. */
  readonly reading: (uri: string) => Promise<void> | undefined;
  /** The same for all packages at, below and above a folder, or for every one; changes that are being taken in are waited for too. */
  readonly readingBelow: (folder: string | undefined) => Promise<unknown> | undefined;
  readonly dispose: () => void;
}

const tellEveryMs = 250;
const foldersAtMost = 20_000;

interface State extends Omit<LoaderContext, "folders"> {
  readonly finder: ManifestFinder;
  folders: readonly string[];
  /** Keys of the workspace folders, and of what they lead to. */
  inside: readonly string[];
  /** Of folders that are links or lie behind one, what they lead to, by URI. */
  real: ReadonlyMap<string, string>;
  readonly underWay: Map<string, Promise<void>>;
  /** Changes of files are taken in one after the other: what an earlier one read must not take the place of a later one's. */
  readonly changes: WorkQueue;
  readonly readFiles: ReadFiles;
  scanning: Stop;
  lastTold: number;
}

export function newLoader(context: LoaderContext): Loader {
  const state: State = {
    ...context,
    finder: newManifestFinder(context.host),
    folders: [],
    inside: (context.folders ?? []).map(folder => uriKey(withoutSlash(folder))),
    real: new Map(),
    underWay: new Map(),
    changes: newWorkQueue(),
    readFiles: newFileReader(context),
    scanning: { stopped: false },
    lastTold: 0,
  };
  return {
    loadRootOf: (uri, again = false) => loadRootOf(state, uri, again),
    scanFolders: folders => scanFolders(state, folders),
    filesChanged: uris => state.changes.add(() => filesChanged(state, uris)),
    held: gone => heldOf(context.files, gone),
    release: uri => release(state, uri),
    reading: uri => state.underWay.get(homeOf(uri, context.files.schemes).key),
    readingBelow: folder => {
      const key = folder === undefined ? undefined : uriKey(withoutSlash(folder));
      const isAsked = (root: string): boolean => key === undefined || isWithin(root, key) || isWithin(key, root);
      const roots = [...state.underWay].flatMap(([root, work]) => (isAsked(root) ? [work] : []));
      const all = [...roots, ...state.changes.waiting()];
      return all.length === 0 ? undefined : Promise.allSettled(all);
    },
    dispose: () => {
      state.scanning.stopped = true;
    },
  };
}

async function loadRootOf(state: State, uri: string, again: boolean): Promise<void> {
  const home = homeOf(uri, state.files.schemes);
  if (home.kind === "alone") return;
  if (again) state.finder.forget();
  if (again || !state.files.listings.has(home.key)) await loadRoot(state, home.uri);
}

/** Lists and reads a root. Two calls for one root share the work; both see it done. */
function loadRoot(state: State, uri: string, tell = state.onChange): Promise<void> {
  const key = uriKey(uri);
  const known = state.underWay.get(key);
  if (known) return known;
  if (!state.files.listings.has(key)) setLoading(state.files, key, true);
  const work = readRoot(state, uri).finally(() => {
    state.underWay.delete(key);
    setLoading(state.files, key, false);
    tell();
  });
  state.underWay.set(key, work);
  return work;
}

async function readRoot(state: State, uri: string): Promise<void> {
  const { inside } = state;
  const listing = await listRoot(state.host, uri, inside);
  // The folders tell what leads out of the workspace.
  if (inside !== state.inside) return readRoot(state, uri);
  for (const { uri: link, target } of listing.outside)
    state.log(`${link} leads out of the workspace, to ${target}; it is read, links inside it are not followed.`);
  await state.readFiles(listing.files);
  const links = listing.links.map(link => ({ ...link, target: asSpelt(state, link.target) }));
  setListing(state.files, { ...listing, links });
  await readManifests(state, uri);
}

/** What a link leads to, in the spelling of the workspace folder that it lies in. */
function asSpelt({ real }: State, target: string): string {
  for (const [folder, leadsTo] of real)
    if (isWithin(uriKey(target), uriKey(leadsTo))) return folder + target.slice(leadsTo.length);
  return target;
}

async function readManifests(state: State, root: string): Promise<void> {
  const found = await state.finder.find(root, state.inside);
  const digests = found && (await digestsOf(found, root, state.host, state.files.disk));
  setManifests(state.files, uriKey(root), found && { ...found, digests: digests! });
}

async function scanFolders(state: State, folders: readonly string[]): Promise<void> {
  state.scanning.stopped = true;
  const stop: Stop = { stopped: false };
  state.scanning = stop;
  const plain = folders.map(withoutSlash);
  for (const gone of state.folders.filter(folder => !plain.includes(folder))) forget(state.files, gone);
  state.folders = plain;
  for (const folder of plain) state.files.schemes.add(schemeOf(folder));
  const real = await Promise.all(plain.map(folder => state.host.realUri(folder)));
  state.inside = [...plain, ...real.filter(uri => uri !== undefined)].map(uriKey);
  state.real = new Map(
    plain.flatMap((folder, i): [string, string][] => {
      const target = real[i];
      return target === undefined || uriKey(target) === uriKey(folder) ? [] : [[folder, target]];
    }),
  );
  state.finder.forget();
  // What was read before the folders were known may have its manifests further up.
  for (const { uri } of foldersKnown(state)) await readManifests(state, uri);
  await readLinksAgain(state);
  for (const folder of plain) await scanFolder(state, folder, stop);
  if (!stop.stopped) state.onChange();
}

/** Links that were taken for ones out of the workspace may lead into folders that have come to it. */
async function readLinksAgain(state: State): Promise<void> {
  for (const { uri, outside } of [...state.files.listings.values()])
    if (outside.some(({ target }) => state.inside.some(folder => isWithin(uriKey(target), folder))))
      await loadRoot(state, uri);
}

async function scanFolder(state: State, folder: string, stop: Stop): Promise<void> {
  const budget: ScanBudget = { folders: state.host.foldersAtMost ?? foldersAtMost };
  const onBudget = (): void =>
    state.log(
      `${folder} has more than ${budget.folders} folders: those further down are read when a file in them is opened.`,
    );
  for await (const found of scan(state.host, folder, { budget, stop, onBudget })) {
    const { key, uri } = homeOf(`${found}/x.wit`, state.files.schemes);
    if (!state.files.listings.has(key) && !stop.stopped) await loadRoot(state, uri, () => tellNow(state));
  }
}

/** A scan finds packages faster than they need to be told of. */
function tellNow(state: State): void {
  const now = state.now();
  if (now - state.lastTold < tellEveryMs) return;
  state.lastTold = now;
  state.onChange();
}

async function filesChanged(state: State, uris: readonly string[]): Promise<void> {
  const texts = uris.filter(uri => isWit(lastSegment(uri)) && isWanted(state, uri));
  const manifests = uris.filter(uri => isManifest(lastSegment(uri)));
  const folders = uris.filter(uri => !isWit(lastSegment(uri)) && !manifests.includes(uri));
  await state.readFiles(texts);
  await readNewRoots(state, texts);
  for (const folder of folders) await folderChanged(state, folder);
  await state.readFiles(filesBehindLinks(state.files.listings.values(), [...texts, ...folders]));
  await manifestsChanged(state, manifests, texts);
  state.onChange();
}

/** Of a folder that is made and filled at once an editor may tell but one file: the rest of a package that was unknown is read with it. */
async function readNewRoots(state: State, texts: readonly string[]): Promise<void> {
  for (const uri of texts) {
    const { kind, key, uri: root } = homeOf(uri, state.files.schemes);
    if (kind === "folder" && state.files.disk.has(uriKey(uri)) && !state.files.listings.has(key))
      await loadRoot(state, root, () => {});
  }
}

/** Of packages at or below changed manifests these are read again; of those with changed files, the digests are taken. */
async function manifestsChanged(state: State, changed: readonly string[], texts: readonly string[]): Promise<void> {
  const folders = changed.flatMap(uri => parentUri(uri) ?? []);
  for (const folder of folders) state.finder.forget(folder);
  const homes = new Set(texts.map(uri => homeOf(uri, state.files.schemes).key));
  for (const { uri } of foldersKnown(state)) {
    const key = uriKey(uri);
    const isBelow = folders.some(folder => isWithin(key, uriKey(folder)));
    const isNew = !state.files.listings.has(key);
    if (isBelow || (homes.has(key) && (isNew || state.files.manifests.get(key)?.witDeps)))
      await readManifests(state, uri);
  }
}

/** The packages that are folders, as they are known now. */
function foldersKnown({ files }: State): readonly PackageRoot[] {
  return currentLayout(files).roots.filter(root => root.kind === "folder");
}

function release(state: State, uri: string): void {
  const { key } = homeOf(uri, state.files.schemes);
  const isUsed = [...state.files.open.keys()].some(open => homeOf(open, state.files.schemes).key === key);
  if (isUsed || state.inside.some(folder => isWithin(key, folder))) return;
  forgetRoot(state.files, key);
  state.onChange();
}

/** A file counts when it lies in the workspace or in a root that was read because one of its files is open. */
function isWanted(state: State, uri: string): boolean {
  const key = uriKey(uri);
  return (
    state.inside.some(folder => isWithin(key, folder)) || state.files.listings.has(homeOf(uri, state.files.schemes).key)
  );
}

/** Of a folder only its own coming or going is told, not that of the files inside. */
async function folderChanged(state: State, uri: string): Promise<void> {
  const root = homeOf(`${uri}/x.wit`, state.files.schemes);
  const known = state.files.listings.has(root.key) || isWanted(state, uri);
  if (!known) return;
  // What is being read is of the time before the change: it must not be taken for what is read after it.
  while (state.underWay.has(root.key)) await state.underWay.get(root.key);
  forget(state.files, uri);
  state.finder.forget();
  setLoading(state.files, root.key, true);
  await loadRoot(state, root.uri);
  if ((await state.host.readDirectory(uri)) !== undefined) await scanFolder(state, uri, state.scanning);
}
