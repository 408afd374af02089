// `deps.toml` and `deps.lock` of wit-deps against each other and against the folders in `deps`.
import type { Span } from "../../base/span.ts";
import {
  firstLine,
  type LockedFolder,
  type WitDepsEntry,
  type WitDepsLock,
  type WitDepsManifest,
} from "../../workspace/manifests/types.ts";
import type { RootAnalysis } from "../analysis.ts";
import type { FileProblem, Severity } from "../problem.ts";

export function witDepsProblems({ root }: RootAnalysis): readonly FileProblem[] {
  const { witDeps, digests } = root.manifests ?? {};
  const { manifest, lock } = witDeps ?? {};
  if (!lock || lock.fault || manifest?.fault || root.loading) return [];
  const folders = root.deps.map(dep => dep.name);
  return [
    ...(manifest ? [...unlocked(manifest, lock), ...unnamed(manifest, lock)] : []),
    // Where nothing is there yet, nothing was fetched yet.
    ...(folders.length > 0 ? [...unfetched(lock, folders, digests), ...unmanaged(lock, folders)] : []),
  ];
}

function problem(
  { source }: WitDepsLock | WitDepsManifest,
  place: Span,
  message: string,
  severity: Severity = "warning",
): FileProblem {
  const { start, end } = place;
  return { uri: source.uri, code: "lock-out-of-sync", severity, message, start, end, at: undefined };
}

function unlocked(manifest: WitDepsManifest, lock: WitDepsLock): readonly FileProblem[] {
  const locked = new Map(lock.entries.map(entry => [entry.id, entry]));
  return manifest.entries.flatMap(entry => {
    const known = locked.get(entry.id);
    if (!known) return [problem(manifest, entry.place, `\`${entry.id}\` is not in \`deps.lock\`: run \`wit-deps\``)];
    const [wanted, had] = [sourceOf(entry), sourceOf(known)];
    if (wanted === had) return [];
    const was = had === "" ? "was locked as something that another entry brings" : `was locked from ${had}`;
    return [problem(manifest, entry.place, `\`${entry.id}\` ${was}: run \`wit-deps\``)];
  });
}

function sourceOf({ url, path, prefix = "" }: WitDepsEntry): string {
  return `${url ?? path ?? ""}${prefix === "" ? "" : ` (${prefix})`}`;
}

function unnamed(manifest: WitDepsManifest, lock: WitDepsLock): readonly FileProblem[] {
  const named = new Set(manifest.entries.map(({ id }) => id));
  return lock.entries.flatMap(entry =>
    named.has(entry.id) || sourceOf(entry) === ""
      ? []
      : [problem(lock, entry.place, `\`${entry.id}\` is locked, but not in \`deps.toml\` any more: run \`wit-deps\``)],
  );
}

function unfetched(
  lock: WitDepsLock,
  folders: readonly string[],
  digests: ReadonlyMap<string, string> | undefined,
): readonly FileProblem[] {
  return lock.entries.flatMap((entry: LockedFolder) => {
    const { id, sha256, place } = entry;
    if (!folders.includes(id))
      return [problem(lock, place, `\`${id}\` is locked, but there is no \`deps/${id}\`: run \`wit-deps\``)];
    const digest = digests?.get(id);
    if (digest === undefined || sha256 === undefined || digest === sha256.toLowerCase()) return [];
    return [
      problem(
        lock,
        place,
        `the files in \`deps/${id}\` are not those that were locked: \`wit-deps\` would replace them`,
      ),
    ];
  });
}

/** wit-deps leaves such folders alone, but does not bring them where the project is fetched anew. */
function unmanaged(lock: WitDepsLock, folders: readonly string[]): readonly FileProblem[] {
  const locked = new Set(lock.entries.map(({ id }) => id));
  const others = folders.filter(name => !locked.has(name)).map(name => `\`deps/${name}\``);
  if (others.length === 0) return [];
  const message = `${others.join(", ")} ${others.length === 1 ? "is" : "are"} not locked here: \`wit-deps\` does not fetch what \`deps.toml\` does not name`;
  return [problem(lock, firstLine(lock), message, "information")];
}
