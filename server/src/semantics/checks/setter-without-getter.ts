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
      const isStatic = mangled.startsWith("[static]");
      const other = mangled
        .replace("[set]", "[get]")
        .replace(/^\[(static|method)\]/, isStatic ? "[method]" : "[static]");
      const message = names.has(other)
        ? `\`${name.text}\` has a ${isStatic ? "static setter and a getter that is not" : "setter and a static getter"}; make both static, or none`
        : `\`${name.text}\` has a setter but no getter; add \`${name.text}: ${isStatic ? "static " : ""}get() -> …;\``;
      report(c, setterWithoutGetter, offset, name, message);
    }
  },
};
