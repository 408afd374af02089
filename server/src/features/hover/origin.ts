// What hover says of where packages come from: where one was found, or looked for, and what manifests and locks say of it.
import { codeSpan } from "../../base/markdown.ts";
import type { RootAnalysis } from "../../semantics/analysis.ts";
import { fetchSource } from "../../semantics/checks/missing-package.ts";
import type { PackageAnalysis } from "../../semantics/package.ts";
import type { Definition } from "../../semantics/symbols.ts";
import type { PackageRoot } from "../../workspace/layout-types.ts";
import { nameOf, uriKey } from "../../workspace/uri.ts";

/** Where the dependency lies that an interface or world is of; nothing for what is the root's own. */
export function originNote({ root }: RootAnalysis, { file, occurrence }: Definition): string {
  if (occurrence.kind !== "interface" && occurrence.kind !== "world") return "";
  const dep = root.deps.find(({ files }) => files.includes(file));
  return dep ? `from ${codeSpan(`deps/${dep.name}`)}` : "";
}

/** Where the tool that fetched a dependency says that it comes from. */
export function lockNote({ manifests }: PackageRoot, { package: { key, dep } }: PackageAnalysis): string {
  if (!dep) return "";
  const [name, version] = key.split("@");
  const locked = manifests?.wkg?.lock?.packages.find(each => each.name === name);
  if (locked?.versions.some(each => each.version === version)) return lockedIn("wkg.lock", locked.registry);
  const entry = manifests?.witDeps?.lock?.entries.find(({ id }) => id === dep.name);
  return entry ? lockedIn("deps.lock", entry.url ?? entry.path) : "";
}

function lockedIn(lock: string, source: string | undefined): string {
  return `Locked in ${codeSpan(lock)}${source === undefined ? "" : `, from ${codeSpan(source)}`}.`;
}

/** What is to be said of a definition that only another root has: its package is missing in the one that asks. */
export function missingHere(
  asking: RootAnalysis,
  root: RootAnalysis,
  { file }: Definition,
  roots: Iterable<RootAnalysis>,
): readonly string[] {
  const owner = root.packages.find(({ package: { scopes } }) => scopes.some(scope => scope.file === file));
  const key = owner?.package.key;
  if (root === asking || key === undefined || asking.byKey.has(key)) return [];
  return [`The package ${codeSpan(key)} is not in \`deps\` here.`, ...missingNotes(asking, key, roots)];
}

/** Where a package that a root lacks was looked for, which others have it, and how to fetch it. */
export function missingNotes({ root }: RootAnalysis, key: string, roots: Iterable<RootAnalysis>): readonly string[] {
  const places = [...roots].flatMap(each =>
    each.root.uri !== root.uri && each.byKey.has(key) ? [placeIn(each, key)] : [],
  );
  const source = fetchSource(root, key);
  return [
    root.kind === "file"
      ? "This file stands alone: it has no `deps`."
      : `Looked for in ${codeSpan(`${nameOf(root.uri)}/deps`)} and in braces in the package's files.`,
    places.length === 0 ? "" : `In the workspace: ${places.join(", ")}`,
    source === undefined ? "" : `${source[0]!.toUpperCase()}${source.slice(1)}.`,
  ];
}

/** A place in another root, so long that it is told apart from this one's. */
function placeIn({ root, byKey }: RootAnalysis, key: string): string {
  const dep = byKey.get(key)?.package.dep;
  const folder = uriKey(root.uri).split("/").slice(-2).join("/");
  return codeSpan(dep ? `${folder}/deps/${dep.name}` : folder);
}
