// Folding: bodies, comments of several lines, and runs of `use`s and includes.
import type { Span } from "../base/span.ts";
import { type Container, isContainer, type Member, type Unit, unitOf } from "../syntax/ast.ts";
import { commentsIn } from "../syntax/docs.ts";
import type { ParsedFile } from "../syntax/file.ts";

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
  addRuns(container, start, found);
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
  const brace = unit.text.indexOf("{", unit.start);
  if (brace >= 0 && braced.has(unit.kind))
    found.push({ kind: "body", start: start + brace + 1, end: start + bodyEnd(unit) });
}

const braced: ReadonlySet<Unit["kind"]> = new Set(["record", "variant", "enum", "flags", "use", "include"]);

function bodyEnd({ text, end }: Unit): number {
  const close = text.lastIndexOf("}", end);
  return close < 0 ? end : close;
}

/** Comments that follow one another without a line between them. */
function addComments(text: string, from: number, to: number, start: number, found: Fold[]): void {
  const all = commentsIn(text, text.charCodeAt(0) === 0xfeff ? 1 : from, to);
  if (!all) return;
  let at = all.start;
  for (const part of text.slice(all.start, all.end).split(/\n[ \t\r]*\n/)) {
    const begin = text.indexOf(part, at);
    found.push({ kind: "comment", start: start + begin, end: start + begin + part.trimEnd().length });
    at = begin + part.length;
  }
}

/** `use`s, `include`s and imports by path that stand one behind the other. */
function addRuns(container: Container, start: number, found: Fold[]): void {
  let first = -1;
  const close = (end: number): void => {
    if (first >= 0 && end > first + 1) found.push(run(container, start, first, end - 1));
    first = -1;
  };
  for (const [i, member] of container.members.entries()) {
    if (!isImport(member)) close(i);
    else if (first < 0) first = i;
  }
  close(container.members.length);
}

function isImport(member: Member): boolean {
  return !isContainer(member) && (member.kind === "use" || member.kind === "top-use" || member.kind === "include");
}

function run(container: Container, start: number, first: number, last: number): Fold {
  const begin = unitOf(container.members[first]!)!;
  const end = unitOf(container.members[last]!)!;
  return {
    kind: "imports",
    start: start + container.starts[first]! + begin.start,
    end: start + container.starts[last]! + end.end,
  };
}
