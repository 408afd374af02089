// A package that is mentioned and not there: one problem for each, however many mention it, that says where it was looked for.
import type { PackageRoot } from "../../workspace/layout-types.ts";
import { lastSegment, uriKey } from "../../workspace/uri.ts";
import type { ForeignMention } from "../foreign.ts";
import type { PackageAnalysis } from "../package.ts";
import { headerPlace, type Package } from "../packages.ts";
import type { FilePlace, FileProblem, Related } from "../problem.ts";

interface MissingCheck {
  readonly root: PackageRoot;
  /** The first package of each name. */
  readonly named: ReadonlyMap<string, Package>;
  /** In the order in which the reference resolves them. */
  readonly packages: readonly PackageAnalysis[];
}

interface Mentioned {
  readonly mention: ForeignMention;
  readonly by: Package;
}

export function missingPackages(r: MissingCheck): readonly FileProblem[] {
  if (r.root.loading) return [];
  const found = new Map<string, Mentioned[]>();
  for (const { package: by, foreign } of r.packages) {
    for (const { key, sound: mention } of foreign.values()) {
      if (!mention || r.named.has(key)) continue;
      const known = found.get(key);
      if (known) known.push({ mention, by });
      else found.set(key, [{ mention, by }]);
    }
  }
  return [...found].map(([key, mentions]) => problem(r, key, mentions));
}

/** The reference blames whoever it resolves first, which may be a dependency; people are told in a file of their own. */
function problem(r: MissingCheck, key: string, mentions: readonly Mentioned[]): FileProblem {
  const first = mentions[0]!;
  const shown = mentions.find(({ by }) => !by.dep) ?? first;
  const place = placeOf(shown.mention);
  const blamed = placeOf(first.mention);
  const others = otherVersions(r, key);
  const related = [
    ...others.flatMap(other => relatedHeader(other)),
    ...mentions.flatMap(m => (m === shown ? [] : [relatedMention(m)])),
  ];
  return {
    ...place,
    code: "missing-package",
    severity: "error",
    message: message(r.root, key, others),
    ...(blamed.uri === place.uri ? { at: blamed.start } : { at: undefined, elsewhere: blamed }),
    ...(related.length > 0 ? { related } : {}),
    data: { package: key, versions: others.map(other => other.key) },
  };
}

function placeOf({ scope, path, offset }: ForeignMention): FilePlace {
  const { start, end } = path.package!;
  return { uri: scope.file.source.uri, start: offset + start, end: offset + end };
}

function otherVersions({ named }: MissingCheck, key: string): readonly Package[] {
  const base = key.split("@")[0]!;
  return [...named.values()].filter(pkg => pkg.key.split("@")[0] === base);
}

function relatedHeader(pkg: Package): Related<FilePlace>[] {
  const place = headerPlace(pkg);
  return place ? [{ message: `\`${pkg.key}\` is here`, place }] : [];
}

function relatedMention({ mention, by }: Mentioned): Related<FilePlace> {
  return { message: `${by.key === "" ? "this" : `\`${by.key}\``} needs it too`, place: placeOf(mention) };
}

function message(root: PackageRoot, key: string, others: readonly Package[]): string {
  const start = `package \`${key}\` is missing`;
  if (others.length > 0)
    return `${start}: versions must be equal, and there is only ${others.map(o => `\`${o.key}\``).join(", ")}`;
  if (root.kind === "file")
    return `${start}: this file stands alone; put it into a folder of its own, with what it needs in \`deps\` below that`;
  const deps = `${lastSegment(uriKey(root.uri))}/deps`;
  return `${start}: it is not in \`deps\`; put its files into a folder in \`${deps}\`, or fetch it with \`wkg wit fetch\``;
}
