// Not a mistake: what a gate switches off is shown faded (WIT.md "Feature Gates").
import type { Unit } from "../../syntax/ast.ts";
import { facts } from "../facts.ts";
import { gateOf } from "../gates.ts";
import { type CheckContext, type Rule, report } from "./rule.ts";

export const switchedOff: Rule = {
  code: "switched-off",
  severity: "hint",
  needs: facts.unstable,
  check: c => {
    const head = c.container.head;
    if (head && c.container.kind !== "inline" && gateOf(head.attributes, c.features) === "off") {
      fade(c, head, 0, c.container.length);
      return;
    }
    const { uses, types, functions, externs, includes } = c.outline;
    for (const { unit, offset } of [...uses, ...functions, ...includes]) checkUnit(c, unit, offset, unit.end);
    for (const { unit, offset, body } of [...types, ...externs])
      checkUnit(c, unit, offset, body ? body.length : unit.end);
  },
};

function checkUnit(c: CheckContext, unit: Unit, offset: number, end: number): void {
  if (unit.attributes.length > 0 && gateOf(unit.attributes, c.features) === "off") fade(c, unit, offset, end);
}

function fade(c: CheckContext, unit: Unit, offset: number, end: number): void {
  const gate = unit.attributes.find(a => a.kind === "unstable");
  const feature = gate?.kind === "unstable" && gate.feature ? gate.feature.text : "";
  const message = `switched off: feature \`${feature}\` is not activated (setting \`wit.features\`)`;
  report(c, switchedOff, offset, { start: unit.start, end }, message, { tags: ["unnecessary"], data: { feature } });
}
