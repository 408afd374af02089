// Strings with escapes that are none: the escape is completed, or written so that it stands for itself.
import type { TextEdit } from "../../syntax/recut.ts";
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

/** Escapes as other languages write them, or with a `_` too many. */
function misspelt(text: string, backslash: number): readonly Attempt[] {
  const rest = text.slice(backslash, backslash + 1000);
  const as = (found: string, written: string): readonly Attempt[] => [
    {
      title: `Write it as \`${written}\``,
      edit: replace({ start: backslash, end: backslash + found.length }, written),
    },
  ];
  const [short, digits] = /^\\u([0-9a-fA-F]{1,4})/.exec(rest) ?? [];
  if (short !== undefined) return as(short, `\\u{${digits}}`);
  const [byte, hex] = /^\\x([0-9a-fA-F]{2})/.exec(rest) ?? [];
  if (byte !== undefined) return as(byte, `\\${hex}`);
  const [long, number] = /^\\u\{([0-9a-fA-F][0-9a-fA-F_]*?)_+\}/.exec(rest) ?? [];
  return long === undefined ? [] : as(long, `\\u{${number}}`);
}

/** Bytes that are no text by themselves were meant as the characters with their numbers. */
function asCharacters(text: string, start: number, end: number): readonly Attempt[] {
  const literal = /^"(?:[^"\\]|\\.)*"/.exec(text.slice(start, end))?.[0];
  const written = literal?.replace(/\\([89a-fA-F][0-9a-fA-F])/g, "\\u{$1}");
  if (literal === undefined || written === undefined || written === literal) return [];
  return [
    {
      title: `Write the bytes as characters: \`${written}\``,
      edit: replace({ start, end: start + literal.length }, written),
    },
  ];
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
  const last = Math.max(rest.lastIndexOf(")"), rest.lastIndexOf("("));
  const quote = rest[last] === ")" ? last : rest.length;
  const all: Attempt[] = [];
  if (code === "string-character")
    all.push({
      title: `Write it as an escape: \`${written[char] ?? `\\u{${hex}}`}\``,
      edit: replace({ start: at, end: at + char.length }, written[char] ?? `\\u{${hex}}`),
    });
  if (code === "string-unterminated") all.push({ title: 'Insert `"`', edit: insertAt(start + quote, '"') });
  if (code === "string-utf8") all.push(...asCharacters(text, start, lineEnd));
  if (backslash >= start) {
    all.push(...misspelt(text, backslash));
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
