// The files the server knows: open documents over what the disk holds, and the packages that they form.
import type { UnitMaker } from "../syntax/cut.ts";
import { type ParsedFile, parseFile } from "../syntax/file.ts";
import { homeOf } from "./home.ts";
import type { DiskContent } from "./host.ts";
import { emptyLayout, type Layout, layout, replaceFile } from "./layout.ts";
import type { RootListing } from "./listing.ts";
import { type Manifests, sameManifests } from "./manifests/types.ts";
import { isWithin, uriKey } from "./uri.ts";

/** A file on disk; parsed when it is first needed, and never while a document covers it. */
interface DiskFile {
  readonly uri: string;
  readonly content: DiskContent;
  parsed?: ParsedFile;
}

/** Mutable: owned by the session (or by one run of the command line), and changed by its loader. */
export interface Files {
  readonly make: UnitMaker;
  readonly schemes: Set<string>;
  readonly disk: Map<string, DiskFile>;
  /** Documents by key. */
  readonly open: Map<string, ParsedFile>;
  /** Roots that were listed, by key. */
  readonly listings: Map<string, RootListing>;
  /** Manifests of roots, by key. */
  readonly manifests: Map<string, Manifests>;
  /** Keys of roots that are being read. */
  readonly loading: Set<string>;
  layout: Layout;
  /** Whether files came, went or may have moved since `layout` was made. */
  stale: boolean;
}

export function newFiles(make: UnitMaker): Files {
  return {
    make,
    schemes: new Set(["file"]),
    disk: new Map(),
    open: new Map(),
    listings: new Map(),
    manifests: new Map(),
    loading: new Set(),
    layout: emptyLayout,
    stale: false,
  };
}

/** The packages at this moment; immutable. */
export function currentLayout(files: Files): Layout {
  if (!files.stale) return files.layout;
  files.stale = false;
  const depFolders = [...files.listings.values()].flatMap(listing => listing.depFolders);
  const { schemes, manifests, open } = files;
  const loading = unfinished(files);
  const links = { targets: linkTargets(files), schemes, open };
  const input = { files: everyFile(files), depFolders, binaries: binaries(files), links, manifests, schemes, loading };
  files.layout = layout(input, files.layout);
  return files.layout;
}

function linkTargets({ listings }: Files): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const { links } of listings.values())
    for (const { uri, target } of links) targets.set(uriKey(uri), uriKey(target));
  return targets;
}

function* everyFile(files: Files): Iterable<ParsedFile> {
  for (const [key, file] of files.disk)
    if (!files.open.has(key) && file.content.kind !== "fault") yield parsed(files, file);
  yield* files.open.values();
}

/** Packages in binary form, by URI, with what is wrong with them. */
function binaries(files: Files): ReadonlyMap<string, { readonly fault?: string }> {
  const found = new Map<string, { readonly fault?: string }>();
  for (const { uri, content } of files.disk.values()) {
    if (content.kind === "package") found.set(uri, {});
    if (content.kind === "fault") found.set(uri, { fault: content.reason });
  }
  return found;
}

/** A package with a file that is no text is as incomplete as one still being read. */
function unfinished(files: Files): ReadonlySet<string> {
  const keys = new Set(files.loading);
  for (const [key, { uri, content }] of files.disk)
    if (content.kind === "binary" && !files.open.has(key)) keys.add(homeOf(uri, files.schemes).key);
  return keys;
}

function parsed(files: Files, file: DiskFile): ParsedFile {
  const text = "text" in file.content ? file.content.text : "";
  file.parsed ??= parseFile({ uri: file.uri, text, version: 0 }, files.make);
  return file.parsed;
}

/** Takes a document, new or changed, in place of what the disk holds. */
export function setDocument(files: Files, document: ParsedFile): void {
  files.open.set(uriKey(document.source.uri), document);
  const next = files.stale ? undefined : replaceFile(files.layout, document);
  if (next) files.layout = next;
  else files.stale = true;
}

export function closeDocument(files: Files, uri: string): void {
  files.open.delete(uriKey(uri));
  files.stale = true;
}

/**
 * Takes what the disk holds, and parses it unless a document covers it; undefined content takes the file away.
 * Gives whether anything changed.
 */
export function setDisk(files: Files, uri: string, content: DiskContent | undefined): boolean {
  const key = uriKey(uri);
  const old = files.disk.get(key);
  if (content === undefined) {
    if (!old) return false;
    files.disk.delete(key);
  } else {
    if (old && sameContent(old.content, content)) return false;
    const file: DiskFile = { uri, content };
    files.disk.set(key, file);
    if (!files.open.has(key)) parsed(files, file);
  }
  files.stale = true;
  return true;
}

function sameContent(a: DiskContent, b: DiskContent): boolean {
  if (a.kind !== b.kind) return false;
  return "text" in a ? "text" in b && a.text === b.text : "reason" in b && a.reason === b.reason;
}

/** Takes a new listing of a root; files of the old listing that are not in it are forgotten. */
export function setListing(files: Files, listing: RootListing): void {
  const key = uriKey(listing.uri);
  const now = new Set(listing.files.map(uriKey));
  for (const uri of files.listings.get(key)?.files ?? []) if (!now.has(uriKey(uri))) setDisk(files, uri, undefined);
  files.listings.set(key, listing);
  files.stale = true;
}

/** Takes the manifests of a root; those that say the same as before stay the same object. */
export function setManifests(files: Files, key: string, manifests: Manifests | undefined): void {
  const old = files.manifests.get(key);
  if (old === manifests || (old && manifests && sameManifests(old, manifests))) return;
  if (manifests) files.manifests.set(key, manifests);
  else files.manifests.delete(key);
  files.stale = true;
}

/** Marks a root as being read, or as read. */
export function setLoading(files: Files, key: string, loading: boolean): void {
  if (loading) files.loading.add(key);
  else files.loading.delete(key);
  files.stale = true;
}

/** Forgets the files and roots at or below a folder or file; documents stay. */
export function forget(files: Files, uri: string): void {
  const folder = uriKey(uri);
  for (const key of [...files.disk.keys()]) if (isWithin(key, folder)) files.disk.delete(key);
  for (const map of [files.listings, files.manifests])
    for (const key of [...map.keys()]) if (isWithin(key, folder)) map.delete(key);
  files.stale = true;
}

/** Forgets one root with the files that it lists; roots below it stay. */
export function forgetRoot(files: Files, key: string): void {
  for (const uri of files.listings.get(key)?.files ?? []) files.disk.delete(uriKey(uri));
  files.listings.delete(key);
  files.manifests.delete(key);
  files.stale = true;
}

/** Why a file on disk can't be read as text; undefined where it can, or where a document covers it. */
export function unreadable(files: Files, uri: string): string | undefined {
  const key = uriKey(uri);
  const content = files.open.has(key) ? undefined : files.disk.get(key)?.content;
  return content?.kind === "binary" ? content.reason : undefined;
}
