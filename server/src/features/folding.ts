// Folding: bodies, comments of several lines, and runs of `use`s and includes.
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
  addContainer(file.root, 0, found);
  const { text } = file.source;
  return found
    .filter(f => text.slice(f.start, f.end).includes("\n"))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function addContainer(container: Container, start: number, found: Fold[]): void {
  for (const [i, member] of container.members.entries()) addMember(member, start + container.starts[i]!, found);
  for (const run of runsOf(container)) found.push({ kind: "imports", start: start + run.start, end: start + run.end });
  const tail = start + container.starts.at(-1)!;
  addComments(container.tail, 0, container.tail.length, tail, found);
}

function addMember(member: Member, start: number, found: Fold[]): void {
  const unit = unitOf(member);
  if (!unit) return;
  addComments(unit.text, 0, unit.start, start, found);
  if (isContainer(member)) {
    const end = start + member.length - (member.closed ? 1 : 0);
    found.push({ kind: "body", start: start + unit.end, end });
    addContainer(member, start, found);
    return;
  }
  addParts(unit, start, found);
}

/** What stands in the brackets of a unit, and the comments in front of each part. */
function addParts(unit: Unit, start: number, found: Fold[]): void {
  const brackets = bracketsOf(unit);
  if (!brackets) return;
  found.push({ kind: "body", start: start + brackets.open + 1, end: start + brackets.close });
  let before = brackets.open;
  for (const part of fieldsOf(unit)) {
    if (part.start < before) continue;
    addComments(unit.text, before + 1, part.start, start, found);
    before = part.end;
  }
}

/** Comments that follow one another without a line between them; one behind something else on its line is left out. */
function addComments(text: string, from: number, to: number, start: number, found: Fold[]): void {
  const first = start + from === 0 && text.charCodeAt(0) === 0xfeff ? 1 : from;
  const newline = text.indexOf("\n", first);
  const isBehind = start + from > 0 && newline >= 0 && newline < to;
  const all = commentsIn(text, isBehind ? newline : first, to);
  if (!all) return;
  let at = all.start;
  for (const part of text.slice(all.start, all.end).split(/\n[ \t\r]*\n/)) {
    const begin = text.indexOf(part, at);
    found.push({ kind: "comment", start: start + begin, end: start + begin + part.trimEnd().length });
    at = begin + part.length;
  }
}
