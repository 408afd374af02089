// What leads nowhere is left out, where nothing needs it.
import { packageKey } from "../../semantics/packages.ts";
import type { UsePath } from "../../syntax/ast.ts";
import { removeMember } from "../edits/remove.ts";
import { type Fix, type FixContext, type FixRule, fixHere, homeAt, type ProblemMember, problemMember } from "./fix.ts";
import { mentionsOf } from "./parts.ts";

export const leaveOut: FixRule = {
  codes: [
    "unresolved-path",
    "wrong-kind",
    "missing-package",
    "package-cycle",
    "item-cycle",
    "gated-off",
    "include-clash",
    "gate-mismatch",
  ],
  fix: removeStatement,
};

const words = { "top-use": "use", use: "use", include: "include", import: "import", export: "export" } as const;

/** A statement that nothing else in its interface or world needs. */
function removeStatement(c: FixContext): Fix | undefined {
  const member = problemMember(c);
  const unit = member?.unit;
  if (!member || !unit || !(unit.kind in words) || !("path" in unit) || !unit.path) return undefined;
  if (isNeeded(c, member) || (c.problem.code === "missing-package" && timesNamed(c, unit.path) > 1)) return undefined;
  return fixHere(c, `Remove this \`${words[unit.kind as keyof typeof words]}\``, removeMember(c.file, member));
}

function isNeeded(c: FixContext, { unit }: ProblemMember): boolean {
  if (unit.kind === "top-use") return namesFileName(c, unit);
  const home = homeAt(c);
  if (unit.kind !== "use" || !home) return false;
  return unit.names.some(n => mentionsOf(home.analysis, (n.alias ?? n.name).text) > 0);
}

/** Whether a path of the file starts from the name that a `use` at its top gives. */
function namesFileName(c: FixContext, { path, alias }: Extract<ProblemMember["unit"], { kind: "top-use" }>): boolean {
  const name = (alias ?? path?.name)?.text;
  return c.root.packages.some(pkg =>
    [...pkg.items.values()].some(
      ({ item, analysis }) =>
        item.scope.file === c.file &&
        analysis.scope.outline.mentions.some(m => !m.path.package && m.path.name.text === name),
    ),
  );
}

/** How many statements of the root name the package of a path. */
function timesNamed(c: FixContext, path: UsePath): number {
  const key = path.package && packageKey(path.package);
  let count = 0;
  for (const pkg of c.root.packages) {
    for (const scope of pkg.package.scopes)
      for (const { unit } of scope.uses) if (unit.path?.package && packageKey(unit.path.package) === key) count++;
    for (const { analysis } of pkg.items.values())
      for (const m of analysis.scope.outline.mentions)
        if (m.path.package && packageKey(m.path.package) === key) count++;
  }
  return count;
}
