// What lints share. A lint is a rule that nothing depends on: it has a name, a default severity, and can be switched by
// a setting (`wit.lints.<name>`) or by a comment in the text (`// wit-allow: <name>`).
import type { Unit } from "../../syntax/ast.ts";
import type { Features, LintSeverity } from "../../workspace/layout-types.ts";
import { type CheckContext, report } from "../checks/rule.ts";
import type { Finding, Severity } from "../problem.ts";

export interface Lint {
  readonly name: string;
  readonly severity: Severity | "off";
  readonly check: (c: CheckContext) => void;
}

/** A lint's severity by the settings, or its default. */
export function severityOf(lint: Lint, features: Features): LintSeverity {
  return features.lints?.[lint.name] ?? lint.severity;
}

type Extra = Parameters<typeof report>[5];

/** Reports at `place` (offsets of `unit`, which starts `offset` into the container) unless a comment allows it. */
export function lint(
  c: CheckContext,
  of: Lint,
  unit: Unit,
  offset: number,
  place: { start: number; end: number },
  message: string,
  extra: Extra = {},
): void {
  if (allows(unit, of.name) || (c.container.head && allows(c.container.head, of.name))) return;
  const tagged: CheckContext = { ...c, report: (finding: Finding) => c.report({ ...finding, lint: of.name }) };
  report(
    tagged,
    { code: of.name, severity: of.severity === "off" ? "hint" : of.severity },
    offset,
    place,
    message,
    extra,
  );
}

/** Whether a comment in front of the unit, or on a line of its own inside, allows what a lint would report. */
function allows(unit: Unit, name: string): boolean {
  const at = unit.text.indexOf("wit-allow:");
  if (at < 0) return false;
  const line = unit.text.slice(at + "wit-allow:".length).split("\n", 1)[0]!;
  return line.split(",").some(word => word.trim() === name);
}
