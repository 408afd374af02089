// The paths of a file that name a package: in `use`, `import`, `export` and `include`, at every level.
import type { PackageAnalysis } from "../semantics/package.ts";
import { packageKey, type Scope } from "../semantics/packages.ts";
import type { UsePath } from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/file.ts";

/** A path that names a package. Its offsets count from `start`, a UTF-16 offset of the file. */
export interface PackagePath {
  readonly path: UsePath;
  readonly start: number;
  /** What it names: `namespace:name@version`. */
  readonly key: string;
  /** The package that holds it. */
  readonly from: PackageAnalysis;
}

export function packagePaths(packages: readonly PackageAnalysis[], file: ParsedFile): readonly PackagePath[] {
  return packages.flatMap(from =>
    from.package.scopes.flatMap(scope => (scope.file === file ? pathsOf(from, scope) : [])),
  );
}

function pathsOf(from: PackageAnalysis, scope: Scope): readonly PackagePath[] {
  const found: PackagePath[] = [];
  const add = (path: UsePath | undefined, start: number): void => {
    if (path?.package) found.push({ path, start, key: packageKey(path.package), from });
  };
  for (const { unit, offset } of scope.uses) add(unit.path, scope.offset + offset);
  for (const item of scope.items) {
    const known = from.items.get(item.name.text);
    if (known?.item.item !== item) continue;
    for (const { path, offset } of known.analysis.scope.outline.mentions)
      add(path, scope.offset + item.offset + offset);
  }
  return found;
}
