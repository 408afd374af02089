// An interface or world is switched off, its types are not: the reference wants the gate on them too.
import { gateOf } from "../gates.ts";
import { here, type Rule, report } from "./rule.ts";

export const gatedOwner: Rule = {
  code: "gated-owner",
  severity: "error",
  check: c => {
    const head = c.container.head;
    if (!head || gateOf(head.attributes, c.features) !== "off") return;
    const first = c.scope.order.find(entry => entry.gate !== "off");
    if (!first) return;
    const kind = c.container.kind === "world" ? "world" : "interface";
    const at = first.kind === "use" ? first.use.offset + first.useName.name.start : first.start;
    report(
      c,
      gatedOwner,
      0,
      first,
      `\`${first.name}\` is not gated, but its ${kind} is, and is switched off; put the same gate on the type`,
      { at, related: [here(c, head.attributes[0]!.start, head.attributes.at(-1)!.end, `the gate of the ${kind}`)] },
    );
  },
};
