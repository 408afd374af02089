// What `wit check --baseline` compares packages with.
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ParsedFile } from "../syntax/file.ts";
import { type BaselineContext, type BaselineFiles, readBaseline } from "../workspace/baseline.ts";
import type { PackageRoot } from "../workspace/layout-types.ts";
import { isWithin, parentUri, uriKey } from "../workspace/uri.ts";

/** Reads a baseline of the current folder, and of each root's folder that lies elsewhere; rejects where it can't be read. */
export async function readBaselines(
  context: BaselineContext,
  roots: readonly PackageRoot[],
  name: string | undefined,
): Promise<readonly BaselineFiles[]> {
  if (name === undefined) return [];
  const here = pathToFileURL(process.cwd()).href;
  const folders = new Set(roots.map(root => (isWithin(uriKey(root.uri), uriKey(here)) ? here : folderOf(root))));
  const found: BaselineFiles[] = [];
  for (const folder of folders) {
    const read = await readBaseline(context, { folder, name, start: here });
    if (read.kind === "fault") throw new Error(`can't compare with \`${name}\`: ${read.reason}.`);
    if (read.kind === "read") found.push(read);
  }
  return found;
}

function folderOf({ kind, uri }: PackageRoot): string {
  return kind === "folder" ? uri : (parentUri(uri) ?? uri);
}

/** Files of a baseline, by what they are shown as. */
export function shownFiles(baseline: BaselineFiles): readonly (readonly [string, ParsedFile])[] {
  return baseline.roots.flatMap(({ main, deps }) =>
    [...main, ...deps.flatMap(dep => dep.files)].map(file => [shown(baseline, file.source.uri), file] as const),
  );
}

/** A file of a revision as git writes it: `v1.0.0:wit/a.wit`; a folder's by its URI. */
export function shown({ from, name }: BaselineFiles, uri: string): string {
  if (from !== undefined) return uri;
  const file = path.relative(process.cwd(), fileURLToPath(uri));
  return `${name}:${file.split(path.sep).join("/")}`;
}
