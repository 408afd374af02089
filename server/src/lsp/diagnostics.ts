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

export function toDiagnostic(problem: Problem, lines: LineIndex, linesAt: LinesAt, encoding: Encoding): Diagnostic {
  const related = (problem.related ?? []).flatMap(({ message, place }) => {
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
