// The problems of one file that its baseline brings to light.
import type { Span } from "../../base/span.ts";
import type { Unit } from "../../syntax/ast.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import type { RootAnalysis } from "../analysis.ts";
import { allows, allowsAround } from "../lints/allow.ts";
import { type Lint, severityOf } from "../lints/lint.ts";
import type { Scope } from "../packages.ts";
import type { FilePlace, Problem } from "../problem.ts";
import type { Baseline } from "./baseline.ts";

export interface Report {
  readonly analysis: RootAnalysis;
  readonly baseline: Baseline;
  readonly file: ParsedFile;
  readonly problems: Problem[];
}

/** Something to report; UTF-16 offsets of the file. */
export interface Said extends Span {
  readonly lint: Lint;
  readonly message: string;
  /** The members that a comment may allow it on. */
  readonly units: readonly Unit[];
  readonly scope: Scope;
  /** Where the baseline has what it is about. */
  readonly was?: FilePlace | undefined;
  readonly data?: NonNullable<Problem["data"]>;
}

export function say({ analysis, baseline, problems }: Report, said: Said): void {
  const { lint, message, units, scope, was, data, start, end } = said;
  const severity = severityOf(lint, analysis.features);
  if (severity === "off" || allowsAround(scope, lint.name) || units.some(unit => allows(unit, lint.name))) return;
  const place = was && { ...was, uri: baseline.shown(was.uri) };
  problems.push({
    code: lint.name,
    severity,
    message,
    start,
    end,
    at: undefined,
    ...(place ? { related: [{ message: `in \`${baseline.name}\` it was this`, place }] } : {}),
    ...(data ? { data } : {}),
  });
}
