// Something that is there names something that is not, because its feature is not activated (WIT.md "Feature Gates").
// What types and functions name is for type-gates.ts to say: it takes the whole package.
import { gateOf } from "../gates.ts";
import { type CheckContext, type Rule, report } from "./rule.ts";

export const gatedOff: Rule = {
  code: "gated-off",
  severity: "error",
  check: c => {
    const head = c.container.head;
    if (c.container.kind !== "world" || (head && gateOf(head.attributes, c.features) === "off")) return;
    for (const entry of c.scope.order)
      if (entry.gate === "off") say(c, entry.start, entry.end, entry.name, entry.start);
    checkPaths(c);
  },
};

/** What is said of a name that is switched off, or of a type (`list`, `option` …) that `holds` one. */
export function offMessage(name: string, holds = false): string {
  const what = holds ? `this \`${name}\` holds a type that` : `\`${name}\``;
  return `${what} is switched off, as its feature is not activated; put the same gate on what names it, or activate the feature`;
}

/** What is said of a function that is there while its resource is not. */
export function offResourceMessage(resource: string): string {
  return `resource \`${resource}\` is switched off, as its feature is not activated, and this function of it is not; put the same gate on it, or activate the feature`;
}

function say(c: CheckContext, start: number, end: number, name: string, at: number, id?: string): void {
  const related = id === undefined ? [] : [{ message: `\`${name}\` is here`, place: { item: id } }];
  report(c, gatedOff, 0, { start, end }, offMessage(name), { at, related });
}

function checkPaths(c: CheckContext): void {
  for (const { unit, offset } of c.outline.externs) {
    if (!unit.path || gateOf(unit.attributes, c.features) === "off") continue;
    const target = c.targetAt(offset + unit.path.start);
    const off = target.status === "gated-off" || (target.status === "interface" && target.summary.off);
    const name = unit.path.name;
    if (off) say(c, offset + name.start, offset + name.end, name.text, offset + (unit.name ?? name).start, target.id);
  }
  for (const { unit, offset } of c.outline.includes) {
    if (!unit.path || gateOf(unit.attributes, c.features) === "off") continue;
    const target = c.targetAt(offset + unit.path.start);
    const name = unit.path.name;
    if (target.status === "gated-off" || (target.status === "world" && target.off))
      say(c, offset + name.start, offset + name.end, name.text, offset + name.start, target.id);
  }
}
