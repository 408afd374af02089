// WASI's conventions: the names of features share one space, so each begins with the name of the package whose it is.
import type { Unit } from "../../syntax/ast.ts";
import type { CheckContext } from "../checks/rule.ts";
import { facts } from "../facts.ts";
import { type Lint, lint } from "./lint.ts";

export const featureName: Lint = {
  name: "feature-name",
  severity: "hint",
  needs: facts.unstable,
  check: c => {
    const own = /^wasi:([^/@:]+)(?:@|$)/.exec(c.packageKey)?.[1];
    if (own === undefined) return;
    const { uses, includes, externs, types, functions, mentions } = c.outline;
    // What depends on another package's feature has that feature's gate.
    const owners = [own, ...mentions.flatMap(({ path }) => path.package?.names[0]?.text ?? [])];
    if (c.container.head && c.container.kind !== "inline") checkUnit(c, owners, c.container.head, 0);
    for (const list of [uses, includes, externs, types, functions])
      for (const { unit, offset } of list) checkUnit(c, owners, unit, offset);
  },
};

function checkUnit(c: CheckContext, owners: readonly string[], unit: Unit, offset: number): void {
  for (const gate of unit.attributes) {
    if (gate.kind !== "unstable" || !gate.feature) continue;
    const { text } = gate.feature;
    if (owners.some(owner => text === owner || text.startsWith(`${owner}-`))) continue;
    const message = `all packages share the names of features, so in WASI each begins with its package's name: \`${owners[0]}-${text}\``;
    lint(c, featureName, unit, offset, gate.feature, message);
  }
}
