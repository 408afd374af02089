// A used type that no member of the interface mentions. Off unless asked for: a `use` also makes the type a member of this
// interface, there for others to use, so it is not dead.
import { mentionedTypes } from "../outline.ts";
import { type Lint, lint } from "./lint.ts";

export const unusedUse: Lint = {
  name: "unused-use",
  severity: "off",
  check: c => {
    if (c.container.kind === "world" || c.outline.uses.length === 0) return;
    const mentioned = new Set<string>();
    for (const { unit } of c.outline.types) for (const name of mentionedTypes(unit)) mentioned.add(name.text);
    for (const { func } of c.functions) if (func) for (const name of mentionedTypes(func)) mentioned.add(name.text);
    for (const { unit, offset } of c.outline.uses) {
      for (const { name, alias } of unit.names) {
        const local = alias ?? name;
        if (mentioned.has(local.text)) continue;
        const message = `nothing here mentions \`${local.text}\` (others can still use it from this interface)`;
        lint(c, unusedUse, unit, offset, { start: name.start, end: local.end }, message, {
          tags: ["unnecessary"],
          data: { name: local.text },
        });
      }
    }
  },
};
