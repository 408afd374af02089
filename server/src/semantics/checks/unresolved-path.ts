// A path that leads nowhere: no such interface or world in this package, or in the one that it names.
import type { Outline } from "../outline.ts";
import { type Rule, report } from "./rule.ts";

export const unresolvedPath: Rule = {
  code: "unresolved-path",
  severity: "error",
  check: c => {
    const broken = brokenMembers(c.outline);
    for (const { path, offset, role } of c.outline.mentions) {
      if (broken.has(offset)) continue;
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

/** Where members start that are not WIT yet; what they point at is said when they are. */
function brokenMembers({ uses, includes, externs }: Outline): ReadonlySet<number> {
  const members = [...uses, ...includes, ...externs];
  return new Set(members.flatMap(({ unit, offset }) => (unit.problems.length > 0 ? [offset] : [])));
}
