// A type or a used name is brought in twice.
import { here, type Rule, report } from "./rule.ts";

export const duplicateName: Rule = {
  code: "duplicate-name",
  severity: "error",
  check: c => {
    for (const entry of c.scope.duplicates) {
      const first = c.scope.entries.get(entry.name)!;
      const related = [here(c, first.start, first.end, `\`${entry.name}\` is first defined here`)];
      report(c, duplicateName, 0, entry, `\`${entry.name}\` is defined twice`, { related });
    }
  },
};
