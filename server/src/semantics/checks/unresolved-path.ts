// A path that leads nowhere: no such interface or world in this package, or in the one that it names.
import { type Rule, report } from "./rule.ts";

export const unresolvedPath: Rule = {
  code: "unresolved-path",
  severity: "error",
  check: c => {
    for (const { path, offset, role, broken, inner } of c.outline.mentions) {
      if (broken || inner) continue;
      const target = c.targetAt(offset + path.start);
      const name = path.name.text;
      const wanted = role === "include" ? "world" : "interface";
      if (target.status === "no-item") {
        report(c, unresolvedPath, offset, path.name, `this package has no ${wanted} \`${name}\``, {
          data: { name, wanted },
        });
      } else if (target.status === "not-in-package") {
        const message = `package \`${target.package}\` has no ${target.wanted} \`${name}\``;
        report(c, unresolvedPath, offset, path.name, message, { data: { name, wanted, package: target.package } });
      }
    }
  },
};
