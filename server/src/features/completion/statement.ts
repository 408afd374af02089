// What stands before the cursor in the item being written, as tokens: right also where the text is half-typed or unclosed.
import type { Span } from "../../base/span.ts";
import type { Unit } from "../../syntax/ast.ts";
import { isContainer, lengthOf } from "../../syntax/ast.ts";
import { type ParsedFile, partOf } from "../../syntax/file.ts";
import { blockCommentEnd, endAt, kindAt, startAt, type Tokens, textAt, tokens } from "../../syntax/tokens.ts";
import { containersAt, type PlacedContainer } from "../locate.ts";
import { startOf, type Token } from "../token-at.ts";

export interface Statement {
  /** From the file to what holds the item. */
  readonly around: readonly PlacedContainer[];
  /** The item's tokens before the word under the cursor. */
  readonly tokens: readonly Token[];
  /** The word being typed: from its start to the cursor; UTF-16 offsets of the file. */
  readonly word: Span;
  /** The text from the cursor on, as far as it continues a path: `@1.0.0`. */
  readonly versionEnd: number;
}

/** Undefined in a comment or a string, where nothing is completed. */
export function statementAt(file: ParsedFile, offset: number): Statement | undefined {
  const word = { start: wordStart(file, offset), end: offset };
  const place = placeOf(file, word.start);
  const found = tokensBetween(file, place.from, word.start);
  const last = found.at(-1);
  if (last?.kind === "error" || inComment(file, last?.end ?? place.from, offset)) return undefined;
  if (inString(file, place.from, offset)) return undefined;
  const behind = partOf(file, offset, Math.min(file.source.text.length, offset + 80));
  const version = /^@\d+(?:\.\d+){0,2}(?:[-+][0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?/.exec(behind);
  return { around: place.around, tokens: found, word, versionEnd: offset + (version?.[0].length ?? 0) };
}

function wordStart(file: ParsedFile, offset: number): number {
  const near = Math.max(0, offset - 200);
  const text = partOf(file, near, offset);
  const isLonger = near > 0 && /^[A-Za-z0-9_-]*$/.test(text);
  return isLonger ? wordStartIn(partOf(file, 0, offset)) : near + wordStartIn(text);
}

/** Where the word starts that a text ends with. */
function wordStartIn(text: string): number {
  let start = text.length;
  while (start > 0 && /[A-Za-z0-9_-]/.test(text[start - 1]!)) start--;
  // What starts with a digit or a hyphen is no name: `->`, `0.2`.
  while (start < text.length && /[0-9-]/.test(text[start]!)) start++;
  return start > 0 && text[start - 1] === "%" ? start - 1 : start;
}

interface Place {
  readonly around: readonly PlacedContainer[];
  /** Where the item's text starts. */
  readonly from: number;
}

function placeOf(file: ParsedFile, offset: number): Place {
  let around = containersAt(file, offset);
  for (;;) {
    const { container, start } = around.at(-1)!;
    let index = 0;
    while (index + 1 < container.starts.length && start + container.starts[index + 1]! <= offset) index++;
    const from = start + container.starts[index]!;
    const previous = container.members[index - 1];
    if (!previous || startsBefore(file, from, offset)) {
      const member = container.members[index];
      if (member && isContainer(member) && !member.closed && offset >= from + lengthOf(member))
        around = [...around, { container: member, start: from }];
      else return { around, from: Math.max(from, fileStart(file)) };
      continue;
    }
    const before = start + container.starts[index - 1]!;
    if (isContainer(previous)) {
      if (previous.closed) return { around, from };
      around = [...around, { container: previous, start: before }];
    } else return { around, from: isFinished(previous) ? from : Math.max(before, fileStart(file)) };
  }
}

/** Whether a token of the member that starts at `from` stands before the offset. */
function startsBefore(file: ParsedFile, from: number, offset: number): boolean {
  return kindAt(tokensUpTo(file, Math.max(from, fileStart(file)), offset), 0) !== "end";
}

/** Where the text starts that is read: behind a byte-order mark. */
function fileStart(file: ParsedFile): number {
  return startOf(partOf(file, 0, Math.min(1, file.source.text.length)));
}

function isFinished(unit: Unit): boolean {
  const last = unit.text[unit.end - 1];
  return last === ";" || (last === "}" && unit.kind !== "use");
}

function tokensBetween(file: ParsedFile, from: number, to: number): readonly Token[] {
  const t = tokensUpTo(file, from, to);
  const found: Token[] = [];
  for (let i = 0; kindAt(t, i) !== "end"; i++)
    found.push({ kind: kindAt(t, i), text: textAt(t, i), start: from + startAt(t, i), end: from + endAt(t, i) });
  return found;
}

/** The tokens between two offsets of a file, counted from the first. */
function tokensUpTo(file: ParsedFile, from: number, to: number): Tokens {
  // What a character is may depend on the next one.
  const text = partOf(file, from, Math.min(file.source.text.length, to + 1));
  return tokens(text, 0, Math.max(0, to - from));
}

/** Whether the white space and comments that start at `from` end in a comment that holds the offset. */
function inComment(file: ParsedFile, from: number, offset: number): boolean {
  const text = partOf(file, from, Math.min(file.source.text.length, offset + 1));
  const to = offset - from;
  for (let i = 0; i < to; ) {
    if (text.startsWith("//", i)) {
      const newline = text.indexOf("\n", i);
      if (newline < 0 || newline >= to) return true;
      i = newline + 1;
    } else if (text.startsWith("/*", i)) {
      const end = blockCommentEnd(text, i, text.length);
      if (end < 0 || end > to) return true;
      i = end;
    } else i++;
  }
  return false;
}

function inString(file: ParsedFile, from: number, offset: number): boolean {
  const { length } = file.source.text;
  const near = stringsIn(file, from, offset, Math.min(length, offset + 200));
  return near.t.reached ? stringsIn(file, from, offset, length).holds : near.holds;
}

/** Whether a string in a part of a file holds the offset; the part's tokens tell whether it may go on behind the part. */
function stringsIn(file: ParsedFile, from: number, offset: number, to: number): { t: Tokens; holds: boolean } {
  const t = tokens(partOf(file, from, to));
  for (let i = 0; kindAt(t, i) !== "end" && from + startAt(t, i) < offset; i++)
    if (t.text[startAt(t, i)] === '"' && offset < from + endAt(t, i)) return { t, holds: true };
  return { t, holds: false };
}
