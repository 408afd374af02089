// Packages that nobody has to fetch: releases of WASI, laid out like a root that has each of them in its `deps`.
import type { UnitMaker } from "../syntax/cut.ts";
import { parseFile } from "../syntax/file.ts";
import type { DepEntry, PackageRoot } from "./layout-types.ts";

/** A release of WASI: the text of each of its packages, by name. */
export interface Release {
  readonly version: string;
  readonly packages: Readonly<Record<string, string>>;
}

/** Resolves in a later turn: parsing must not hold up what a person does. */
export type Turn = () => Promise<void>;

/** A release as a root of no folder; one package is parsed in each turn. */
export async function releaseRoot({ version, packages }: Release, make: UnitMaker, turn: Turn): Promise<PackageRoot> {
  const uri = `wit-library:/wasi-${version}`;
  const deps: DepEntry[] = [];
  for (const [name, text] of Object.entries(packages)) {
    await turn();
    const folder = `${uri}/${name}`;
    deps.push({ name, uri: folder, files: [parseFile({ uri: `${folder}/package.wit`, text, version: 0 }, make)] });
  }
  return { uri, kind: "folder", main: [], deps, loading: false };
}

/** Whether a root is a release rather than a place. */
export function isLibrary({ uri }: Pick<PackageRoot, "uri">): boolean {
  return uri.startsWith("wit-library:");
}
