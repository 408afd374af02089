// Documentation as the reference parser makes it, for comparing and for tools: every comment in front of an item counts.
import { withoutEnd } from "../../base/ends.ts";
import type { Unit } from "../../syntax/ast.ts";
import { leadingDocs, partComments } from "../../syntax/docs.ts";

/** The documentation of an item, as plain text; nothing where no comment stands in front of it. */
export function docText(unit: Unit | undefined): string | undefined {
  return unit && joined(leadingDocs(unit)?.comments);
}

/** The documentation of a field or case that starts at `end` and follows one that ends at `start`; UTF-16 offsets of `text`. */
export function partDocText(text: string, start: number, end: number): string | undefined {
  return joined(partComments(text, start, end)?.comments);
}

const isWhiteSpace = (character: string): boolean => /\p{White_Space}/u.test(character);

function joined(comments: readonly string[] | undefined): string | undefined {
  if (!comments || comments.length === 0) return undefined;
  const bodies = comments.map(comment => withoutEnd(body(comment), isWhiteSpace));
  const indent = commonIndent(bodies);
  const lines = bodies
    .map(text => (text.startsWith(indent) ? text.slice(indent.length) : text))
    .flatMap(text => text.split(/\r?\n/));
  return withoutEnd(lines.join("\n"), character => character === "\n");
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
