// Copies packages of the workspace into a package's `deps/`, so that what is offered from elsewhere becomes valid.
import type { ParsedFile } from "../syntax/file.ts";
import type { PackageRoot } from "../workspace/layout-types.ts";
import { childUri, lastSegment } from "../workspace/uri.ts";

/** A package to copy; `from` is the URI of the folder or file that holds it. */
export interface PackageSource {
  /** `namespace:name@version`. */
  readonly package: string;
  readonly from: string;
}

export interface NewFile {
  readonly uri: string;
  readonly text: string;
}

/**
 * The files to make in `deps/` of the root `into`. Undefined where that root has no folder, or where a package is not
 * among `roots`.
 */
export function copyDependencies(
  roots: readonly PackageRoot[],
  into: string,
  packages: readonly PackageSource[],
): readonly NewFile[] | undefined {
  const root = roots.find(r => r.uri === into);
  if (root?.kind !== "folder") return undefined;
  const taken = new Set(root.deps.map(dep => dep.name));
  const made: NewFile[] = [];
  const copied = new Set<string>();
  for (const source of packages) {
    // One folder or file may hold several of them.
    if (copied.has(source.from)) continue;
    copied.add(source.from);
    const found = sourceOf(roots, source.from);
    if (!found || found.files.length === 0) return undefined;
    const name = freeName(found.name, source.package, taken);
    taken.add(name).add(`${name}.wit`);
    const folder = childUri(childUri(into, "deps"), name);
    for (const { source: file } of found.files)
      made.push({ uri: childUri(folder, fileName(file.uri)), text: file.text });
  }
  return made;
}

/** A package in binary form is copied as the WIT read from it. */
function fileName(uri: string): string {
  return decodeURIComponent(lastSegment(uri)).replace(/\.wa(?:sm|t)$/, ".wit");
}

interface Source {
  /** The entry's name in `deps/`, where it lies in one. */
  readonly name?: string;
  readonly files: readonly ParsedFile[];
}

function sourceOf(roots: readonly PackageRoot[], from: string): Source | undefined {
  for (const root of roots) {
    if (root.uri === from) return { files: root.main };
    const dep = root.deps.find(d => d.uri === from);
    if (dep) return { name: dep.name.replace(/\.(?:wit|wasm|wat)$/, ""), files: dep.files };
  }
  return undefined;
}

/** A name that no entry has: the package's own, with its namespace, with its version as well, or else with a number. */
function freeName(wanted: string | undefined, key: string, taken: ReadonlySet<string>): string {
  const [path = "", version] = key.split("@");
  const [namespace = "", ...rest] = path.split(":");
  const own = rest.join("-").replaceAll("/", "-");
  const whole = `${namespace}-${own}`;
  const names = [wanted ?? own, whole, version === undefined ? whole : `${whole}-${version}`];
  for (let i = 2; ; i++) {
    const name = names.find(n => !taken.has(n) && !taken.has(`${n}.wit`));
    if (name !== undefined) return name;
    names.push(`${whole}-${i}`);
  }
}
