// What stands before the cursor in the item being written, as tokens: right also where the text is half-typed or unclosed.
import type { Span } from "../../base/span.ts";
import type { Unit } from "../../syntax/ast.ts";
import { isContainer, lengthOf } from "../../syntax/ast.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import { blockCommentEnd, endAt, kindAt, startAt, textAt, tokens } from "../../syntax/tokens.ts";
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
  const { text } = file.source;
  const word = { start: wordStart(text, offset), end: offset };
  const place = placeOf(file, word.start);
  const found = tokensBetween(text, place.from, word.start);
  const last = found.at(-1);
  if (last?.kind === "error" || inComment(text, last?.end ?? place.from, offset)) return undefined;
  if (inString(text, place.from, offset)) return undefined;
  const version = /^@\d+(?:\.\d+){0,2}(?:[-+][0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?/.exec(text.slice(offset, offset + 80));
  return { around: place.around, tokens: found, word, versionEnd: offset + (version?.[0].length ?? 0) };
}

function wordStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && /[A-Za-z0-9_-]/.test(text[start - 1]!)) start--;
  // What starts with a digit or a hyphen is no name: `->`, `0.2`.
  while (start < offset && /[0-9-]/.test(text[start]!)) start++;
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
    if (!previous || startsBefore(file.source.text, from, offset)) {
      const member = container.members[index];
      if (member && isContainer(member) && !member.closed && offset >= from + lengthOf(member))
        around = [...around, { container: member, start: from }];
      else return { around, from: Math.max(from, startOf(file.source.text)) };
      continue;
    }
    const before = start + container.starts[index - 1]!;
    if (isContainer(previous)) {
      if (previous.closed) return { around, from };
      around = [...around, { container: previous, start: before }];
    } else return { around, from: isFinished(previous) ? from : Math.max(before, startOf(file.source.text)) };
  }
}

/** Whether a token of the member that starts at `from` stands before the offset. */
function startsBefore(text: string, from: number, offset: number): boolean {
  return kindAt(tokens(text, Math.max(from, startOf(text)), offset), 0) !== "end";
}

function isFinished(unit: Unit): boolean {
  const last = unit.text[unit.end - 1];
  return last === ";" || (last === "}" && unit.kind !== "use");
}

function tokensBetween(text: string, from: number, to: number): readonly Token[] {
  const t = tokens(text, from, to);
  const found: Token[] = [];
  for (let i = 0; kindAt(t, i) !== "end"; i++)
    found.push({ kind: kindAt(t, i), text: textAt(t, i), start: startAt(t, i), end: endAt(t, i) });
  return found;
}

/** Whether the white space and comments that start at `from` end in a comment that holds the offset. */
function inComment(text: string, from: number, offset: number): boolean {
  for (let i = from; i < offset; ) {
    if (text.startsWith("//", i)) {
      const newline = text.indexOf("\n", i);
      if (newline < 0 || newline >= offset) return true;
      i = newline + 1;
    } else if (text.startsWith("/*", i)) {
      const end = blockCommentEnd(text, i, text.length);
      if (end < 0 || end > offset) return true;
      i = end;
    } else i++;
  }
  return false;
}

function inString(text: string, from: number, offset: number): boolean {
  const t = tokens(text, from);
  for (let i = 0; kindAt(t, i) !== "end" && startAt(t, i) < offset; i++)
    if (text[startAt(t, i)] === '"' && offset < endAt(t, i)) return true;
  return false;
}
