// What lints share. A lint is a rule that nothing depends on: it has a name, a default severity, and can be switched by
// a setting (`wit.lints.<name>`) or by a comment in the text (`// wit-allow: <name>`).
import type { Unit } from "../../syntax/ast.ts";
import type { Features, LintSeverity } from "../../workspace/layout-types.ts";
import type { PackageCheck } from "../checks/packages.ts";
import { type CheckContext, report } from "../checks/rule.ts";
import type { Scope } from "../packages.ts";
import type { FileProblem, Finding, ProblemBase, Severity } from "../problem.ts";
import { allows, allowsAround, allowsMember } from "./allow.ts";

export interface Lint {
  readonly name: string;
  readonly severity: Severity | "off";
  /** As a rule's. */
  readonly needs?: number;
  readonly byMember?: "alone" | "scoped";
  /** Looks at an interface or a world. */
  readonly check?: (c: CheckContext) => void;
  /** Looks at a package as a whole. */
  readonly checkPackage?: (p: PackageCheck) => readonly FileProblem[];
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
  if (allowsMember(c.scope.outline, unit, offset, of.name)) return;
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

/** A unit that starts `offset` UTF-16 units into the scope's file. */
export interface ScopeUnit {
  readonly scope: Scope;
  readonly unit: Unit;
  readonly offset: number;
}

/** A lint's problem at `place` (offsets of the unit); nothing where a comment allows it or the lint is off. */
export function packageLint(
  p: PackageCheck,
  of: Lint,
  { scope, unit, offset }: ScopeUnit,
  place: { start: number; end: number },
  message: string,
  extra: Pick<ProblemBase<FileProblem>, "data"> & { readonly related?: NonNullable<FileProblem["related"]> } = {},
): readonly FileProblem[] {
  const severity = severityOf(of, p.env.features);
  if (severity === "off" || allows(unit, of.name) || allowsAround(scope, of.name)) return [];
  const [start, end] = [offset + place.start, offset + place.end];
  return [{ uri: scope.file.source.uri, code: of.name, severity, message, start, end, at: start, ...extra }];
}
