// Documentation as the reference parser makes it, for comparing and for tools: every comment in front of an item counts.
import type { Unit } from "../../syntax/ast.ts";
import { commentsIn, leadingDocs } from "../../syntax/docs.ts";
import { blockCommentEnd } from "../../syntax/tokens.ts";

/** The documentation of an item, as plain text; nothing where no comment stands in front of it. */
export function docText(unit: Unit | undefined): string | undefined {
  return unit && joined(leadingDocs(unit)?.comments);
}

/**
 * The documentation of a field or case that starts at `end`: the comments behind the `{` or `,` that follows `start`.
 * Offsets are UTF-16 offsets of `text`.
 */
export function partDocText(text: string, start: number, end: number): string | undefined {
  return joined(commentsIn(text, afterSeparator(text, start, end), end)?.comments);
}

function afterSeparator(text: string, start: number, end: number): number {
  for (let i = start; i < end; ) {
    const char = text[i];
    if (char === "{" || char === ",") return i + 1;
    if (char !== "/") i++;
    else if (text[i + 1] === "*") i = blockEnd(text, i, end);
    else i = lineEnd(text, i, end);
  }
  return end;
}

function blockEnd(text: string, start: number, end: number): number {
  const stop = blockCommentEnd(text, start, end);
  return stop < 0 ? end : stop;
}

function lineEnd(text: string, start: number, end: number): number {
  const newline = text.indexOf("\n", start);
  return newline < 0 || newline >= end ? end : newline + 1;
}

const whiteSpaceAtEnd = /\p{White_Space}+$/u;

function joined(comments: readonly string[] | undefined): string | undefined {
  if (!comments || comments.length === 0) return undefined;
  const bodies = comments.map(comment => body(comment).replace(whiteSpaceAtEnd, ""));
  const indent = commonIndent(bodies);
  const lines = bodies
    .map(text => (text.startsWith(indent) ? text.slice(indent.length) : text))
    .flatMap(text => text.split(/\r?\n/));
  return lines.join("\n").replace(/\n+$/, "");
}

/** As many spaces as the least indented comment has white space; a comment that starts otherwise is left as it is. */
function commonIndent(bodies: readonly string[]): string {
  let least: number | undefined;
  for (const text of bodies) {
    if (text === "") continue;
    const width = /^[ \t\n\f\r]*/.exec(text)![0].length;
    least = least === undefined ? width : Math.min(least, width);
  }
  return " ".repeat(least ?? 0);
}

/** A comment without its marks: of a block that is no documentation, the stars stay. */
function body(comment: string): string {
  if (!comment.startsWith("/**") || comment.length < 5) return comment.replace(/^\/+/, "");
  return comment.slice(3, comment.endsWith("*/") ? -2 : undefined);
}
