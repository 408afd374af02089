// A package from files given by relative path, as the reference parser would read them from a folder or a single file.
import type { ParsedFile } from "../syntax/file.ts";
import type { PackageRoot } from "./layout-types.ts";

/** A file by its path below the package's folder, with `/` between the segments. */
export interface GivenFile {
  readonly path: string;
  readonly file: ParsedFile;
}

/** `path` alone: a single file takes no dependencies. */
export function singleFile({ file }: GivenFile): PackageRoot {
  return { uri: file.source.uri, kind: "file", main: [file], deps: [], loading: false };
}

/** The folder `uri`: its own `*.wit`, and each entry of `deps`. `paths` are all files there are, also those that are not WIT. */
export function givenFolder(uri: string, files: readonly GivenFile[], paths: readonly string[]): PackageRoot {
  const main = files.filter(({ path }) => !path.includes("/")).sort(byPath);
  const names = new Set(paths.flatMap(path => entryOf(path) ?? []));
  const deps = [...names].sort(compareText).map(name => ({
    name,
    uri: `${uri}/deps/${name}`,
    files: files
      .filter(({ path }) => isInEntry(path, name))
      .sort(byPath)
      .map(({ file }) => file),
  }));
  return { uri, kind: "folder", main: main.map(({ file }) => file), deps, loading: false };
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
