// Rules between the packages of a root: missing ones, doubles, cycles.
import type { PackageRoot } from "../../workspace/layout-types.ts";
import { circleInWords, shownSteps } from "../cycles.ts";
import type { ForeignMention } from "../foreign.ts";
import type { PackageAnalysis } from "../package.ts";
import type { PackageCycle } from "../package-order.ts";
import { headerPlace, type Package } from "../packages.ts";
import type { FilePlace, FileProblem } from "../problem.ts";
import { missingPackages } from "./missing-package.ts";

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
  return found.map(({ steps }) => {
    const { to, mention } = steps[0]!;
    const own = all.find(p => p.key === to && p.scopes.includes(mention.scope));
    const circle = steps.length > 2 ? `: ${circleInWords(steps.map(({ from }) => from))}` : "";
    const message = own
      ? `package \`${to}\` names itself; leave the package out: \`${mention.path.name.text}\``
      : `package \`${to}\` depends on this package, so this package can't depend on it${circle}`;
    const place = mentionPlace(mention);
    const related = shownSteps(steps).map(step => ({
      message: `\`${step.from}\` needs \`${step.to}\``,
      place: mentionPlace(step.mention),
    }));
    return {
      ...place,
      code: "package-cycle",
      severity: "error",
      message,
      at: place.start,
      data: { package: to },
      related,
    };
  });
}

/** A mention's package. */
function mentionPlace({ scope, offset, path }: ForeignMention): FilePlace {
  const { start, end } = path.package!;
  return { uri: scope.file.source.uri, start: offset + start, end: offset + end };
}
