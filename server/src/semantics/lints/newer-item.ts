// An item that is there since one version names a type that is there only since a later one.
import { compareVersions, parseVersion, type SemVer } from "../../base/semver.ts";
import type { Unit } from "../../syntax/ast.ts";
import type { CheckContext } from "../checks/rule.ts";
import { sinceVersions } from "../facts.ts";
import { mentionedTypes, type TypeHolder } from "../outline.ts";
import { type Lint, lint } from "./lint.ts";

export const newerItem: Lint = {
  name: "newer-item",
  severity: "warning",
  check: c => {
    if (sinceVersions(c.outline).size < 2) return;
    for (const { unit, offset } of c.outline.types) checkUnit(c, unit, offset, unit);
    for (const { unit, func, offset } of c.functions) if (func) checkUnit(c, unit, offset, func);
  },
};

function since(unit: Unit): SemVer | undefined {
  for (const a of unit.attributes) {
    const version = a.kind === "since" && a.version ? parseVersion(a.version.text) : "";
    if (typeof version !== "string") return version;
  }
  return undefined;
}

function checkUnit(c: CheckContext, unit: Unit, offset: number, holder: TypeHolder): void {
  if (unit.attributes.length === 0) return;
  const own = since(unit);
  if (!own) return;
  for (const name of mentionedTypes(holder)) {
    const entry = c.scope.entries.get(name.text);
    const theirs = entry?.kind === "def" ? since(entry.decl.unit) : undefined;
    if (!theirs || compareVersions(theirs, own) <= 0) continue;
    lint(
      c,
      newerItem,
      unit,
      offset,
      name,
      `\`${name.text}\` is newer than what names it: its \`@since\` is a later version`,
    );
  }
}
