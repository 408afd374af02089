// Where a refactoring puts what it makes.
import { isContainer, unitOf } from "../../syntax/ast.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import { startsItsLine } from "../edits/words.ts";
import type { ProblemMember } from "../fixes/fix.ts";

export interface Insertion {
  /** Where it goes: in front of the documentation of what follows. */
  readonly at: number;
  /** The start of what follows, its documentation left out. */
  readonly before: number;
}

/** In front of a member with its documentation; of its resource, where it stands in one. */
export function insertionBefore({ source: { text } }: ParsedFile, member: ProblemMember): Insertion {
  const outer = member.around.findLast(({ container }) => container.kind === "resource");
  const start = outer?.start ?? member.start;
  const unit = outer ? unitOf(outer.container)! : member.unit;
  const before = start + unit.start;
  return { at: start + docsStart(text.slice(start, before), startsItsLine(text, before)), before };
}

/** Where the comments begin that belong to an item: those that no empty line sets apart from it. */
export function docsStart(leading: string, ownLine: boolean): number {
  if (!ownLine) return leading.length - (/\/\*\*[\s\S]*\*\/\s*$/.exec(leading)?.[0].length ?? 0);
  const lines = leading.split("\n");
  const indent = lines.pop()!.length;
  let start = leading.length - indent;
  // The first line is the end of the line before, whose comment belongs to that.
  while (lines.length > 1 && lines.at(-1)!.trim() !== "") start -= lines.pop()!.length + 1;
  return start + /^[ \t]*/.exec(leading.slice(start))![0].length;
}

/** Whether a member is one with braces that are closed. */
export function isWhole({ member }: ProblemMember): boolean {
  return !isContainer(member) || member.closed;
}
