// Puts a failed build's messages into the Problems panel.
import { Diagnostic, DiagnosticSeverity, Range, Uri } from "vscode";
import { isInside } from "./find-program.ts";
import type { GuestProject, LocatedProblem } from "./guests/guest.ts";
import type { Session } from "./session.ts";

/** Replaces the problems of the project's last build; those without a place stand at its entry. */
export function showProblems(session: Session, project: GuestProject, problems: readonly LocatedProblem[]): void {
  clearProblems(session, project);
  for (const file of new Set(problems.map(problem => problem.path ?? project.entry))) {
    const inFile = problems.filter(problem => (problem.path ?? project.entry) === file);
    session.problems.set(Uri.file(file), inFile.map(diagnostic));
  }
}

export function clearProblems(session: Session, project: GuestProject): void {
  const stale: Uri[] = [];
  session.problems.forEach(uri => {
    if (isInside(uri.fsPath, project.folder)) stale.push(uri);
  });
  for (const uri of stale) session.problems.delete(uri);
}

function diagnostic({ message, line, column }: LocatedProblem): Diagnostic {
  const row = Math.max(0, (line ?? 1) - 1);
  const character = Math.max(0, (column ?? 1) - 1);
  // No end is known: the word at the place, or the rest of the line, is what VS Code underlines.
  const found = new Diagnostic(new Range(row, character, row, character), message, DiagnosticSeverity.Error);
  found.source = "WIT build";
  return found;
}
