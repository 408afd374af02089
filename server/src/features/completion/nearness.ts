// How near to the cursor something is mentioned: of many names, those around are likelier than those far away.
import type { Span } from "../../base/span.ts";
import { type ParsedFile, partOf } from "../../syntax/file.ts";
import { plain } from "../edits/words.ts";
import type { Token } from "../token-at.ts";

/** How far to look, in UTF-16 units, to either side. */
const reach = 2500;

/** For each name and each path's package (`a:b@1.0.0`) near a word, the distance of its nearest mention; the word itself does not count. */
export interface Nearness {
  /** From 0 (right here) to 1 (not mentioned near by). */
  readonly of: (name: string) => number;
}

/**
 * `tokens` are those of the item before the word. The names that it declares, and their ends, come before all: a function
 * or a field is often named for its type, as in `get-color: func() -> color`.
 */
export function nearness(file: ParsedFile, word: Span, tokens: readonly Token[]): Nearness {
  const from = Math.max(0, word.start - reach);
  const around = partOf(file, from, Math.min(file.source.text.length, word.end + reach));
  const found = new Map<string, number>();
  const add = (name: string, start: number, end: number): void => {
    const distance = start > word.start ? start - word.end : word.start - end;
    if (distance < 0) return;
    const known = found.get(name);
    if (known === undefined || distance < known) found.set(name, distance);
  };
  for (let at = 0; at < around.length; ) {
    if (!isLetter(around.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = pathEnd(around, at);
    const name = around.slice(at, end);
    add(name.includes("/") ? name.replace(/\/[^@]*/, "") : name, from + at, from + end);
    at = end;
  }
  for (const [i, { text: name, end }] of tokens.entries()) {
    if (tokens[i + 1]?.kind !== ":") continue;
    for (let at = 0; at >= 0; at = name.indexOf("-", at + 1))
      found.set(plain(name.slice(at === 0 ? 0 : at + 1)), (word.start - end) / reach);
  }
  return { of: name => Math.min(1, (found.get(name) ?? reach) / reach) };
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** A character of a name, as far as this matters here: letters, digits, `-` and `_`. */
function isWord(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x5f;
}

/** Where the name or path that starts at an offset ends. Nearly all are plain names, which need no regular expression. */
function pathEnd(text: string, start: number): number {
  let end = start + 1;
  while (isWord(text.charCodeAt(end))) end++;
  const next = text[end];
  if ((next !== ":" && next !== "/") || !isWord(text.charCodeAt(end + 1))) return end;
  path.lastIndex = start;
  return start + path.exec(text)![0].length;
}

const path = /[A-Za-z][\w-]*(?::[\w-]+)*(?:\/[\w-]+(?:@\d[\w.+-]*[\w+-])?)?/y;
