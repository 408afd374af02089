// What the tools that fill `deps/` write beside a package: `wkg.toml`, `wkg.lock`, `deps.toml` and `deps.lock`, as plain data.
import { sameItems } from "../../base/memo.ts";
import type { Span } from "../../base/span.ts";
import type { SourceFile } from "../../syntax/file.ts";

/** All that is said beside a package of where its dependencies come from. */
export interface Manifests {
  readonly wkg?: WkgFiles;
  readonly witDeps?: WitDepsFiles;
  /** SHA-256 of entries of `deps` as the disk has them, by their names, as locks hold them; only of those that are locked. */
  readonly digests: ReadonlyMap<string, string>;
  /** Entries whose path leads out of the workspace. */
  readonly outside: readonly OutsideEntry[];
}

/** A file as read. */
export interface ManifestFile {
  readonly source: SourceFile;
  /** Why it can't be read; it has no entries then. */
  readonly fault?: ManifestFault;
}

/** UTF-16 offsets of the file. */
export interface ManifestFault extends Span {
  readonly message: string;
}

/** Files of wkg (wasm-pkg-tools), in the nearest folder at or above a package that has one; packages may share them. */
export interface WkgFiles {
  /** URI of the folder. */
  readonly folder: string;
  readonly manifest?: WkgManifest;
  readonly lock?: WkgLock;
}

export interface WkgManifest extends ManifestFile {
  readonly overrides: readonly WkgOverride[];
  /** Whether it joins several packages, whose dependencies then lie in a folder of their own. */
  readonly workspace: boolean;
}

/** A package that is not taken from the registry in the version that the WIT names. */
export interface WkgOverride {
  /** `namespace:name`. */
  readonly name: string;
  readonly path?: string;
  readonly place: Span;
}

export interface WkgLock extends ManifestFile {
  readonly packages: readonly LockedPackage[];
}

export interface LockedPackage {
  /** `namespace:name`. */
  readonly name: string;
  readonly registry?: string;
  readonly place: Span;
  readonly versions: readonly LockedVersion[];
}

export interface LockedVersion {
  readonly version: string;
  /** `sha256:…` of the package as the registry has it. */
  readonly digest?: string;
  readonly place: Span;
}

/** Files of wit-deps, in the package's own folder. */
export interface WitDepsFiles {
  readonly manifest?: WitDepsManifest;
  readonly lock?: WitDepsLock;
}

export interface WitDepsManifest extends ManifestFile {
  readonly entries: readonly WitDepsEntry[];
}

/** A folder in `deps` and where its content comes from; what only another entry brings with it has no source. */
export interface WitDepsEntry {
  /** The folder's name. */
  readonly id: string;
  readonly url?: string;
  readonly path?: string;
  readonly prefix?: string;
  readonly place: Span;
}

export interface WitDepsLock extends ManifestFile {
  readonly entries: readonly LockedFolder[];
}

export interface LockedFolder extends WitDepsEntry {
  readonly sha256?: string;
}

export interface OutsideEntry extends Span {
  /** URI of the manifest; the span is that of the entry there. */
  readonly uri: string;
  /** The entry's name. */
  readonly name: string;
  /** URI of what the path leads to. */
  readonly target: string;
}

/** The program that fills a package's `deps/`: wit-deps where its manifest lies there, else wkg. */
export function fetchTool(manifests: Manifests | undefined): "wkg" | "wit-deps" {
  return manifests?.witDeps?.manifest ? "wit-deps" : "wkg";
}

/** Every manifest and lock, as files. */
export function manifestFiles({ wkg, witDeps }: Manifests): readonly ManifestFile[] {
  return [wkg?.manifest, wkg?.lock, witDeps?.manifest, witDeps?.lock].filter(file => file !== undefined);
}

/** The first line of a file: the place of what is said of it as a whole. */
export function firstLine({ source: { text } }: ManifestFile): Span {
  return { start: 0, end: /^[^\r\n]*/.exec(text)![0].length };
}

/** Whether two readings say the same; files are the same objects while their text is the same. */
export function sameManifests(a: Manifests, b: Manifests): boolean {
  const rest = ({ wkg, digests, outside }: Manifests): string => JSON.stringify([wkg?.folder, [...digests], outside]);
  return sameItems(manifestFiles(a), manifestFiles(b)) && rest(a) === rest(b);
}
