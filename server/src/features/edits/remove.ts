// Taking an item, or an element of a list, out of a text together with what belongs to it alone.
import type { Span } from "../../base/span.ts";
import { isContainer, lengthOf, unitOf } from "../../syntax/ast.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { endAt, kindAt, startAt, tokens } from "../../syntax/tokens.ts";
import type { PlacedMember } from "../locate.ts";
import { startOf } from "../token-at.ts";

/** Takes an item out, with its attributes and documentation. Comments that an empty line sets apart stay. */
export function removeMember(file: ParsedFile, placed: PlacedMember): TextEdit {
  const { member, start } = placed;
  const unit = unitOf(member)!;
  const end = isContainer(member) ? start + lengthOf(member) : start + unit.end;
  const leading = file.source.text.slice(start, start + unit.start);
  return { start: start + keptLength(leading), end, insert: "" };
}

/** How much of the white space and comments before an item does not belong to it. */
function keptLength(leading: string): number {
  let kept = leading.indexOf("\n");
  if (kept < 0) return leading.trim() === "" ? 0 : leading.length;
  for (const match of leading.matchAll(/\n[ \t]*\r?(?=\n)/g)) kept = match.index;
  if (leading.slice(0, kept).trim() === "" && !leading.slice(0, kept).includes("\n")) kept = leading.indexOf("\n");
  return leading[kept - 1] === "\r" ? kept - 1 : kept;
}

/**
 * Takes an element out of a list with commas, and one comma with it. `within` is a stretch that starts and ends
 * between tokens and holds the list; `element` starts and ends with a token.
 */
export function removeElement(file: ParsedFile, within: Span, element: Span): TextEdit {
  const { text } = file.source;
  const t = tokens(text, Math.max(within.start, startOf(text)), within.end);
  let first = 0;
  while (kindAt(t, first) !== "end" && startAt(t, first) < element.start) first++;
  let after = first;
  while (kindAt(t, after) !== "end" && endAt(t, after) <= element.end) after++;
  const before = first > 0 ? endAt(t, first - 1) : undefined;
  if (kindAt(t, after) === ",") {
    const end = endAt(t, after);
    const ownLine = before !== undefined && text.slice(before, element.start).includes("\n");
    if (ownLine) return { start: before + sameLineComment(text, before), end, insert: "" };
    const joins = kindAt(t, after + 1) !== "end" && !text.slice(end, startAt(t, after + 1)).includes("\n");
    return { start: element.start, end: joins ? startAt(t, after + 1) : end, insert: "" };
  }
  const start = first > 0 && kindAt(t, first - 1) === "," ? startAt(t, first - 1) : element.start;
  return { start, end: element.end, insert: "" };
}

/** Length of a comment that ends the line at an offset: it belongs to what stands before it. */
function sameLineComment(text: string, offset: number): number {
  const match = /^[ \t]*\/\/[^\n]*/.exec(text.slice(offset, offset + 2000));
  return match ? match[0].replace(/\r$/, "").length : 0;
}
