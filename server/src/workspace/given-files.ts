// A package from files given by relative path, as the reference parser would read them from a folder or a single file.
import type { ParsedFile } from "../syntax/file.ts";
import type { DepEntry, PackageRoot } from "./layout-types.ts";

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

/** The folder `uri`: its own `*.wit`, and each entry of `deps`. `paths` are all files there are, also those that are not WIT. */
export function givenFolder(
  uri: string,
  files: readonly GivenFile[],
  paths: readonly string[],
  binaries: readonly GivenBinary[] = [],
): PackageRoot {
  const main = files.filter(({ path }) => !path.includes("/")).sort(byPath);
  const names = new Set(paths.flatMap(path => entryOf(path) ?? []));
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

/** The entry of `deps` that a path belongs to: any folder, or a `.wit` file. */
function entryOf(path: string): string | undefined {
  const [deps, name, ...rest] = path.split("/");
  if (deps !== "deps" || name === undefined) return undefined;
  return rest.length > 0 || name.endsWith(".wit") ? name : undefined;
}

function isInEntry(path: string, name: string): boolean {
  return path === `deps/${name}` || (path.startsWith(`deps/${name}/`) && path.split("/").length === 3);
}

function byPath(a: GivenFile, b: GivenFile): number {
  return compareText(a.path, b.path);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
