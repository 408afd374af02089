// A package from files given by relative path, as the reference parser would read them from a folder or a single file.
import { compareText } from "../base/text-order.ts";
import type { ParsedFile } from "../syntax/file.ts";
import type { DepEntry, PackageRoot } from "./layout-types.ts";
import { isBinary, isDepWit, isWit } from "./listing.ts";

/** A file by its path below the package's folder, with `/` between the segments. */
export interface GivenFile {
  readonly path: string;
  readonly file: ParsedFile;
}

/** `path` alone: a single file takes no dependencies. */
export function singleFile({ file }: GivenFile): PackageRoot {
  return { uri: file.source.uri, kind: "file", main: [file], deps: [], loading: false };
}

/** A package in binary form, `deps/x.wasm` or `deps/x.wat`, as read. */
export interface GivenBinary {
  readonly path: string;
  /** The WIT read from it; absent where it could not be read. */
  readonly file?: ParsedFile;
  readonly fault?: string;
}

/**
 * The folder `uri`: its own files, and each entry of `deps`. `files` are those that `placeOf` says to read as WIT;
 * `paths` are all files there are.
 */
export function givenFolder(
  uri: string,
  files: readonly GivenFile[],
  paths: readonly string[],
  binaries: readonly GivenBinary[] = [],
): PackageRoot {
  const main = files.filter(({ path }) => !path.includes("/")).sort(byPath);
  const inFolders = paths
    .map(path => path.split("/"))
    .filter(([deps, , ...rest]) => deps === "deps" && rest.length > 0);
  const alone = files.map(({ path }) => path.split("/")).filter(parts => parts.length === 2);
  const names = new Set([...inFolders, ...alone].map(([, name]) => name!));
  const folders: DepEntry[] = [...names].map(name => ({
    name,
    uri: `${uri}/deps/${name}`,
    files: files
      .filter(({ path }) => isInEntry(path, name))
      .sort(byPath)
      .map(({ file }) => file),
  }));
  const deps = [...folders, ...binaries.map(binary => binaryEntry(uri, binary))].sort((a, b) =>
    compareText(a.name, b.name),
  );
  return { uri, kind: "folder", main: main.map(({ file }) => file), deps, loading: false };
}

function binaryEntry(uri: string, { path, file, fault }: GivenBinary): DepEntry {
  const base = { name: path.slice("deps/".length), uri: `${uri}/${path}`, files: file ? [file] : [] };
  return { ...base, binary: fault === undefined ? {} : { fault } };
}

/** Whether a path below a package's folder is that of WIT, which is read, or of a dependency in one file, which may be WIT. */
export function placeOf(path: string): "wit" | "binary" | undefined {
  const parts = path.split("/");
  const name = parts.at(-1)!;
  if (parts.length > 1 && parts[0] !== "deps") return undefined;
  if (parts.length !== 2) return parts.length < 4 && isWit(name) ? "wit" : undefined;
  return isDepWit(name) ? "wit" : isBinary(name) ? "binary" : undefined;
}

function isInEntry(path: string, name: string): boolean {
  return path === `deps/${name}` || (path.startsWith(`deps/${name}/`) && path.split("/").length === 3);
}

function byPath(a: GivenFile, b: GivenFile): number {
  return compareText(a.path, b.path);
}
