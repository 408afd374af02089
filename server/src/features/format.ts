// Formatting: one style for whole files, ranges and what was just typed. What comes out are the smallest edits of white
// space (and commas after the last element of a broken list); tokens, comments and broken items stay as they are.
import type { Span } from "../base/span.ts";
import { type Container, isContainer, lengthOf, type Member, type Unit, unitOf } from "../syntax/ast.ts";
import { fileStart } from "../syntax/cut.ts";
import type { ParsedFile } from "../syntax/file.ts";
import type { TextEdit } from "../syntax/recut.ts";
import { lineBreak } from "./edits/words.ts";
import { atomsIn } from "./format/atoms.ts";
import { putItem } from "./format/item.ts";
import { newPrinter, type Printer, put, putEnd, skipTo } from "./format/printer.ts";
import { type Between, separate } from "./format/separate.ts";
import type { Style } from "./format/style.ts";

interface Formatter {
  readonly p: Printer;
  /** What is to be formatted; absent: everything. */
  readonly ranges: readonly Span[] | undefined;
}

/** What stands in front of the next member, and whether the two are to be set apart. */
type Front = Pick<Between, "before" | "apart">;

/** Edits (UTF-16 offsets, in order) that format a file, or the members of it that one of the ranges touches. */
export function formatEdits({ source, root }: ParsedFile, style: Style, ranges?: readonly Span[]): readonly TextEdit[] {
  const { text } = source;
  const f: Formatter = { p: newPrinter(text, fileStart(text), lineBreak(text), style.indent), ranges };
  const before = putMembers(f, root, 0, 0, "start");
  putEndOfFile(f, root, before);
  return f.p.edits;
}

function putMembers(
  f: Formatter,
  container: Container,
  start: number,
  level: number,
  front: Front["before"],
): Front["before"] {
  const outer = container.kind === "file" || container.kind === "package";
  let before = front;
  for (const [i, member] of container.members.entries()) {
    const from = start + container.starts[i]!;
    const last = container.members[i - 1];
    const apart = outer && last !== undefined && (isContainer(last) || isContainer(member));
    if (isBroken(member) || !touchesMember(f, member, from)) skipTo(f.p, from + lengthOf(member));
    else putMember(f, member, from, level, { before, apart });
    before = isBroken(member) ? "broken" : "item";
  }
  return before;
}

/** A container that is never closed is broken as a whole: nobody knows what belongs to it. Nor is a block entered that is nested too deep. */
function isBroken(member: Member): boolean {
  if (isContainer(member)) return !member.closed;
  return member.problems.length > 0 || (member.kind === "package" && !member.text.endsWith(";"));
}

function putMember(f: Formatter, member: Member, from: number, level: number, front: Front): void {
  const unit = unitOf(member)!;
  const whole = unit.problems.length === 0;
  if (whole && touches(f, from, unit.text.slice(0, unit.start), from + unit.end))
    putUnit(f.p, unit, from, level, front);
  else skipTo(f.p, from + unit.end);
  if (!isContainer(member)) return;
  const before = putMembers(f, member, from, level + 1, whole ? "open" : "broken");
  putClose(f, member, from, level, before);
}

/** Puts an item that is no container, or the head of one, with the comments in front. */
function putUnit(p: Printer, unit: Unit, from: number, level: number, front: Front): void {
  const atoms = atomsIn(p.text, p.end, from + unit.end);
  const first = atoms.findIndex(atom => atom.start === from + unit.start);
  separate(p, atoms, 0, first, { ...front, level, blanks: true });
  putItem(p, atoms, first, level);
}

/** The comments before the end of a container, and its closing brace. */
function putClose(f: Formatter, container: Container, from: number, level: number, before: Front["before"]): void {
  const { p } = f;
  const end = from + container.length;
  const tail = from + container.starts.at(-1)!;
  const atoms = atomsIn(p.text, p.end, end);
  if (!touches(f, tail, container.tail, end)) skipTo(p, end);
  else if (before === "open" && atoms.length === 1) put(p, atoms[0]!, "");
  else separate(p, atoms, 0, atoms.length - 1, { before, level: level + 1, closes: true, blanks: true });
}

/** The comments at the end of a file, and one line break behind all. */
function putEndOfFile(f: Formatter, root: Container, before: Front["before"]): void {
  const { p } = f;
  const { length } = p.text;
  if (!touches(f, length - root.tail.length, root.tail, length)) return;
  const atoms = atomsIn(p.text, p.end, length);
  if (atoms.length > 0) separate(p, atoms, 0, atoms.length - 1, { before, level: 0, blanks: true });
  const empty = root.members.length === 0 && atoms.length === 0;
  if (before !== "broken" || p.text.includes("\n", p.end)) putEnd(p, empty ? "" : p.newline);
}

function touchesMember(f: Formatter, member: Member, from: number): boolean {
  const { text, start, end } = unitOf(member)!;
  return touches(f, from, text.slice(0, start), from + (isContainer(member) ? member.length : end));
}

/**
 * Whether a range touches what ends at an offset and starts with a stretch between tokens, at `from`: of that stretch, what
 * stands on the line of the item before it belongs to that one.
 */
function touches({ ranges }: Formatter, from: number, leading: string, end: number): boolean {
  if (!ranges) return true;
  const start = from + lineStart(leading);
  return ranges.some(range =>
    range.start === range.end ? start <= range.start && range.start <= end : start < range.end && range.start < end,
  );
}

/** Offset of the first text after the first line of a stretch between tokens; that of the first text where all is one line. */
function lineStart(between: string): number {
  const newline = between.indexOf("\n");
  return newline < 0 ? between.length - between.trimStart().length : newline + between.slice(newline).search(/\S|$/);
}
