// A path that leads nowhere: no such interface or world in this package, or in the one that it names.
import type { Declaration, Related } from "../problem.ts";
import type { PathTarget } from "../targets.ts";
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
        report(c, unresolvedPath, offset, path.name, notThere(target, name, wanted), {
          data: { name, wanted, package: target.package },
          related: [whereInstead(target, name)],
        });
      }
    }
  },
};

type NotInPackage = Extract<PathTarget, { status: "not-in-package" }>;

/** What is said of a name that another package does not have, or not as `wanted`. */
export function notThere(target: NotInPackage, name: string, wanted: "interface" | "world"): string {
  const { package: key, found } = target;
  if (found === "off")
    return `${target.wanted} \`${name}\` of package \`${key}\` is switched off, as its feature is not activated`;
  if (found === wanted)
    return `package \`${key}\` has a ${wanted} \`${name}\`, but this package names it first where only ${target.wanted === "world" ? "a world" : "an interface"} can stand`;
  return `package \`${key}\` has no ${wanted} \`${name}\`${found ? `, but ${found === "world" ? "a world" : "an interface"} of that name` : ""}`;
}

/** What has the name, or else the package that should have it. */
function whereInstead({ id, package: key, found, wanted }: NotInPackage, name: string): Related<Declaration> {
  if (found === undefined) return { message: `package \`${key}\` is here`, place: { package: key } };
  return { message: `${found === "off" ? wanted : found} \`${name}\` is here`, place: { item: id } };
}
