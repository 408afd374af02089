// Comments in front of an item. The reference takes every comment for documentation; people mean `///` and `/** */`.
import type { Unit } from "./ast.ts";
import { blockCommentEnd } from "./tokens.ts";

/** The comments in front of something; offsets are UTF-16 offsets of the text that holds them. */
export interface DocComment {
  readonly start: number;
  /** Where each comment starts. */
  readonly starts: readonly number[];
  /** After the last comment, its line's end left out. */
  readonly end: number;
  readonly comments: readonly string[];
}

/** All comments between two offsets that hold nothing but comments and white space. */
export function commentsIn(text: string, start: number, end: number): DocComment | undefined {
  const comments: string[] = [];
  const starts: number[] = [];
  let last = start;
  for (let i = start; i < end; ) {
    if (text[i] !== "/") {
      i++;
      continue;
    }
    const close = commentEnd(text, i, end);
    const comment = text.slice(i, close);
    comments.push(comment);
    starts.push(i);
    last = i + comment.trimEnd().length;
    i = close;
  }
  const [first] = starts;
  return first === undefined ? undefined : { start: first, end: last, starts, comments };
}

function commentEnd(text: string, start: number, end: number): number {
  const stop = text[start + 1] === "*" ? blockCommentEnd(text, start, end) : lineEnd(text, start, end);
  return stop < 0 ? end : stop;
}

function lineEnd(text: string, start: number, end: number): number {
  const newline = text.indexOf("\n", start);
  return newline < 0 || newline >= end ? end : newline + 1;
}

/** The comments in front of a unit. */
export function leadingDocs(unit: Unit): DocComment | undefined {
  return commentsIn(unit.text, unit.text.charCodeAt(0) === 0xfeff ? 1 : 0, unit.start);
}

/**
 * Where the comments start that belong to a unit: those that stand on lines of their own right in front of it, without an
 * empty line in between. Where the unit starts when there are none.
 */
export function docsStart({ text, start: unitStart }: Unit): number {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let start = unitStart;
  for (const comment of commentsIn(text, first, unitStart)?.starts.toReversed() ?? []) {
    const between = text.slice(commentEnd(text, comment, unitStart), start);
    // A comment to the end of a line holds its line break.
    const breaks = between.split("\n").length - (text[comment + 1] === "/" ? 0 : 1);
    const line = text.slice(text.lastIndexOf("\n", comment - 1) + 1, comment);
    const ownLine = line.trim() === "" && (comment === first || text.lastIndexOf("\n", comment - 1) >= 0);
    if (breaks > 1 || !ownLine) break;
    start = comment;
  }
  return start;
}

/** Text with a space in place of each comment. */
export function withoutComments(text: string): string {
  let [rest, from] = ["", 0];
  for (let i = text.indexOf("/"); i >= 0; i = text.indexOf("/", from)) {
    const next = text[i + 1];
    const isComment = next === "/" || next === "*";
    rest += text.slice(from, isComment ? i : i + 1) + (isComment ? " " : "");
    from = isComment ? commentEnd(text, i, text.length) : i + 1;
  }
  return rest + text.slice(from);
}

/**
 * The comments in front of a field, case, flag or parameter that starts at `end`: those behind the bracket or comma that
 * follows `start`, where the one before it ends. Offsets are UTF-16 offsets of `text`.
 */
export function partComments(text: string, start: number, end: number): DocComment | undefined {
  const separator = markAt(text, start, end, "{,(");
  return separator < 0 ? undefined : commentsIn(text, separator + 1, end);
}

/** Where the first of some marks stands between two offsets, outside of comments; -1 where none does. */
export function markAt(text: string, start: number, end: number, marks: string): number {
  for (let i = start; i < end; i = text[i] === "/" ? commentEnd(text, i, end) : i + 1)
    if (marks.includes(text[i]!)) return i;
  return -1;
}

/** Documentation as Markdown: `///` and `/** … *​/` alone, without their marks and common indentation. */
export function docMarkdown(docs: DocComment | undefined): string {
  if (!docs) return "";
  const lines = docs.comments.flatMap(comment => {
    if (comment.startsWith("/**") && comment.length > 4) return blockLines(comment.slice(3, -2));
    return comment.startsWith("///") && !comment.startsWith("////") ? [comment.slice(3).trimEnd()] : [];
  });
  let indent = 100;
  for (const line of lines) if (line.trim() !== "") indent = Math.min(indent, line.length - line.trimStart().length);
  return lines
    .map(line => line.slice(indent))
    .join("\n")
    .trim();
}

function blockLines(body: string): string[] {
  return body.split("\n").map(line => line.replace(/^\s*\*(?!\*)/, "").trimEnd());
}
