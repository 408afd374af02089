// Tokens of WIT text (WIT.md, "Lexical structure"). Comments and white space lie between tokens and are skipped.
import { continuesName, isDigit, startsName } from "./characters.ts";
import { scanString } from "./strings.ts";

/** The words that are never names unless written with `%`. */
export const keywords: ReadonlySet<string> = new Set(
  (
    "use type func u8 u16 u32 u64 s8 s16 s32 s64 f32 f64 char resource own borrow record flags variant enum bool string " +
    "option result future stream error-context list map _ as from static interface tuple world import export package " +
    "constructor include with async"
  ).split(" "),
);

/** A keyword or a punctuation mark stands for itself; the others are classes. `end` follows the last token. */
export type TokenKind = string;

/** What is wrong with a token that is not one; `at` is a UTF-16 offset. */
export interface LexicalError {
  readonly code: string;
  readonly at: number;
  readonly message: string;
  /** The part of the token that is wrong, where that is not all of it. */
  readonly part?: { readonly start: number; readonly end: number };
}

/** The tokens of `text` from an offset on, made as far as they are asked for. Token starts and ends are UTF-16 offsets in `text`. */
export interface Tokens {
  readonly text: string;
  readonly kinds: TokenKind[];
  readonly starts: number[];
  readonly ends: number[];
  readonly errors: Map<number, LexicalError>;
  /** Where the next token is looked for. */
  position: number;
  readonly limit: number;
  /** Whether anything was read up to the limit: more text behind it might change what was read. */
  reached: boolean;
}

export function tokens(text: string, from = 0, limit = text.length): Tokens {
  return { text, kinds: [], starts: [], ends: [], errors: new Map(), position: from, limit, reached: false };
}

/** Kind of token `i`, or `end` past the last one. */
export function kindAt(t: Tokens, i: number): TokenKind {
  while (t.kinds.length <= i) if (!scan(t)) return "end";
  return t.kinds[i]!;
}

/** Whether a kind is that of a name, with or without `%`. */
export function isName(kind: TokenKind): boolean {
  return kind === "id" || kind === "%id";
}

/** UTF-16 offset where token `i` starts; the end of the text past the last one. */
export function startAt(t: Tokens, i: number): number {
  return kindAt(t, i) === "end" ? t.limit : t.starts[i]!;
}

export function endAt(t: Tokens, i: number): number {
  return kindAt(t, i) === "end" ? t.limit : t.ends[i]!;
}

export function textAt(t: Tokens, i: number): string {
  return t.text.slice(startAt(t, i), endAt(t, i));
}

/** Whether only white space and comments stand between token `i` and the start of its line. */
export function startsLine(t: Tokens, i: number): boolean {
  if (i === 0) return true;
  // Not `lastIndexOf`, which would look through all that comes before where there is no line break.
  return t.text.slice(t.ends[i - 1]!, startAt(t, i)).includes("\n");
}

function scan(t: Tokens): boolean {
  const start = skipTrivia(t);
  if (start >= t.limit) {
    t.reached = true;
    return false;
  }
  const index = t.kinds.length;
  const { kind, end } = scanToken(t, index, start);
  t.kinds.push(kind);
  t.starts.push(start);
  t.ends.push(end);
  t.position = end;
  if (end >= t.limit) t.reached = true;
  return true;
}

const punctuation = "=,:.;(){}<>*@+/";

function scanToken(t: Tokens, index: number, start: number): { kind: TokenKind; end: number } {
  const { text } = t;
  const char = text[start]!;
  const code = text.charCodeAt(start);
  if (char === "/" && text[start + 1] === "*") return unterminatedComment(t, index, start);
  if (punctuation.includes(char)) return { kind: char, end: start + 1 };
  if (char === "-") return text[start + 1] === ">" ? { kind: "->", end: start + 2 } : { kind: "-", end: start + 1 };
  if (isDigit(code)) return { kind: "integer", end: digitsEnd(text, start, t.limit) };
  if (char === '"') {
    const { end, error } = scanString(text, start, t.limit);
    if (error) t.errors.set(index, error);
    return { kind: error ? "error" : "string-literal", end };
  }
  if (char === "%") {
    const end =
      start + 1 < t.limit && startsName(text.codePointAt(start + 1)!) ? nameEnd(text, start + 1, t.limit) : start + 1;
    return { kind: "%id", end };
  }
  if (startsName(text.codePointAt(start)!)) {
    const end = nameEnd(text, start, t.limit);
    const word = text.slice(start, end);
    return { kind: keywords.has(word) ? word : "id", end };
  }
  const width = text.codePointAt(start)! > 0xffff ? 2 : 1;
  t.errors.set(index, {
    code: "unexpected-character",
    at: start,
    message: unexpectedCharacter(text.slice(start, start + width)),
  });
  return { kind: "error", end: runEnd(text, start, width, t.limit) };
}

