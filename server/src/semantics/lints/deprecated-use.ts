// Something names what is marked `@deprecated`.

import type { Ident, Unit } from "../../syntax/ast.ts";
import type { CheckContext } from "../checks/rule.ts";
import { isDeprecated } from "../gates.ts";
import { eachName, typesOf, typesOfFunction } from "../outline.ts";
import { typeBits } from "../targets.ts";
import { type Lint, lint } from "./lint.ts";

export const deprecatedUse: Lint = {
  name: "deprecated-use",
  severity: "hint",
  check: c => {
    if (c.container.head && isDeprecated(c.container.head)) return;
    for (const { unit, offset } of c.outline.uses) {
      const target = unit.path && c.targetAt(offset + unit.path.start);
      if (target?.status !== "interface") continue;
      if (target.summary.deprecated) say(c, unit, offset, unit.path!.name);
      for (const { name } of unit.names)
        if (((target.summary.types.get(name.text) ?? 0) & typeBits.deprecated) !== 0) say(c, unit, offset, name);
    }
    for (const { unit, offset } of [...c.outline.externs, ...c.outline.includes]) {
      const target = unit.path && c.targetAt(offset + unit.path.start);
      const deprecated =
        target?.status === "interface" ? target.summary.deprecated : target?.status === "world" && target.deprecated;
      if (unit.path && deprecated) say(c, unit, offset, unit.path.name);
    }
    checkTypes(c);
  },
};

function checkTypes(c: CheckContext): void {
  const old = new Set(
    [...c.scope.entries.values()].filter(e => e.kind === "def" && isDeprecated(e.decl.unit)).map(e => e.name),
  );
  if (old.size === 0) return;
  for (const { unit, offset } of c.outline.types) {
    for (const type of typesOf(unit)) eachName(type, name => old.has(name.text) && say(c, unit, offset, name));
  }
  for (const { unit, func, offset } of c.functions) {
    if (func)
      for (const type of typesOfFunction(func))
        eachName(type, name => old.has(name.text) && say(c, unit, offset, name));
  }
}

/** What is deprecated itself goes with what it names. */
function say(c: CheckContext, unit: Unit, offset: number, name: Ident): void {
  if (isDeprecated(unit)) return;
  lint(c, deprecatedUse, unit, offset, name, `\`${name.text}\` is deprecated`, { tags: ["deprecated"] });
}
