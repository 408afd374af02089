// A `use` below a type takes the type's place. The reference parser accepts it silently; nobody means it.
import { here } from "../checks/rule.ts";
import { type Lint, lint } from "./lint.ts";

export const replacedType: Lint = {
  name: "replaced-type",
  severity: "warning",
  check: c => {
    for (const { name, decl } of c.scope.replaced) {
      const use = c.scope.entries.get(name)!;
      const related = [here(c, use.start, use.end, "the `use` that takes its place")];
      const message = `this definition of \`${name}\` is ignored: a \`use\` below brings in another`;
      lint(c, replacedType, decl.unit, decl.offset, decl.name, message, { related });
    }
  },
};
