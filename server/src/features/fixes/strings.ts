// Strings with escapes that are none: the escape is completed, or written so that it stands for itself.
import type { TextEdit } from "../../syntax/cut.ts";
import { tokensIn } from "../edits/words.ts";
import { type Fix, type FixContext, type FixRule, fixHere, headSpan, insertAt, problemMember, replace } from "./fix.ts";
import { mends } from "./syntax-check.ts";

export const mendString: FixRule = {
  codes: ["string-escape", "string-unicode", "string-number", "string-character", "string-utf8", "string-unterminated"],
  fix: mend,
};

/** Only `@external-id` takes a string; elsewhere it is a string too many. */
function mend(c: FixContext): readonly Fix[] {
  const member = problemMember(c);
  const { text } = c.file.source;
  const { at } = c.problem;
  if (!member || at === undefined) return [];
  const tokens = tokensIn(c.file, headSpan(member));
  const index = tokens.findIndex(t => t.start <= c.problem.start && c.problem.start < t.end);
  if (tokens[index - 2]?.text !== "external-id") return [];
  return attempts(text, at, tokens[index]!.start, c.problem.code).flatMap(({ title, edit }) =>
    mends(c.file, [edit]) ? [fixHere(c, title, edit, true)] : [],
  );
}

interface Attempt {
  readonly title: string;
  readonly edit: TextEdit;
}

function attempts(text: string, at: number, start: number, code: string): readonly Attempt[] {
  const backslash = text.lastIndexOf("\\", at);
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  const hex = (char.codePointAt(0) ?? 0).toString(16);
  const written: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };
  const lineEnd = /[^\r\n]*/.exec(text.slice(start))![0].length + start;
  const rest = text.slice(start, lineEnd);
  const quote = /\)\s*[^()]*$/.exec(rest)?.index ?? rest.length;
  const all: Attempt[] = [];
  if (code === "string-character")
    all.push({
      title: `Write it as an escape: \`${written[char] ?? `\\u{${hex}}`}\``,
      edit: replace({ start: at, end: at + char.length }, written[char] ?? `\\u{${hex}}`),
    });
  if (code === "string-unterminated") all.push({ title: 'Insert `"`', edit: insertAt(start + quote, '"') });
  if (backslash >= start) {
    all.push({ title: "Insert `}`", edit: insertAt(at, "}") });
    const whole = /^\\u\{?[0-9a-fA-F_]*\}?/.exec(text.slice(backslash))?.[0] ?? "\\";
    if (code === "string-unicode")
      all.push({
        title: "Replace it with U+FFFD, the replacement character",
        edit: replace({ start: backslash, end: backslash + whole.length }, "\\u{fffd}"),
      });
    all.push({ title: "Escape the backslash: `\\\\`", edit: insertAt(backslash, "\\") });
  }
  return all;
}
