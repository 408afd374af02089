// The token under a cursor, and the tokens of the item that it stands in.
import type { Span } from "../base/span.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { endAt, kindAt, startAt, type Tokens, textAt, tokens } from "../syntax/tokens.ts";
import { memberAt } from "./locate.ts";

/** A token of a file; UTF-16 offsets. */
export interface Token extends Span {
  readonly kind: string;
  readonly text: string;
}

/** The token that the offset touches, of two the one behind it; `afterAt` says that an `@` stands before it. */
export function tokenAt(file: ParsedFile, offset: number): (Token & { readonly afterAt: boolean }) | undefined {
  const t = tokensAround(file, offset);
  let found: (Token & { readonly afterAt: boolean }) | undefined;
  for (let i = 0; kindAt(t, i) !== "end" && startAt(t, i) <= offset; i++) {
    if (endAt(t, i) < offset) continue;
    const afterAt = i > 0 && kindAt(t, i - 1) === "@";
    found = { kind: kindAt(t, i), text: textAt(t, i), start: startAt(t, i), end: endAt(t, i), afterAt };
    if (endAt(t, i) > offset) break;
  }
  return found;
}

function tokensAround(file: ParsedFile, offset: number): Tokens {
  const { text } = file.source;
  const member = memberAt(file, offset);
  return tokens(text, member && member.start > 0 ? member.start : startOf(text));
}

/** From the end of the last token before an offset to the start of the first behind it. */
export function gapAt(file: ParsedFile, offset: number): Span {
  const t = tokensAround(file, offset);
  let start = t.position;
  for (let i = 0; kindAt(t, i) !== "end"; i++) {
    if (startAt(t, i) > offset) return { start, end: startAt(t, i) };
    start = endAt(t, i);
  }
  return { start: Math.min(start, offset), end: t.text.length };
}

/** Where tokens start: after a byte-order mark. */
export function startOf(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}
