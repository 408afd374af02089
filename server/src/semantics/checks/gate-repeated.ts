// Gates that can't stand together: the same one twice, `@since` with `@unstable`, `@deprecated` alone (WIT.md "Feature Gates").

import type { Attribute, Unit } from "../../syntax/ast.ts";
import { facts } from "../facts.ts";
import { type CheckContext, here, type Rule, report } from "./rule.ts";

export const gateRepeated: Rule = {
  code: "conflicting-gates",
  severity: "error",
  needs: facts.gates,
  byMember: "alone",
  check: c => {
    if (c.container.head && c.container.kind !== "inline") checkUnit(c, c.container.head, 0);
    for (const { unit, offset } of [...c.outline.uses, ...c.outline.types, ...c.outline.externs, ...c.outline.includes])
      checkUnit(c, unit, offset);
    for (const { unit, offset } of c.functions)
      if (unit.kind === "func" || unit.kind === "constructor") checkUnit(c, unit, offset);
  },
};

function checkUnit(c: CheckContext, unit: Unit, offset: number): void {
  if (unit.attributes.length === 0 || unit.problems.length > 0) return;
  const seen = new Map<Attribute["kind"], Attribute>();
  for (const attribute of unit.attributes) {
    const ignored =
      attribute.kind === "external-id" &&
      (unit.kind === "interface" || unit.kind === "world" || unit.kind === "include");
    if (seen.has(attribute.kind) && attribute.kind !== "unknown" && !ignored) {
      const first = seen.get(attribute.kind)!;
      report(c, gateRepeated, offset, attribute.name, `\`@${attribute.kind}\` stands here twice; keep one`, {
        related: [here(c, offset + first.start, offset + first.end, "the first one is here")],
      });
    } else seen.set(attribute.kind, attribute);
  }
  const since = seen.get("since");
  const deprecated = seen.get("deprecated");
  const unstable = seen.get("unstable");
  if (since && unstable)
    report(
      c,
      gateRepeated,
      offset,
      lastOf(unit, "since"),
      "an item is either `@since` a version or `@unstable`, not both",
      { related: [here(c, offset + unstable.start, offset + unstable.end, "the `@unstable` is here")] },
    );
  if (deprecated && !since && !unstable)
    report(c, gateRepeated, offset, deprecated.name, "`@deprecated` needs `@since` or `@unstable` beside it");
}

function lastOf(unit: Unit, kind: Attribute["kind"]): Attribute["name"] {
  return unit.attributes.filter(a => a.kind === kind).at(-1)!.name;
}
