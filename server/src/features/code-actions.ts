// Code actions: for each problem in a range the edits that would repair it, and what can be made of what is selected.
import type { Span } from "../base/span.ts";
import { problemsOf, type RootAnalysis } from "../semantics/analysis.ts";
import type { Problem } from "../semantics/problem.ts";
import type { ParsedFile } from "../syntax/file.ts";
import type { TextEdit } from "../syntax/recut.ts";
import type { FileEdit } from "./edits/file-edit.ts";
import { organizedUses } from "./edits/organize-uses.ts";
import type { Fix, FixContext, FixRule } from "./fixes/fix.ts";
import { preferredEdits } from "./fixes/fix-all.ts";
import { fixRules } from "./fixes/list.ts";
import { problemsFor } from "./fixes/work.ts";
import { refactoringRules } from "./refactorings/list.ts";
import type { Refactoring, RefactoringContext } from "./refactorings/refactoring.ts";

export interface CodeAction extends Fix {
  readonly problem: Problem;
}

/** Fixes of the problems that a range (UTF-16 offsets) touches, the best of each problem first. */
export function codeActions(
  root: RootAnalysis,
  file: ParsedFile,
  range: Span,
  roots: readonly RootAnalysis[] = [],
  library: readonly RootAnalysis[] = [],
): readonly CodeAction[] {
  return problemsAt(root, file, range)
    .slice(0, problemsFor(file))
    .flatMap(problem => fixesOf({ root, file, problem, roots, library }).map(fix => ({ ...fix, problem })));
}

/** The problems that a range touches. */
export function problemsAt(root: RootAnalysis, file: ParsedFile, range: Span): readonly Problem[] {
  return problemsOf(root, file).filter(p => p.start <= range.end && range.start <= p.end);
}

/** Fixes of one problem, the best first; at most one of them is preferred. */
export function fixesOf(c: FixContext): readonly Fix[] {
  const found = fixRules.filter(rule => matches(rule, c.problem.code)).flatMap(rule => rule.fix(c) ?? []);
  const preferred = found.find(fix => fix.preferred);
  const ranked = preferred ? [preferred, ...found.filter(fix => fix !== preferred && !fix.guess)] : found;
  const known = new Set<string>();
  return ranked.flatMap(({ preferred: wanted, guess: _, ...fix }) => {
    const edits = JSON.stringify(fix.edits);
    if (known.has(fix.title) || known.has(edits)) return [];
    known.add(fix.title).add(edits);
    return [wanted && fix.title === preferred?.title ? { ...fix, preferred: true } : fix];
  });
}

function matches({ codes }: FixRule, code: string): boolean {
  return codes.some(c => c === code || (c.endsWith("*") && code.startsWith(c.slice(0, -1))));
}

/** What can be made of a selection, or of what stands at the cursor; nothing in `deps/`, where the next update would undo it. */
export function refactorings(c: RefactoringContext): readonly Refactoring[] {
  if (!c.root.root.main.includes(c.file)) return [];
  return refactoringRules.flatMap(rule => rule(c) ?? []);
}

/** Something done to a whole file. */
export interface SourceAction {
  readonly title: string;
  readonly kind: "fix-all" | "organize-uses";
  readonly edits: readonly FileEdit[];
}

/** What mends or tidies a whole file; what would change nothing is left out. */
export function sourceActions(
  root: RootAnalysis,
  file: ParsedFile,
  roots: readonly RootAnalysis[] = [],
): readonly SourceAction[] {
  const action = (title: string, kind: SourceAction["kind"], edits: readonly TextEdit[]): readonly SourceAction[] =>
    edits.length === 0 ? [] : [{ title, kind, edits: [{ uri: file.source.uri, edits }] }];
  return [
    ...action("Fix all that can be fixed", "fix-all", preferredEdits(root, file, roots, fixesOf)),
    ...action("Merge and sort `use`s", "organize-uses", organizedUses(root, file)),
  ];
}
