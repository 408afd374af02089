// Formatting while one types: the item that a `;` or `}` ends, and the indentation of a line that was begun.

import type { ParsedFile } from "../../syntax/file.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { formatEdits } from "../format.ts";
import { memberAt, memberSpan } from "../locate.ts";
import { levelAt } from "./level.ts";
import type { Style } from "./style.ts";

/** The characters after which `typedEdits` has something to do. */
export const typedTriggers = ["}", ";", "\n"] as const;

/** Edits for the character that was typed in front of a UTF-16 offset. */
export function typedEdits(file: ParsedFile, offset: number, typed: string, style: Style): readonly TextEdit[] {
  if (typed === "\n") return indentLine(file, offset, style);
  const member = memberAt(file, offset - 1);
  const span = member && memberSpan(member);
  return span?.end === offset && file.source.text[offset - 1] === typed ? formatEdits(file, style, [span]) : [];
}

/** The cursor stands in the white space that starts its line; nothing else is touched. */
function indentLine(file: ParsedFile, offset: number, { indent }: Style): readonly TextEdit[] {
  const { text } = file.source;
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = start + /^[ \t]*/.exec(text.slice(start, start + 1000))![0].length;
  if (start === 0 || offset > end) return [];
  const level = levelAt(file, end);
  const insert = level === undefined ? undefined : indent.repeat(level);
  return insert === undefined || insert === text.slice(start, end) ? [] : [{ start, end, insert }];
}
