// What stands where, for edits: tokens of a stretch of a file, white space in front of an item, names that are free.
import type { Span } from "../../base/span.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import { canonicalName } from "../../syntax/names.ts";
import { endAt, keywords, kindAt, startAt, textAt, tokens } from "../../syntax/tokens.ts";
import { startOf, type Token } from "../token-at.ts";

/** The tokens of a file between two UTF-16 offsets that lie between tokens. */
export function tokensIn({ source }: ParsedFile, { start, end }: Span): readonly Token[] {
  return tokensOf(source.text, Math.max(start, startOf(source.text)), end);
}

/** The tokens of a text between two UTF-16 offsets. */
export function tokensOf(text: string, start = 0, end = text.length): readonly Token[] {
  const t = tokens(text, start, end);
  const found: Token[] = [];
  for (let i = 0; kindAt(t, i) !== "end"; i++)
    found.push({ kind: kindAt(t, i), text: textAt(t, i), start: startAt(t, i), end: endAt(t, i) });
  return found;
}

/** White space in front of what stands at an offset, where it starts its line; else that of its line. */
export function indentAt(text: string, offset: number): string {
  const line = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(line, offset))![0];
}

/** One level of indentation as a text has it: that of the first line inside something that starts its line; else two spaces. */
export function levelIn(text: string): string {
  const found = /^\S.*\{[ \t]*\r?\n\s*?^(\t| {1,8})\S/m.exec(text.slice(0, 20_000));
  return found?.[1] ?? "  ";
}

/** Whether nothing but white space stands between an offset and the start of its line. */
export function startsItsLine(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset).trim() === "";
}

/** A text whose lines behind the first start with another indentation. */
export function reindented(text: string, from: string, to: string): string {
  return text.replace(/\n([ \t]*)/g, (whole, indent: string) =>
    indent.startsWith(from) ? `\n${to}${indent.slice(from.length)}` : whole,
  );
}

/** The line break that a text uses. */
export function lineBreak(text: string): string {
  const newline = text.indexOf("\n");
  return newline > 0 && text[newline - 1] === "\r" ? "\r\n" : "\n";
}

/** A name as it must be written: keywords need a `%`. */
export function written(name: string): string {
  return keywords.has(name) ? `%${name}` : name;
}

/** A name as it is meant, without `%`. */
export function plain(name: string): string {
  return name.startsWith("%") ? name.slice(1) : name;
}

/** `name`, or `name2`, `name3` …: the first that clashes with none of the names taken. */
export function freeName(name: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map(canonicalName));
  let free = name;
  for (let i = 2; used.has(canonicalName(free)); i++) free = `${name}${i}`;
  return free;
}
