// A type or a used name is brought in twice.
import { here, type Rule, report } from "./rule.ts";

export const duplicateName: Rule = {
  code: "duplicate-name",
  severity: "error",
  check: c => {
    for (const entry of c.scope.duplicates) {
      const first = c.scope.entries.get(entry.name)!;
      const related = [here(c, first.start, first.end, `\`${entry.name}\` is first defined here`)];
      report(
        c,
        duplicateName,
        0,
        entry,
        entry.kind === "use"
          ? `there are two of \`${entry.name}\`; give this one another name: \`{${entry.useName.name.text} as …}\``
          : `there are two types \`${entry.name}\`; rename one`,
        { related },
      );
    }
  },
};
