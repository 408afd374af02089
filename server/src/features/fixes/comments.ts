// A block comment that is never closed: the mark that closes it, or the mark too many that opened it.
import { type Fix, type FixContext, type FixRule, fixHere, insertAt, replace } from "./fix.ts";
import { mends } from "./syntax-check.ts";

export const closeComment: FixRule = { codes: ["unterminated-comment"], fix: close };

function close(c: FixContext): readonly Fix[] {
  const { text } = c.file.source;
  const at = c.problem.at ?? c.problem.start;
  const line = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
  const end = text[line - 1] === "\r" ? line - 1 : line;
  const inLine = fixHere(c, "Insert `*/` at the end of the line", insertAt(end, " */"));
  const opening = text[at + 2] === "*" && text[at + 3] !== "/" ? 3 : 2;
  const removed = fixHere(c, "Remove `/*`", replace({ start: at, end: at + opening }, ""));
  const works = [inLine, removed].filter(fix => mends(c.file, fix.edits[0]!.edits));
  const [first = inLine, ...others] = works.length > 0 ? works : [removed, inLine];
  return [{ ...first, preferred: works.length > 0 }, ...others];
}
