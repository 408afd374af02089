// Something that is there since one version names something that is there only since a later one.
import { compareVersions, parseVersion } from "../../base/semver.ts";
import type { Ident, Unit } from "../../syntax/ast.ts";
import type { CheckContext } from "../checks/rule.ts";
import { sinceVersions } from "../facts.ts";
import { sinceOf } from "../gates.ts";
import { packageOfId } from "../ids.ts";
import { mentionedTypes, type TypeHolder, type UseDecl } from "../outline.ts";
import { type Lint, lint } from "./lint.ts";

export const newerItem: Lint = {
  name: "newer-item",
  severity: "warning",
  byMember: "scoped",
  check: c => {
    if (sinceVersions(c.scope.outline).size === 0) return;
    const { types, uses, externs, includes } = c.outline;
    for (const { unit, offset } of types) checkTypes(c, unit, offset, unit);
    for (const { unit, func, offset } of c.functions) if (func) checkTypes(c, unit, offset, func);
    for (const use of uses) checkUse(c, use);
    for (const { unit, offset } of [...externs, ...includes]) {
      const target = unit.path && ownTarget(c, offset + unit.path.start);
      if (unit.path && target) compare(c, unit, offset, unit.path.name, target.since);
    }
  },
};

function checkTypes(c: CheckContext, unit: Unit, offset: number, holder: TypeHolder): void {
  for (const name of mentionedTypes(holder)) {
    const entry = c.scope.entries.get(name.text);
    if (entry) compare(c, unit, offset, name, sinceOf(entry.kind === "def" ? entry.decl.unit : entry.use.unit));
  }
}

/** A `use` names the interface, and its types. */
function checkUse(c: CheckContext, { unit, offset }: UseDecl): void {
  const target = unit.path && ownTarget(c, offset + unit.path.start);
  if (!unit.path || target?.status !== "interface") return;
  if (compare(c, unit, offset, unit.path.name, target.since)) return;
  for (const { name } of unit.names) compare(c, unit, offset, name, target.summary.sinces.get(name.text));
}

/** What a path of this package points at; versions of others say nothing about this one's. */
function ownTarget(
  c: CheckContext,
  at: number,
): Extract<ReturnType<CheckContext["targetAt"]>, { since?: string }> | undefined {
  const target = c.targetAt(at);
  return (target.status === "interface" || target.status === "world") && packageOfId(target.id) === c.packageKey
    ? target
    : undefined;
}

/** Reports a name whose version is later than that of the unit, or of its interface or world; whether it did. */
function compare(c: CheckContext, unit: Unit, offset: number, name: Ident, theirs: string | undefined): boolean {
  const own = sinceOf(unit) ?? (c.container.head && sinceOf(c.container.head));
  if (own === undefined || theirs === undefined || own === theirs || !isLater(theirs, own)) return false;
  const message = `\`${name.text}\` is there since version ${theirs}, and what names it since ${own} already`;
  lint(c, newerItem, unit, offset, name, message, { data: { since: theirs } });
  return true;
}

function isLater(a: string, b: string): boolean {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  return typeof left === "object" && typeof right === "object" && compareVersions(left, right) > 0;
}
