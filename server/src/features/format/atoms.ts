// Tokens and comments of a text in one list: what a formatter moves apart or together, and never changes.
import type { Span } from "../../base/span.ts";
import { blockCommentEnd, endAt, kindAt, startAt, type TokenKind, tokens } from "../../syntax/tokens.ts";

/** A token or a comment; UTF-16 offsets. A line's end does not belong to the comment before it. */
export interface Atom extends Span {
  /** `//` and `/*` for comments. */
  readonly kind: TokenKind | "//" | "/*";
  /** Line breaks between what stands before it and itself. */
  readonly breaks: number;
}

export function isComment({ kind }: Atom): boolean {
  return kind === "//" || kind === "/*";
}

/** Everything between two offsets that lie between tokens, in order. */
export function atomsIn(text: string, start: number, end: number): readonly Atom[] {
  const t = tokens(text, start, end);
  const atoms: Atom[] = [];
  let at = start;
  for (let i = 0; ; i++) {
    const kind = kindAt(t, i);
    const next = startAt(t, i);
    const breaks = addComments(text, at, next, atoms);
    if (kind === "end") return atoms;
    at = endAt(t, i);
    atoms.push({ kind, start: next, end: at, breaks });
  }
}

/** Adds the comments of a stretch that holds nothing but comments and white space; gives the line breaks behind the last one. */
function addComments(text: string, start: number, end: number, atoms: Atom[]): number {
  let breaks = 0;
  for (let i = start; i < end; ) {
    const code = text.charCodeAt(i);
    if (code === 0x2f) {
      const kind = text[i + 1] === "*" ? "/*" : "//";
      const close = kind === "/*" ? blockCommentEnd(text, i, end) : lineCommentEnd(text, i, end);
      atoms.push({ kind, start: i, end: close, breaks });
      breaks = 0;
      i = close;
    } else {
      if (code === 0x0a) breaks++;
      i++;
    }
  }
  return breaks;
}

function lineCommentEnd(text: string, start: number, limit: number): number {
  const newline = text.indexOf("\n", start);
  if (newline < 0 || newline >= limit) return limit;
  return text[newline - 1] === "\r" ? newline - 1 : newline;
}
