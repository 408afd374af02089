// Which packages of WASI a root can be offered that no folder of the workspace has.
import { compatibilityTrack, versionText } from "../base/semver.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import { versionOf } from "../semantics/item.ts";

/** The releases whose packages a root can take: none beside a compatible version, whose types would be others. */
export function libraryFor(into: RootAnalysis, library: readonly RootAnalysis[]): readonly RootAnalysis[] {
  const used = new Map<string, Set<string>>();
  for (const key of into.byKey.keys()) {
    const version = key.startsWith("wasi:") ? versionOf(key) : undefined;
    if (!version) continue;
    const track = compatibilityTrack(version);
    used.set(track, (used.get(track) ?? new Set()).add(versionText(version)));
  }
  return library.filter(release => {
    const [key] = release.byKey.keys();
    const version = key === undefined ? undefined : versionOf(key);
    const versions = version && used.get(compatibilityTrack(version));
    return version !== undefined && (!versions || (versions.size === 1 && versions.has(versionText(version))));
  });
}
