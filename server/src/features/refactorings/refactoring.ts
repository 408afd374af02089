// What a refactoring is: a change of a text that keeps what it means, offered for what is selected.
import type { Span } from "../../base/span.ts";
import { problemsOf, type RootAnalysis } from "../../semantics/analysis.ts";
import { gateOf } from "../../semantics/gates.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import type { FileEdit } from "../edits/file-edit.ts";
import { type Home, memberWithUnit, type ProblemMember } from "../fixes/fix.ts";
import { analysisAt, itemAt, memberAt } from "../locate.ts";

/** Where a refactoring is asked for. `range` is what is selected, or the cursor; UTF-16 offsets. */
export interface RefactoringContext {
  readonly root: RootAnalysis;
  readonly file: ParsedFile;
  readonly range: Span;
  /** All roots of the workspace. */
  readonly roots: readonly RootAnalysis[];
}

export interface Refactoring {
  /** What it does, as an order. No two for one range are the same. */
  readonly title: string;
  readonly kind: "extract" | "inline" | "rewrite" | "move";
  /** Made once it is chosen. */
  readonly edits: () => readonly FileEdit[];
}

/** One refactoring. Pure and total; nothing where it does not apply. */
export type RefactoringRule = (c: RefactoringContext) => Refactoring | readonly Refactoring[] | undefined;

/** The member that holds all of a range, and the container around it with what is known of it. */
export interface Selected {
  readonly member: ProblemMember;
  readonly home: Home;
}

/** Undefined where the range lies in several members, or the member has mistakes: then what it means is not known. */
export function selectedMember({ root, file, range }: RefactoringContext): Selected | undefined {
  const member = memberWithUnit(memberAt(file, range.start));
  const item = itemAt(root, file, range.start);
  if (!member || !item || member.unit.problems.length > 0 || range.end > member.span.end) return undefined;
  const { analysis, start } = analysisAt(item, member.start);
  if (hasErrors(root, file, member.span)) return undefined;
  return { member, home: { ...item, analysis, base: start } };
}

export function hasErrors(root: RootAnalysis, file: ParsedFile, { start, end }: Span): boolean {
  return problemsOf(root, file).some(p => p.severity === "error" && p.start <= end && start <= p.end);
}

/** Whether a gate of its own switches a member off. What mentions types before others do would switch those off too. */
export function isOff({ root }: RefactoringContext, { unit }: ProblemMember): boolean {
  return gateOf(unit.attributes, root.features) === "off";
}

/** The attributes in front of a member as they are written, each with the line break or space behind it. */
export function attributesOf({ source }: ParsedFile, { unit, start }: ProblemMember): string {
  const [first] = unit.attributes;
  const last = unit.attributes.at(-1);
  if (!first || !last) return "";
  const behind = /^\s*/.exec(source.text.slice(start + last.end))![0];
  return source.text.slice(start + first.start, start + last.end) + behind;
}
