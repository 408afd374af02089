// A world uses a type of an interface that it does not import: the import is there all the same (component-model #402).

import type { CheckContext } from "../checks/rule.ts";
import type { UseDecl } from "../outline.ts";
import { type Lint, lint } from "./lint.ts";

export const implicitImport: Lint = {
  name: "implicit-import",
  severity: "information",
  check: c => {
    if (c.container.kind !== "world" || c.outline.uses.length === 0) return;
    const imported = new Set<string>();
    for (const { unit, offset } of c.outline.externs) {
      const target =
        unit.path && !unit.name && unit.kind === "import" ? c.targetAt(offset + unit.path.start) : undefined;
      if (target?.status === "interface") imported.add(target.id);
    }
    for (const use of c.outline.uses) checkUse(c, use, imported);
  },
};

function checkUse(c: CheckContext, { unit, offset }: UseDecl, imported: Set<string>): void {
  const target = unit.path && c.targetAt(offset + unit.path.start);
  if (target?.status !== "interface" || imported.has(target.id)) return;
  imported.add(target.id);
  const { start, end } = unit.path!;
  const message = `this \`use\` makes the world import \`${target.id}\`; say so with \`import\` to make it plain`;
  lint(c, implicitImport, unit, offset, { start, end }, message, { data: { interface: target.id } });
}
