// Versions as far as compatibility goes: ids without what a compatible version may change, and what a version promises.
import { textCache } from "../../base/memo.ts";
import { compareVersions, compatibilityTrack, parseVersion, type SemVer, versionText } from "../../base/semver.ts";
import { versionOf } from "../item.ts";

/** The id of a package, interface or world with the track of its version: `a:b/i@1`, whichever 1.x.y it is. */
export function trackId(id: string): string {
  return id.includes("@") ? tracked(id) : id;
}

const tracked = textCache(5000, (id: string) =>
  id.replace(/@([^#\]]*)/, (written: string, text: string) => {
    const version = parseVersion(text);
    return typeof version === "string" ? written : `@${compatibilityTrack(version)}`;
  }),
);

/** A package's key without its version. */
export function nameOf(key: string): string {
  const at = key.indexOf("@");
  return at < 0 ? key : key.slice(0, at);
}

/** The key of the package that an item's or a member's id starts with. */
export function packageIn(id: string): string {
  const [item = ""] = id.split("#", 1);
  const [path = "", version] = item.split("@");
  const key = path.slice(0, path.lastIndexOf("/"));
  return version === undefined ? key : `${key}@${version}`;
}

/** What the versions of a package then and now say about compatibility. */
export type Promised =
  /** Nothing is promised: another track, or a version where there was none. */
  | { readonly kind: "nothing" }
  /** There was a version and is none now, so that no name is what it was. */
  | { readonly kind: "lost"; readonly was: string }
  | {
      readonly kind: "compatible";
      /** Whether there are versions and they are equal. */
      readonly same: boolean;
      /** Absent where there is no version. */
      readonly version?: string;
      readonly was?: string;
      /** The next versions that may break and that may only add; absent where there is no rule for them. */
      readonly nextBreaking?: string;
      readonly nextAdding?: string;
    };

/** Compares the versions in two keys of one package (semver.org 2.0.0; Explainer.md "Canonical Interface Name"). */
export function promised(was: string, now: string): Promised {
  const [old, version] = [versionOf(was), versionOf(now)];
  if (!old && !version) return { kind: "compatible", same: false };
  if (!old) return { kind: "nothing" };
  if (!version) return { kind: "lost", was: versionText(old) };
  if (compatibilityTrack(old) !== compatibilityTrack(version)) return { kind: "nothing" };
  const same = compareVersions(old, version) === 0;
  return { kind: "compatible", same, version: versionText(version), was: versionText(old), ...nextVersions(version) };
}

function nextVersions(v: SemVer): { readonly nextBreaking?: string; readonly nextAdding?: string } {
  if (v.pre !== "") return {};
  if (v.major !== "0") return { ...breaking(`${next(v.major)}.0.0`), nextAdding: `${v.major}.${next(v.minor)}.0` };
  if (v.minor !== "0") return { ...breaking(`0.${next(v.minor)}.0`), nextAdding: `0.${v.minor}.${next(v.patch)}` };
  return breaking(`0.0.${next(v.patch)}`);
}

/** Numbers have an end. */
function breaking(version: string): { readonly nextBreaking?: string } {
  return typeof parseVersion(version) === "string" ? {} : { nextBreaking: version };
}

function next(number: string): string {
  return String(BigInt(number) + 1n);
}
