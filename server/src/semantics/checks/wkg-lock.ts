// `wkg.lock` against what packages name and what their `deps` have. Packages may share a lock.
import { memo } from "../../base/memo.ts";
import type { Span } from "../../base/span.ts";
import { firstLine, type LockedPackage, type LockedVersion, type WkgLock } from "../../workspace/manifests/types.ts";
import type { RootAnalysis } from "../analysis.ts";
import type { ForeignMention } from "../foreign.ts";
import type { FileProblem } from "../problem.ts";

interface LockCheck {
  readonly lock: WkgLock;
  readonly roots: readonly RootAnalysis[];
  /** Those whose dependencies were fetched: there are some. */
  readonly fetched: readonly RootAnalysis[];
  /** Those of them with packages in binary form. */
  readonly digested: readonly RootAnalysis[];
  /** Names of packages that the manifest takes from elsewhere, or in another version. */
  readonly overridden: ReadonlySet<string>;
}

/** What a lock is compared with; kept as long as a root is as it was, since hundreds may share a lock. */
interface RootFacts {
  /** The first mention of each package in `deps` that the root's own packages name, with a version. */
  readonly own: readonly (readonly [key: string, mention: ForeignMention])[];
  /** Keys of all packages that any of its packages names. */
  readonly named: ReadonlySet<string>;
}

const factsOf: (root: RootAnalysis) => RootFacts = memo(({ packages, byKey }) => {
  const own = packages.flatMap(({ package: { dep }, foreign }) =>
    dep ? [] : [...foreign].map(([key, { first }]): [string, ForeignMention] => [key, first]),
  );
  return {
    own: own.filter(([key]) => key.includes("@") && byKey.get(key)?.package.dep !== undefined),
    named: new Set(packages.flatMap(({ foreign }) => [...foreign.keys()])),
  };
});

/** `roots` share one lock. */
export function wkgProblems(roots: readonly RootAnalysis[]): readonly FileProblem[] {
  const { manifest, lock } = roots[0]?.root.manifests?.wkg ?? {};
  // A workspace's dependencies lie in a folder that belongs to no package.
  if (!lock || lock.fault || manifest?.fault || manifest?.workspace || roots.some(({ root }) => root.loading))
    return [];
  const fetched = roots.filter(({ root }) => root.deps.length > 0);
  const digested = fetched.filter(({ root }) => (root.manifests?.digests.size ?? 0) > 0);
  const overridden = new Set(manifest?.overrides.map(({ name }) => name));
  const c: LockCheck = { lock, roots, fetched, digested, overridden };
  const unlocked = unlockedPackages(c);
  const told = new Set(unlocked.map(({ start }) => start));
  return [...unlocked, ...lock.packages.flatMap(entry => entryProblems(c, entry, told))];
}

function problem(
  { source }: WkgLock,
  { start, end }: Span,
  message: string,
  extra: Partial<FileProblem> = {},
): FileProblem {
  return {
    uri: source.uri,
    code: "lock-out-of-sync",
    severity: "warning",
    message,
    start,
    end,
    at: undefined,
    ...extra,
  };
}

/** What packages name themselves is locked; what only dependencies need is fetched with these. */
function unlockedPackages({ lock, fetched, overridden }: LockCheck): readonly FileProblem[] {
  const locked = new Set(lock.packages.flatMap(({ name, versions }) => versions.map(v => `${name}@${v.version}`)));
  const found = new Map<string, FileProblem>();
  for (const root of fetched) {
    for (const [key, mention] of factsOf(root).own) {
      if (locked.has(key) || found.has(key)) continue;
      const name = key.split("@")[0]!;
      const entry = lock.packages.find(each => each.name === name);
      if (!overridden.has(name)) found.set(key, unlocked(lock, key, entry, mention));
    }
  }
  return [...found.values()];
}

function unlocked(lock: WkgLock, key: string, entry: LockedPackage | undefined, mention: ForeignMention): FileProblem {
  const versions = entry?.versions ?? [];
  const has =
    versions.length === 0 ? "is in `deps`, but not locked" : `is in \`deps\`, but ${listed(versions)} is locked`;
  const place = versions[0]?.place ?? entry?.place ?? firstLine(lock);
  const { scope, path, offset } = mention;
  const named = { uri: scope.file.source.uri, start: offset + path.package!.start, end: offset + path.package!.end };
  return problem(lock, place, `\`${key}\` ${has}: run \`wkg wit fetch\``, {
    related: [{ message: "it is named here", place: named }],
  });
}

function listed(versions: readonly LockedVersion[]): string {
  return versions.map(({ version }) => version).join(", ");
}

function entryProblems(c: LockCheck, entry: LockedPackage, told: ReadonlySet<number>): readonly FileProblem[] {
  if (c.fetched.length === 0) return [];
  const isThere = ({ version }: LockedVersion): boolean =>
    c.fetched.some(root => root.byKey.has(`${entry.name}@${version}`));
  return entry.versions.flatMap(version => {
    if (isThere(version)) return changed(c, entry, version);
    if (told.has(version.place.start)) return [];
    return missing(c, entry, version);
  });
}

/** A package in binary form is in `deps` as the registry has it. */
function changed(
  { lock, digested }: LockCheck,
  { name }: LockedPackage,
  locked: LockedVersion,
): readonly FileProblem[] {
  const key = `${name}@${locked.version}`;
  for (const { root, byKey } of digested) {
    const { dep, nested } = byKey.get(key)?.package ?? {};
    const digest = dep && !nested ? root.manifests?.digests.get(dep.name) : undefined;
    if (digest === undefined || locked.digest === undefined || locked.digest === `sha256:${digest}`) continue;
    return [
      problem(lock, locked.place, `\`deps/${dep!.name}\` is not the file that was locked: run \`wkg wit fetch\``),
    ];
  }
  return [];
}

/** A fetch adds to a lock and takes nothing out of it, so what nobody needs is no mistake. */
function missing(
  { lock, roots, fetched }: LockCheck,
  { name }: LockedPackage,
  { version, place }: LockedVersion,
): readonly FileProblem[] {
  const key = `${name}@${version}`;
  const isNamed = (all: readonly RootAnalysis[]): boolean => all.some(root => factsOf(root).named.has(key));
  if (isNamed(fetched))
    return [problem(lock, place, `\`${key}\` is locked, but not in \`deps\`: run \`wkg wit fetch\``)];
  // Where others that share the lock name it, it was not fetched yet.
  if (isNamed(roots)) return [];
  return [problem(lock, place, `no package needs \`${key}\``, { severity: "hint", tags: ["unnecessary"] })];
}
