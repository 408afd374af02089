// String literals, which only `@external-id` takes.
import { hexValue, isHexDigit } from "./characters.ts";
import { type LexicalError, quoteCharacter } from "./tokens.ts";

export interface ScannedString {
  /** UTF-16 offset after the literal; where it is broken, after the next quote on its line or at the line's end. */
  readonly end: number;
  readonly error?: LexicalError;
  /** What the literal stands for. */
  readonly value?: string;
}

/** Reads the string literal whose opening quote is at `start` (UTF-16 offsets). Escapes are `\" \' \t \n \r \\ \hh \u{…}`. */
export function scanString(text: string, start: number, limit: number): ScannedString {
  const bytes: number[] = [];
  // The reference skips a byte-order mark at the start of a string, as at the start of a file.
  let i = text.charCodeAt(start + 1) === 0xfeff ? start + 2 : start + 1;
  for (;;) {
    if (i >= limit) return broken(text, start, limit, unterminated(limit));
    const code = text.codePointAt(i)!;
    if (code === 0x22) break;
    if (code === 0x5c) {
      const after = scanEscape(text, i + 1, limit, bytes);
      if (typeof after !== "number") return broken(text, start, limit, inEscape(text, i, after));
      i = after;
    } else if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) === 0x0a)) {
      return broken(text, start, limit, unterminated(i));
    } else if (code < 0x20 || code === 0x7f) {
      const char = quoteCharacter(String.fromCodePoint(code));
      const message = `${char} can't stand in a string; write \`${escapeOf(code)}\``;
      const part = { start: i, end: i + 1 };
      return broken(text, start, limit, { ...error("string-character", i, message), part });
    } else {
      pushUtf8(bytes, code);
      i += code > 0xffff ? 2 : 1;
    }
  }
  const value = fromUtf8(bytes);
  if (value === undefined)
    return {
      end: i + 1,
      error: error(
        "string-utf8",
        start,
        "the bytes that this string escapes are not valid UTF-8; for a character write `\\u{…}`",
      ),
    };
  return { end: i + 1, value };
}

/** What is wrong with the escape at a backslash: all of it is underlined, as far as it can be made out. */
function inEscape(text: string, backslash: number, problem: LexicalError): LexicalError {
  if (problem.code === "string-unterminated") return problem;
  const written =
    /^\\u(?:\{[0-9A-Za-z_]*\}?|[0-9a-fA-F]{0,4})/.exec(text.slice(backslash, backslash + 1000))?.[0].length ?? 0;
  const wrong = text.codePointAt(problem.at)! > 0xffff ? 2 : 1;
  return { ...problem, part: { start: backslash, end: Math.max(backslash + written, problem.at + wrong) } };
}

/** A string goes on over a line end only by mistake; the reference stops there, or at the end of the file. */
function unterminated(at: number): LexicalError {
  return error("string-unterminated", at, 'this string is not closed: `"` is missing (a line end in it is `\\n`)');
}

function escapeOf(code: number): string {
  const letter = Object.entries(simple).find(([, value]) => value === code)?.[0];
  return letter === undefined ? `\\u{${code.toString(16)}}` : `\\${letter}`;
}

const simple: Readonly<Record<string, number>> = { '"': 0x22, "'": 0x27, t: 9, n: 10, r: 13, "\\": 0x5c };

/** Reads what follows a backslash; gives the offset after it, or what is wrong. */
function scanEscape(text: string, at: number, limit: number, bytes: number[]): number | LexicalError {
  if (at >= limit) return unterminated(limit);
  const char = String.fromCodePoint(text.codePointAt(at)!);
  if (char in simple) {
    bytes.push(simple[char]!);
    return at + 1;
  }
  if (char === "u") return scanUnicodeEscape(text, at, limit, bytes);
  const code = text.charCodeAt(at);
  if (!isHexDigit(code))
    return error("string-escape", at, `\`\\${char}\` is not an escape; valid are \\" \\' \\t \\n \\r \\\\ \\hh \\u{…}`);
  const second = at + 1 < limit ? text.charCodeAt(at + 1) : 0;
  if (!isHexDigit(second)) return hexError(text, at + 1, limit);
  bytes.push(hexValue(code) * 16 + hexValue(second));
  return at + 2;
}

function scanUnicodeEscape(text: string, u: number, limit: number, bytes: number[]): number | LexicalError {
  let i = u + 1;
  if (text[i] !== "{" || i >= limit) return wanted(text, i, limit, "{");
  i++;
  if (i >= limit || !isHexDigit(text.charCodeAt(i))) return hexError(text, i, limit);
  const first = i;
  let value = 0;
  let underscore = false;
  for (; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x5f && i > first) underscore = true;
    else if (isHexDigit(code)) {
      underscore = false;
      value = value * 16 + hexValue(code);
      if (value > 0xffffffff)
        return error("string-number", i, "this number is too big for a Unicode character; the last is `\\u{10ffff}`");
    } else break;
  }
  if (i >= limit) return unterminated(limit);
  if (underscore) return error("string-number", first, "a number can't end in `_`; leave it out");
  if (value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) {
    return error("string-unicode", u, `U+${value.toString(16).toUpperCase()} is not a Unicode character`);
  }
  pushUtf8(bytes, value);
  return text[i] === "}" ? i + 1 : wanted(text, i, limit, "}");
}

function wanted(text: string, at: number, limit: number, char: string): LexicalError {
  if (at >= limit) return unterminated(limit);
  const found = quoteCharacter(String.fromCodePoint(text.codePointAt(at)!));
  return error("string-escape", at, `expected \`${char}\`, found ${found}; a Unicode escape is written \`\\u{1f600}\``);
}

function hexError(text: string, at: number, limit: number): LexicalError {
  if (at >= limit) return unterminated(limit);
  const found = quoteCharacter(String.fromCodePoint(text.codePointAt(at)!));
  return error("string-number", at, `expected a hexadecimal digit, found ${found}`);
}

function error(code: string, at: number, message: string): LexicalError {
  return { code, at, message };
}

/** A broken string ends at its line's next quote or at the line's end, so that the next line is read as usual. */
function broken(text: string, start: number, limit: number, problem: LexicalError): ScannedString {
  const newline = text.indexOf("\n", start + 1);
  const lineEnd = newline < 0 || newline > limit ? limit : newline;
  const quote = text.indexOf('"', Math.max(problem.at, start + 1));
  return { end: quote >= 0 && quote < lineEnd ? quote + 1 : lineEnd, error: problem };
}

function pushUtf8(bytes: number[], code: number): void {
  if (code < 0x80) bytes.push(code);
  else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
  else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
}

/** The text that UTF-8 bytes stand for, or nothing where they are not valid UTF-8. */
function fromUtf8(bytes: readonly number[]): string | undefined {
  if (bytes.every(b => b < 0x80)) return bytes.map(b => String.fromCharCode(b)).join("");
  const encoded = bytes.map(b => `%${b.toString(16).padStart(2, "0")}`).join("");
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
