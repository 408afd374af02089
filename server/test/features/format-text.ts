// What the formatter's tests share: a text formatted, and what must be the same before and after.
import { deepEqual, equal } from "node:assert/strict";
import { applyEdits } from "../../src/features/edits/file-edit.ts";
import { atomsIn, isComment } from "../../src/features/format/atoms.ts";
import { ownStyle, type Style } from "../../src/features/format/style.ts";
import { formatEdits } from "../../src/features/format.ts";
import { isContainer, type Member } from "../../src/syntax/ast.ts";
import { fileStart } from "../../src/syntax/cut.ts";
import { parse } from "../support/workspace.ts";

/** The text formatted; with no style, in its own. */
export function formatted(text: string, style?: Style): string {
  const file = parse("file:///wit/main.wit", text);
  return applyEdits(text, formatEdits(file, style ?? ownStyle(file)));
}

/** Formats a text and checks what holds for any: nothing of it is lost or changed, and a second run changes nothing. */
export function formattedSafely(text: string, style?: Style): string {
  const after = formatted(text, style);
  sameWords(text, after);
  equal(formatted(after, style), after, `a second run changes ${JSON.stringify(text)}`);
  deepEqual(brokenIn(after), brokenIn(text), `broken items changed: ${JSON.stringify(text)}`);
  return after;
}

/** Tokens and comments are the same and in order, but for commas behind the last element of a list. */
export function sameWords(before: string, after: string): void {
  const [was, is] = [words(before), words(after)];
  deepEqual(is.tokens, was.tokens, JSON.stringify(before));
  deepEqual(is.comments, was.comments, JSON.stringify(before));
}

function words(text: string): { readonly tokens: readonly string[]; readonly comments: readonly string[] } {
  const tokens: string[] = [];
  const comments: string[] = [];
  for (const atom of atomsIn(text, fileStart(text), text.length))
    (isComment(atom) ? comments : tokens).push(text.slice(atom.start, atom.end));
  return { tokens: tokens.filter((token, i) => token !== "," || !/^[)}>]$/.test(tokens[i + 1] ?? "")), comments };
}

/** The texts of all items with a syntax error, with the comments in front of them, and of containers that are never closed. */
function brokenIn(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (member: Member, start: number): void => {
    if (!isContainer(member)) {
      if (member.problems.length > 0) found.push(member.text.trim());
    } else if (!member.closed) found.push(text.slice(start, start + member.length).trim());
    else for (const [i, inner] of member.members.entries()) visit(inner, start + member.starts[i]!);
  };
  visit(parse("file:///wit/main.wit", text).root, 0);
  return found;
}