/** Where a run of one character ends: many of them are one mistake. */
function runEnd(text: string, start: number, width: number, limit: number): number {
  const character = text.slice(start, start + width);
  let end = start + width;
  while (end < limit && text.startsWith(character, end)) end += width;
  return end;
}

const characterAdvice: Readonly<Record<string, string>> = {
  "\r": "a carriage return stands only before a line feed; use one kind of line end in the file",
  "#": "comments start with `//`",
  "'": "strings stand in double quotes",
  "&": "WIT has no references; a resource is lent with `borrow<…>`",
  "?": "a value that may be absent is `option<…>`",
  "[": "a list is `list<…>`",
};

function unexpectedCharacter(char: string): string {
  const advice = characterAdvice[char];
  return `unexpected character ${quoteCharacter(char)}${advice === undefined ? "" : `: ${advice}`}`;
}

function unterminatedComment(t: Tokens, index: number, start: number): { kind: TokenKind; end: number } {
  t.errors.set(index, {
    code: "unterminated-comment",
    at: start,
    message: "this block comment is never closed: `*/` is missing",
  });
  return { kind: "error", end: t.limit };
}

function digitsEnd(text: string, start: number, limit: number): number {
  let end = start + 1;
  while (end < limit && isDigit(text.charCodeAt(end))) end++;
  return end;
}

function nameEnd(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit) {
    const code = text.codePointAt(end)!;
    if (end > start && !continuesName(code)) break;
    end += code > 0xffff ? 2 : 1;
  }
  return end;
}

/** Where the next token starts: after white space, line comments and block comments that are closed. */
function skipTrivia(t: Tokens): number {
  const { text, limit } = t;
  let i = t.position;
  while (i < limit) {
    const code = text.charCodeAt(i);
    if (code === 0x20 || code === 0x0a || code === 0x09) i++;
    else if (code === 0x0d && text.charCodeAt(i + 1) === 0x0a) i += 2;
    else if (code === 0x2f && text.charCodeAt(i + 1) === 0x2f) {
      const newline = text.indexOf("\n", i);
      i = newline < 0 || newline >= limit ? limit : newline + 1;
    } else if (code === 0x2f && text.charCodeAt(i + 1) === 0x2a) {
      const end = blockCommentEnd(text, i, limit);
      if (end < 0) return i;
      i = end;
    } else return i;
  }
  return limit;
}

/** Offset after the block comment at `start` (they nest), or -1 where it is never closed. */
export function blockCommentEnd(text: string, start: number, limit: number): number {
  let depth = 1;
  for (let i = start + 2; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2f && text.charCodeAt(i + 1) === 0x2a && i + 1 < limit) {
      depth++;
      i++;
    } else if (code === 0x2a && text.charCodeAt(i + 1) === 0x2f && i + 1 < limit) {
      depth--;
      i++;
      if (depth === 0) return i + 1;
    }
  }
  return -1;
}

/** A character as messages show it: itself where it can be seen, its number where it is not ASCII. */
export function quoteCharacter(char: string): string {
  const code = char.codePointAt(0)!;
  const number = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  if (code >= 0x20 && code < 0x7f) return `\`${char}\``;
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(char) ? `\`${char}\` (${number})` : number;
}

/** A token's kind in words, for messages. */
export function describeToken(kind: TokenKind): string {
  switch (kind) {
    case "end":
      return "the end of the file";
    case "id":
      return "a name";
    case "%id":
      return "a `%` name";
    case "integer":
      return "a number";
    case "string-literal":
      return "a string";
    case "error":
      return "text that is not WIT";
    default:
      return keywords.has(kind) ? `the keyword \`${kind}\`` : `\`${kind}\``;
  }
}
