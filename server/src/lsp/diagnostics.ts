// Problems as the protocol's diagnostics, each with a link to its page of documentation.
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver";
import type { LineIndex } from "../base/line-index.ts";
import type { Problem, ProblemTag, Severity } from "../semantics/problem.ts";
import { type Encoding, toRange } from "./convert.ts";

/** Each diagnostic code has a page below this address. */
const documentation = "https://wit-tools.github.io/diagnostics/";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags: Readonly<Record<ProblemTag, DiagnosticTag>> = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
};

/** The page that explains a diagnostic. */
export function documentationUrl(code: string): string {
  return documentation + code;
}

/** Lines of the file with a URI; undefined where the server does not hold it. */
export type LinesAt = (uri: string) => LineIndex | undefined;

/** More than so many of one file nobody reads, and VS Code shows no more. */
const mostOfFile = 1000;

/** A file's problems in the order of the text. Of too many, the first of the gravest, and how many more there are. */
export function toDiagnostics(
  problems: readonly Problem[],
  lines: LineIndex,
  linesAt: LinesAt,
  encoding: Encoding,
): Diagnostic[] {
  const shown = gravest(problems);
  const found = shown.map(problem => toDiagnostic(problem, lines, linesAt, encoding));
  const more = problems.length - shown.length;
  if (more > 0) {
    const message = `there ${more === 1 ? "is one more problem" : `are ${more} more problems`} in this file; mend some of the others to see ${more === 1 ? "it" : "them"}`;
    found.push({ range: found.at(-1)!.range, severity: DiagnosticSeverity.Information, source: "wit", message });
  }
  return found;
}

function gravest(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= mostOfFile) return problems;
  let left = mostOfFile;
  const chosen = new Set<Problem>();
  for (const severity of ["error", "warning", "information", "hint"] as const)
    for (const problem of problems) if (problem.severity === severity && left-- > 0) chosen.add(problem);
  return problems.filter(problem => chosen.has(problem));
}

/** More places than these explain nothing more. */
const mostRelated = 100;

export function toDiagnostic(problem: Problem, lines: LineIndex, linesAt: LinesAt, encoding: Encoding): Diagnostic {
  const related = (problem.related ?? []).slice(0, mostRelated).flatMap(({ message, place }) => {
    const there = linesAt(place.uri);
    return there ? [{ message, location: { uri: place.uri, range: toRange(there, place, encoding) } }] : [];
  });
  return {
    range: toRange(lines, problem, encoding),
    severity: severities[problem.severity],
    code: problem.code,
    codeDescription: { href: documentationUrl(problem.code) },
    source: "wit",
    message: problem.message,
    ...(problem.tags ? { tags: problem.tags.map(tag => tags[tag]) } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    ...(problem.data ? { data: problem.data } : {}),
  };
}
