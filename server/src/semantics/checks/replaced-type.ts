// A `use` below a type takes the type's place. The reference parser accepts it silently; nobody means it.
import { here, type Rule, report } from "./rule.ts";

export const replacedType: Rule = {
  code: "replaced-type",
  severity: "warning",
  check: c => {
    for (const entry of c.scope.replaced) {
      const use = c.scope.entries.get(entry.name)!;
      const related = [here(c, use.start, use.end, "the `use` that takes its place")];
      report(
        c,
        replacedType,
        0,
        entry,
        `this definition of \`${entry.name}\` is ignored: a \`use\` below brings in another`,
        { related },
      );
    }
  },
};
