// Packages that nobody has to fetch: releases of WASI, laid out like a root that has each of them in its `deps`.
import type { UnitMaker } from "../syntax/cut.ts";
import { parseFile } from "../syntax/file.ts";
import type { DepEntry, PackageRoot } from "./layout-types.ts";

/** A release of WASI: the text of each of its packages, by name; each comes after those that it needs. */
export interface Release {
  readonly version: string;
  readonly packages: Readonly<Record<string, string>>;
}

/**
 * A release as a root of no folder, once with its first package and then with one more each time: each step costs what one package
 * does. The packages come in an order in which each needs only those before it.
 */
export function* releaseRoots({ version, packages }: Release, make: UnitMaker): Generator<PackageRoot, void, void> {
  const uri = `wit-library:/wasi-${version}`;
  let deps: readonly DepEntry[] = [];
  for (const [name, text] of Object.entries(packages)) {
    const folder = `${uri}/${name}`;
    const file = parseFile({ uri: `${folder}/package.wit`, text, version: 0 }, make);
    deps = [...deps, { name, uri: folder, files: [file] }];
    yield { uri, kind: "folder", main: [], deps, loading: false };
  }
}

/** Whether a root is a release rather than a place. */
export function isLibrary({ uri }: Pick<PackageRoot, "uri">): boolean {
  return uri.startsWith("wit-library:");
}
