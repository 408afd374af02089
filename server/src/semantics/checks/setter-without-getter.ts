// A property that can be set can be read.
import { facts } from "../facts.ts";
import { type Rule, report } from "./rule.ts";

export const setterWithoutGetter: Rule = {
  code: "setter-without-getter",
  severity: "error",
  needs: facts.accessor,
  check: c => {
    if (c.container.kind === "world") return;
    const names = new Set(c.functions.map(f => f.mangled));
    for (const { mangled, name, func, offset } of c.functions) {
      if (func?.accessor !== "set" || names.has(mangled.replace("[set]", "[get]"))) continue;
      report(
        c,
        setterWithoutGetter,
        offset,
        name,
        `\`${name.text}\` has a setter but no getter; add \`${name.text}: get() -> …;\``,
      );
    }
  },
};
