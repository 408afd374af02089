// The token under a cursor, and the tokens of the item that it stands in.
import type { Span } from "../base/span.ts";
import { type ParsedFile, partOf } from "../syntax/file.ts";
import { endAt, kindAt, startAt, type Tokens, textAt, tokens } from "../syntax/tokens.ts";
import { memberAt } from "./locate.ts";

/** A token of a file; UTF-16 offsets. */
export interface Token extends Span {
  readonly kind: string;
  readonly text: string;
}

/** The token that the offset touches, of two the one behind it; `afterAt` says that an `@` stands before it. */
export function tokenAt(file: ParsedFile, offset: number): TokenAt | undefined {
  const { length } = file.source.text;
  const near = tokensAround(file, offset, Math.min(length, offset + ahead));
  const found = touching(near, offset);
  return near.t.reached ? touching(tokensAround(file, offset, length), offset) : found;
}

export interface TokenAt extends Token {
  readonly afterAt: boolean;
}

/** How much text behind an offset nearly always holds the end of its token, in UTF-16 units. */
const ahead = 200;

function touching({ t, base }: PlacedTokens, offset: number): TokenAt | undefined {
  let found: TokenAt | undefined;
  for (let i = 0; kindAt(t, i) !== "end" && base + startAt(t, i) <= offset; i++) {
    const end = base + endAt(t, i);
    if (end < offset) continue;
    const afterAt = i > 0 && kindAt(t, i - 1) === "@";
    found = { kind: kindAt(t, i), text: textAt(t, i), start: base + startAt(t, i), end, afterAt };
    if (end > offset) break;
  }
  return found;
}

interface PlacedTokens {
  readonly t: Tokens;
  /** Where the text of the tokens starts in the file. */
  readonly base: number;
}

/** The tokens of the member at an offset, and of what follows up to `to`. Of a text that was edited, no more is read. */
function tokensAround(file: ParsedFile, offset: number, to = file.source.text.length): PlacedTokens {
  const base = memberAt(file, offset)?.start ?? 0;
  const text = partOf(file, base, to);
  return { t: tokens(text, base > 0 ? 0 : startOf(text)), base };
}

/** From the end of the last token before an offset to the start of the first behind it. */
export function gapAt(file: ParsedFile, offset: number): Span {
  const { t, base } = tokensAround(file, offset);
  let start = base + t.position;
  for (let i = 0; kindAt(t, i) !== "end"; i++) {
    if (base + startAt(t, i) > offset) return { start, end: base + startAt(t, i) };
    start = base + endAt(t, i);
  }
  return { start: Math.min(start, offset), end: file.source.text.length };
}

/** Where tokens start: after a byte-order mark. */
export function startOf(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}
