// Renaming a package or giving it another version: every header and every path that names it.
import { compareVersions, parseVersion, type SemVer } from "../../base/semver.ts";
import type { RootAnalysis } from "../../semantics/analysis.ts";
import type { PackageAnalysis } from "../../semantics/package.ts";
import { packageKey } from "../../semantics/packages.ts";
import type { Occurrence } from "../../semantics/symbols.ts";
import { type Container, isContainer, type PackageName, unitOf } from "../../syntax/ast.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import { nameFault } from "../../syntax/names.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { keywords } from "../../syntax/tokens.ts";
import { packagePaths } from "../package-paths.ts";
import { filesOf } from "../references.ts";
import { isOfDependency, type RenamedFile, type RenameOptions, type Renaming, refused, untouchable } from "./edits.ts";

interface NewName {
  readonly namespace: string;
  readonly name: string;
  readonly version: string | undefined;
}

/** `text` is the new name with or without a version, or a version alone. */
export function renamePackage(
  root: RootAnalysis,
  roots: readonly RootAnalysis[],
  occurrence: Occurrence,
  text: string,
  options: RenameOptions,
): Renaming {
  const old = occurrence.id.slice("package ".length);
  const wanted = newName(old, text);
  if (typeof wanted === "string") return refused(wanted);
  const key = keyOf(wanted);
  if (key === old) return { kind: "edits", files: [] };
  const fault = faultOf(root, roots, old, key, wanted);
  if (fault !== undefined) return refused(fault);
  return collect(roots, old, wanted, options);
}

function keyOf({ namespace, name, version }: NewName): string {
  return `${namespace}:${name}${version === undefined ? "" : `@${version}`}`;
}

/** The new name, or what is wrong with it. A name without a version keeps the old one. */
function newName(old: string, text: string): NewName | string {
  const [oldPath = "", oldVersion] = old.split("@");
  const [path = "", version] = /^\d/.test(text) ? [oldPath, text] : text.split("@");
  const parts = path.split(":").map(part => part.replace(/^%/, ""));
  const [namespace, name] = parts;
  if (parts.length !== 2 || namespace === undefined || name === undefined)
    return "A package is named `namespace:name`, with or without `@version`.";
  for (const part of parts) {
    const fault = nameFault(part);
    if (fault) return `${fault.message}.`;
  }
  const parsed = version === undefined ? undefined : parseVersion(version);
  if (typeof parsed === "string") return `\`${version}\` is not a version: ${parsed}.`;
  return { namespace, name, version: version ?? oldVersion };
}

function faultOf(
  root: RootAnalysis,
  roots: readonly RootAnalysis[],
  old: string,
  key: string,
  { version }: NewName,
): string | undefined {
  const taken = roots.find(r => r.byKey.has(key));
  if (taken) return `There is a package \`${key}\` already; give one of the two another name or version.`;
  const pkg = root.byKey.get(old);
  const limit = version === undefined ? undefined : parseVersion(version);
  if (!pkg || typeof limit === "string") return undefined;
  const since = sinceAfter(pkg, limit);
  if (since === undefined) return undefined;
  return limit
    ? `The package has \`@since(version = ${since})\`, which would be later than ${version}.`
    : `The package has \`@since(version = ${since})\`, which needs a version to compare with.`;
}

/** A version that a gate of the package names and that is later than `limit`, or any where there is no limit. */
function sinceAfter(pkg: PackageAnalysis, limit: SemVer | undefined): string | undefined {
  for (const scope of pkg.package.scopes) {
    for (const item of scope.items) {
      const found = sinceIn(item.container, limit);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function sinceIn(container: Container, limit: SemVer | undefined): string | undefined {
  for (const unit of [container.head, ...container.members.map(unitOf)]) {
    if (!unit || unit.attributes.some(a => a.kind === "unstable")) continue;
    for (const attribute of unit.attributes) {
      const text = attribute.kind === "since" ? attribute.version?.text : undefined;
      const version = text === undefined ? undefined : parseVersion(text);
      if (version === undefined || typeof version === "string") continue;
      if (!limit || compareVersions(version, limit) > 0) return text;
    }
  }
  for (const member of container.members) {
    const found = isContainer(member) ? sinceIn(member, limit) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function collect(roots: readonly RootAnalysis[], old: string, wanted: NewName, options: RenameOptions): Renaming {
  const files = new Map<string, RenamedFile>();
  for (const root of roots) {
    for (const file of filesOf(root)) {
      const { uri } = file.source;
      const edits = files.has(uri) ? [] : editsIn(root, file, old, wanted);
      if (edits.length === 0) continue;
      const fault = untouchable(root, file, options);
      if (fault) return fault;
      files.set(uri, { uri, edits, dependency: isOfDependency(root, file, old) });
    }
  }
  return { kind: "edits", files: [...files.values()] };
}

function editsIn(root: RootAnalysis, file: ParsedFile, old: string, wanted: NewName): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const pkg of root.packages) {
    for (const { scope, name, offset } of pkg.package.headers)
      if (scope.file === file && packageKey(name) === old) addName(edits, name, offset, wanted, nameEnd(name));
  }
  for (const { path, start, key } of packagePaths(root.packages, file))
    if (key === old && path.package) addName(edits, path.package, start, wanted, path.name.end);
  return edits.sort((a, b) => a.start - b.start);
}

function nameEnd({ namespaces, names, start }: PackageName): number {
  return (names.at(-1) ?? namespaces.at(-1))?.end ?? start;
}

/** `versionAt` is where a version belongs; offsets of the name count from `start`. */
function addName(edits: TextEdit[], name: PackageName, start: number, wanted: NewName, versionAt: number): void {
  const [namespace, own] = [name.namespaces[0], name.names[0]];
  if (namespace && namespace.text !== wanted.namespace) edits.push(part(namespace, start, written(wanted.namespace)));
  if (own && own.text !== wanted.name) edits.push(part(own, start, written(wanted.name)));
  const { version } = wanted;
  if (name.version?.text === version) return;
  if (name.version && version !== undefined) edits.push(part(name.version, start, version));
  else if (version !== undefined) edits.push(part({ start: versionAt, end: versionAt }, start, `@${version}`));
}

function part(at: { readonly start: number; readonly end: number }, start: number, insert: string): TextEdit {
  return { start: start + at.start, end: start + at.end, insert };
}

function written(name: string): string {
  return keywords.has(name) ? `%${name}` : name;
}
