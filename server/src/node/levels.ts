// `--deny`, `--warn` and `--allow`: what a run of `wit check` makes of problems, by their codes.
import { lints } from "../semantics/lints/list.ts";
import type { Severity } from "../semantics/problem.ts";
import type { LintSeverity } from "../workspace/layout-types.ts";
import type { CheckResult, FoundProblem } from "./paths.ts";
import { UsageError } from "./usage.ts";

/** What problems of a code become; `warnings` stands for every warning. */
export type Levels = ReadonlyMap<string, "error" | "warning" | "off">;

interface Asked {
  readonly deny: readonly string[];
  readonly warn: readonly string[];
  readonly allow: readonly string[];
}

/** The levels that options ask for. Errors of the language stay errors, so their codes are none to be named. */
export function levelsOf({ deny, warn, allow }: Asked, baseline: boolean): Levels {
  for (const code of [...deny, ...allow, ...warn]) checkCode(code);
  if (warn.includes("warnings")) throw new UsageError("`--warn warnings` would change nothing.");
  const asked: ["error" | "warning" | "off", readonly string[]][] = [
    ["off", allow],
    ["warning", warn],
    ["error", deny],
  ];
  const levels = new Map(asked.flatMap(([level, codes]) => codes.map(code => [code, level] as const)));
  // Who compares with a baseline wants to be stopped by what breaks, unless something else is said of it.
  if (baseline && !levels.has("breaking-change")) levels.set("breaking-change", "error");
  return levels;
}

/** Codes that are no errors, and no lints either. */
const others: readonly string[] = ["warnings", "deps-outside-workspace", "invalid-manifest", "lock-out-of-sync"];

function checkCode(code: string): void {
  const known = [...lints.map(({ name }) => name), ...others];
  if (known.includes(code)) return;
  throw new UsageError(
    `\`${code}\` is nothing that can be denied or allowed: errors always count. There are ${known.sort().join(", ")}.`,
  );
}

/** Severities of lints as settings have them, so that those that are off by default are looked for. */
export function lintsWith(levels: Levels): Readonly<Record<string, LintSeverity>> {
  return Object.fromEntries(
    lints.flatMap(({ name }) => (levels.has(name) ? [[name, levels.get(name)!] as const] : [])),
  );
}

export function withLevels(result: CheckResult, levels: Levels): CheckResult {
  return { ...result, problems: result.problems.flatMap(found => withLevel(found, levels) ?? []) };
}

function withLevel(found: FoundProblem, levels: Levels): FoundProblem | undefined {
  const { problem } = found;
  if (problem.severity === "error") return found;
  const level = levels.get(problem.code) ?? (problem.severity === "warning" ? levels.get("warnings") : undefined);
  if (level === "off") return undefined;
  const severity: Severity = level ?? problem.severity;
  return severity === problem.severity ? found : { ...found, problem: { ...problem, severity } };
}
