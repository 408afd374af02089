// `--deny` and `--allow`: what a run of `wit check` makes of problems, by their codes.
import type { CheckResult, FoundProblem } from "./paths.ts";

export interface Levels {
  /** Codes whose problems count as errors; `warnings` stands for every warning. */
  readonly deny: ReadonlySet<string>;
  /** Codes whose problems are left out; `warnings` stands for every warning. Errors of the language can't be allowed. */
  readonly allow: ReadonlySet<string>;
}

/** Who compares with a baseline wants to be stopped by what breaks, unless it is allowed. */
export function levelsOf(deny: readonly string[], allow: readonly string[], baseline: boolean): Levels {
  const stops = baseline && !allow.includes("breaking-change") ? ["breaking-change"] : [];
  return { deny: new Set([...deny, ...stops]), allow: new Set(allow) };
}

export function withLevels(result: CheckResult, levels: Levels): CheckResult {
  return { ...result, problems: result.problems.flatMap(found => level(found, levels) ?? []) };
}

function level(found: FoundProblem, { deny, allow }: Levels): FoundProblem | undefined {
  const { problem } = found;
  if (problem.severity === "error") return found;
  const warning = problem.severity === "warning";
  if (deny.has(problem.code) || (warning && deny.has("warnings"))) {
    return { ...found, problem: { ...problem, severity: "error" } };
  }
  return allow.has(problem.code) || (warning && allow.has("warnings")) ? undefined : found;
}
