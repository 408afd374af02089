// A new last member of an interface or world.
import type { TextEdit } from "../../syntax/recut.ts";
import type { PlacedContainer } from "../locate.ts";
import { indentAt, levelIn, lineBreak, startsItsLine } from "./words.ts";

/** Puts a member behind the last one, and behind the comment on its line; `member` is its text, for the white space that its lines start with. */
export function appended(
  text: string,
  { container, start }: PlacedContainer,
  member: (indent: string) => string,
): TextEdit {
  const at = start + container.starts.at(-1)! + trailingComment(container.tail);
  const outer = indentAt(text, start + (container.head?.start ?? 0));
  const line = lineBreak(text);
  const behind = /^\s*\}$/.test(container.tail) && !container.tail.includes("\n") ? line + outer : "";
  const indent = memberIndent(text, { container, start }) ?? outer + levelIn(text);
  return { start: at, end: at, insert: `${line}${indent}${member(indent)}${behind}` };
}

/** White space in front of the first member, where that starts its line. */
export function memberIndent(text: string, { container, start }: PlacedContainer): string | undefined {
  const first = container.members[0];
  const unit = first && ("members" in first ? first.head : first);
  if (!unit) return undefined;
  const at = start + container.starts[0]! + unit.start;
  return startsItsLine(text, at) ? indentAt(text, at) : undefined;
}

/** A comment on the line of the last member belongs to it. */
function trailingComment(tail: string): number {
  return /^[ \t]*\/\/[^\r\n]*/.exec(tail)?.[0].length ?? 0;
}
