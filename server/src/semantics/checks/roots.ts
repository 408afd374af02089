// Rules between the packages of a root: missing ones, doubles, cycles.
import type { PackageRoot } from "../../workspace/layout-types.ts";
import type { PackageAnalysis } from "../package.ts";
import type { PackageCycle } from "../package-order.ts";
import type { Package } from "../packages.ts";
import type { FileProblem } from "../problem.ts";

export interface RootCheck {
  readonly root: PackageRoot;
  readonly all: readonly Package[];
  /** The first package of each name. */
  readonly named: ReadonlyMap<string, Package>;
  readonly cycles: readonly PackageCycle[];
  readonly packages: readonly PackageAnalysis[];
  readonly byKey: ReadonlyMap<string, PackageAnalysis>;
}

export function rootFindings(r: RootCheck): readonly FileProblem[] {
  return [...emptyRoot(r), ...doubles(r), ...cycles(r), ...missingPackages(r)];
}

/** A folder without a `.wit` file is no package; neither is such a folder in `deps/`. */
function emptyRoot({ root }: RootCheck): FileProblem[] {
  if (root.loading) return [];
  const nowhere = { code: "no-package-header", severity: "error" as const, start: 0, end: 0, at: undefined };
  const found: FileProblem[] = [];
  if (root.main.length === 0)
    found.push({ ...nowhere, uri: root.uri, message: "this folder has no `.wit` file, so it is no package" });
  for (const dep of root.deps) {
    if (dep.binary?.fault !== undefined) {
      found.push({
        ...nowhere,
        code: "invalid-binary-package",
        uri: dep.uri,
        message: `\`deps/${dep.name}\` can't be read as a WIT package: ${dep.binary.fault}`,
      });
    } else if (dep.files.length === 0)
      found.push({
        ...nowhere,
        uri: dep.uri,
        message: `\`deps/${dep.name}\` has no \`.wit\` file, so it is no package`,
      });
  }
  return found;
}

function headerPlace(pkg: Package): { uri: string; start: number; end: number } | undefined {
  const h = pkg.header;
  return h && { uri: h.scope.file.source.uri, start: h.offset + h.name.start, end: h.offset + h.name.end };
}

function doubles({ all, named }: RootCheck): FileProblem[] {
  return all.flatMap(pkg => {
    const first = named.get(pkg.key);
    const [place, other] = [headerPlace(pkg), first && headerPlace(first)];
    if (!first || first === pkg || !place || !other) return [];
    const message = `there are two packages \`${pkg.key}\`; keep one of them`;
    return [
      {
        ...place,
        code: "duplicate-package",
        severity: "error",
        message,
        at: place.start,
        related: [{ message: `\`${pkg.key}\` is first defined here`, place: other }],
      },
    ];
  });
}

function cycles({ cycles: found, all }: RootCheck): FileProblem[] {
  return found.map(({ mention, key }) => {
    const path = mention.path.package!;
    const [start, end] = [mention.offset + path.start, mention.offset + path.end];
    const own = all.find(p => p.key === key && p.scopes.includes(mention.scope));
    const message = own
      ? `package \`${key}\` names itself; leave the package out: \`${mention.path.name.text}\``
      : `package \`${key}\` depends on this package, so this package can't depend on it`;
    return {
      uri: mention.scope.file.source.uri,
      code: "package-cycle",
      severity: "error",
      message,
      start,
      end,
      at: start,
      data: { package: key },
    };
  });
}

/** One problem a package that is missing, at its first mention. */
function missingPackages({ root, packages, byKey, named }: RootCheck): FileProblem[] {
  if (root.loading) return [];
  return packages.flatMap(({ foreign }) =>
    [...foreign.values()].flatMap(({ key, sound: first }): FileProblem[] => {
      if (!first || byKey.has(key) || named.has(key)) return [];
      const path = first.path.package!;
      const [start, end] = [first.offset + path.start, first.offset + path.end];
      const base = key.split("@")[0]!;
      const others = [...byKey.keys()].filter(k => k.split("@")[0] === base);
      return [
        {
          uri: first.scope.file.source.uri,
          code: "missing-package",
          severity: "error",
          message: missing(root, key, others),
          start,
          end,
          at: start,
          data: { package: key, versions: others },
        },
      ];
    }),
  );
}

function missing(root: PackageRoot, key: string, others: readonly string[]): string {
  const start = `package \`${key}\` is missing`;
  if (others.length > 0)
    return `${start}: versions must be equal, and there is only ${others.map(o => `\`${o}\``).join(", ")}`;
  const where =
    root.kind === "file"
      ? "this file stands alone; put it into a folder of its own, with what it needs in `deps` below that"
      : "it is not in `deps`; put its files into a folder there";
  return `${start}: ${where}`;
}
