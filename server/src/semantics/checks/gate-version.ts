// `@since` names a version of the package: the package must have one, and it must not be a later one. The gates of types
// are checked by type-gates.ts, since types without a name take on gates, too.
import { textCache } from "../../base/memo.ts";
import { compareVersions, parseVersion, versionText } from "../../base/semver.ts";
import type { Attribute, Unit } from "../../syntax/ast.ts";
import { facts, sinceVersions } from "../facts.ts";
import type { Finding } from "../problem.ts";
import { type CheckContext, type Rule, report } from "./rule.ts";

export const gateVersion: Rule = {
  code: "gate-version",
  severity: "error",
  needs: facts.since,
  byMember: "alone",
  check: c => {
    if (!c.versionKnown) return;
    const versions = [...sinceVersions(c.outline)];
    if (versions.every(version => versionFault(c, version) === undefined)) return;
    const head = c.container.head;
    if (head && c.container.kind !== "inline" && "name" in head && head.name && "text" in head.name)
      checkUnit(c, head, 0, [head.name]);
    for (const { unit, offset } of c.outline.externs) checkUnit(c, unit, offset, [unit.name ?? unit.path?.name]);
    for (const { unit, offset } of c.outline.includes) checkUnit(c, unit, offset, [unit.path?.name]);
    for (const { unit, offset, name } of c.functions)
      if (unit.kind === "func" || unit.kind === "constructor") checkUnit(c, unit, offset, [name]);
  },
};

function checkUnit(
  c: CheckContext,
  unit: Unit,
  offset: number,
  places: readonly ({ start: number; end: number } | undefined)[],
): void {
  if (unit.attributes.length === 0 || unit.problems.length > 0) return;
  const since = unit.attributes.find(
    (a): a is Extract<Attribute, { kind: "since" | "deprecated" }> => a.kind === "since",
  );
  if (!since?.version || unit.attributes.some(a => a.kind === "unstable")) return;
  const fault = versionFault(c, since.version.text);
  if (!fault) return;
  const place = places.find(p => p !== undefined);
  if (place) report(c, gateVersion, offset, since, fault, { at: offset + place.start, related: versionPlace(c) });
}

/** Where the package says its version, or that it has none. */
export function versionPlace({ packageKey }: Pick<CheckContext, "packageKey">): NonNullable<Finding["related"]> {
  const message = packageKey.includes("@") ? "the package's version is here" : "the package has no version here";
  return [{ message, place: { package: packageKey } }];
}

/** What is wrong with a `@since` that names a version, in words; nothing where it is the package's own or an earlier one. */
export function versionFault(c: Pick<CheckContext, "packageKey" | "packageVersion">, text: string): string | undefined {
  if (!c.packageVersion)
    return `\`@since\` needs a version to compare with; give the package one: \`package ${c.packageKey || "namespace:name"}@${text};\``;
  return isLater(`${text} ${versionText(c.packageVersion)}`)
    ? `\`@since\` names version ${text}, which is later than the package's own, \`${c.packageKey}\``
    : undefined;
}

/** Whether the first of two versions, with a space between them, is the later one; most gates name one of a few. */
const isLater: (pair: string) => boolean = textCache(500, pair => {
  const [since, own] = pair.split(" ").map(parseVersion);
  return typeof since === "object" && typeof own === "object" && compareVersions(since, own) > 0;
});
