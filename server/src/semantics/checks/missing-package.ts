// A package that is mentioned and not there: one problem for each, however many mention it, that says where it was looked for.
import type { PackageRoot } from "../../workspace/layout-types.ts";
import { fetchTool } from "../../workspace/manifests/types.ts";
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
    message: `package \`${key}\` is missing: ${reason(r.root, key, others)}`,
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

function reason(root: PackageRoot, key: string, others: readonly Package[]): string {
  if (root.kind === "file" && others.length === 0)
    return "this file stands alone; put it into a folder of its own, with what it needs in `deps` below that";
  const source = fetchSource(root, key);
  if (others.length > 0) {
    const there = `versions must be equal, and there is only ${others.map(o => `\`${o.key}\``).join(", ")}`;
    return source === undefined ? there : `${there}; ${source}`;
  }
  return `it is not in \`deps\`; ${source ?? howToAdd(root)}`;
}

/** What a manifest or lock says of the package, and what to do then. */
export function fetchSource({ manifests }: PackageRoot, key: string): string | undefined {
  const [name, version] = key.split("@");
  const { wkg, witDeps } = manifests ?? {};
  if (witDeps?.manifest?.entries.some(({ id }) => id === name!.split(":")[1]))
    return "`deps.toml` names it: run `wit-deps`";
  const override = wkg?.manifest?.overrides.find(each => each.name === name && each.path !== undefined);
  if (override) return `\`wkg.toml\` takes it from \`${override.path}\`: run \`wkg wit fetch\``;
  const locked = wkg?.lock?.packages.find(each => each.name === name)?.versions.some(v => v.version === version);
  return locked ? "`wkg.lock` has it: run `wkg wit fetch`" : undefined;
}

function howToAdd({ uri, manifests }: PackageRoot): string {
  const put = `put its files into a folder in \`${lastSegment(uriKey(uri))}/deps\``;
  return fetchTool(manifests) === "wit-deps"
    ? `name it in \`deps.toml\` and run \`wit-deps\`, or ${put}`
    : `${put}, or fetch it with \`wkg wit fetch\``;
}
