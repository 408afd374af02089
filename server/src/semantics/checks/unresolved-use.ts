// A `use` names something that the interface does not define, or a function, which can't be used.

import { gateOf } from "../gates.ts";
import { splitItemId } from "../ids.ts";
import type { UseDecl } from "../outline.ts";
import { type CheckContext, type Rule, report } from "./rule.ts";

export const unresolvedUse: Rule = {
  code: "unresolved-use",
  severity: "error",
  check: c => {
    for (const use of c.outline.uses) checkUse(c, use);
  },
};

function checkUse(c: CheckContext, { unit, offset }: UseDecl): void {
  const target = unit.path && c.targetAt(offset + unit.path.start);
  if (target?.status !== "interface" || unit.problems.length > 0) return;
  // Of another package's types the reference looks for none that is first used behind a gate that is off.
  if (splitItemId(target.id).key !== c.packageKey && gateOf(unit.attributes, c.features) === "off") return;
  const { types, functions } = target.summary;
  for (const { name } of unit.names) {
    if (types.has(name.text)) continue;
    const message = functions.has(name.text)
      ? `\`${name.text}\` is a function of \`${unit.path!.name.text}\`; \`use\` brings in types only`
      : `interface \`${unit.path!.name.text}\` has no type \`${name.text}\``;
    const place = functions.has(name.text) ? { item: target.id, member: name.text } : { item: target.id };
    const what = "member" in place ? `function \`${name.text}\`` : `interface \`${unit.path!.name.text}\``;
    report(c, unresolvedUse, offset, name, message, {
      data: { name: name.text, interface: target.id },
      related: [{ message: `${what} is here`, place }],
    });
  }
}
