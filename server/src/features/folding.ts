// Folding: bodies, comments of several lines, and runs of `use`s and includes.
import { memo } from "../base/memo.ts";
import type { Span } from "../base/span.ts";
import { type Container, isContainer, type Member, type Unit, unitOf } from "../syntax/ast.ts";
import { commentsIn } from "../syntax/docs.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { bracketsOf, fieldsOf } from "./brackets.ts";
import { runsOf } from "./runs.ts";

/** What can be folded away: everything between the ends of the lines that hold `start` and `end`; UTF-16 offsets. */
export interface Fold extends Span {
  readonly kind: "body" | "comment" | "imports";
}

/** In the order of the text; folds of a single line are left out. */
export function folds(file: ParsedFile): readonly Fold[] {
  const found: Fold[] = [];
  addContainer(file.source.text, file.root, 0, found);
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function addContainer(text: string, container: Container, start: number, found: Fold[]): void {
  for (const [i, member] of container.members.entries()) addMember(text, member, start + container.starts[i]!, found);
  for (const run of runsOf(container)) addFold(text, "imports", start + run.start, start + run.end, found);
  const tail = start + container.starts.at(-1)!;
  shift(commentFolds(container.tail, 0, container.tail.length, tail === 0), tail, found);
}

function addMember(text: string, member: Member, start: number, found: Fold[]): void {
  const unit = unitOf(member);
  if (!unit) return;
  shift(start === 0 ? foldsOf(unit, true) : unitFolds(unit), start, found);
  if (!isContainer(member)) return;
  addFold(text, "body", start + unit.end, start + member.length - (member.closed ? 1 : 0), found);
  addContainer(text, member, start, found);
}

function addFold(text: string, kind: Fold["kind"], start: number, end: number, found: Fold[]): void {
  if (text.slice(start, end).includes("\n")) found.push({ kind, start, end });
}

function shift(folds: readonly Fold[], by: number, found: Fold[]): void {
  for (const { kind, start, end } of folds) found.push({ kind, start: start + by, end: end + by });
}

/** What a unit has to fold: kept with it, which an edit elsewhere leaves as it is. */
const unitFolds = memo((unit: Unit) => foldsOf(unit, false));

/** The comments in front of a unit, what stands in its brackets, and the comments in front of each part. */
function foldsOf(unit: Unit, isFirst: boolean): readonly Fold[] {
  const { text } = unit;
  const found = [...commentFolds(text, 0, unit.start, isFirst)];
  const brackets = bracketsOf(unit);
  if (!brackets) return found;
  addFold(text, "body", brackets.open + 1, brackets.close, found);
  let before = brackets.open;
  for (const part of fieldsOf(unit)) {
    if (part.start < before) continue;
    found.push(...commentFolds(text, before + 1, part.start, false));
    before = part.end;
  }
  return found;
}

/**
 * Comments that follow one another without a line between them. One behind something else on its line is left out;
 * `isFirst` says that nothing stands before them in the file.
 */
function commentFolds(text: string, from: number, to: number, isFirst: boolean): readonly Fold[] {
  const first = isFirst && text.charCodeAt(0) === 0xfeff ? 1 : from;
  const newline = text.indexOf("\n", first);
  const isBehind = !isFirst && newline >= 0 && newline < to;
  const all = commentsIn(text, isBehind ? newline : first, to);
  const found: Fold[] = [];
  if (!all) return found;
  let at = all.start;
  for (const part of text.slice(all.start, all.end).split(/\n[ \t\r]*\n/)) {
    const begin = text.indexOf(part, at);
    addFold(text, "comment", begin, begin + part.trimEnd().length, found);
    at = begin + part.length;
  }
  return found;
}
