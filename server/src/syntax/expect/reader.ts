// The reader over a unit's tokens: what each step takes, and how it stops with what is wrong.
import { describeFound, nameAdvice } from "../advice.ts";
import type { SyntaxProblem } from "../ast.ts";
import { nameFault } from "../names.ts";
import { describeToken, endAt, isName, kindAt, startAt, startsLine, type Tokens, textAt } from "../tokens.ts";

export interface Reader {
  readonly t: Tokens;
  i: number;
  problem?: SyntaxProblem;
}

/** Items with commas between them and one allowed after the last, up to `close`. */
export function list(r: Reader, close: string, one: (r: Reader) => boolean): boolean {
  for (;;) {
    if (kindAt(r.t, r.i) === close) return next(r);
    if (!one(r)) return false;
    if (kindAt(r.t, r.i) === ",") r.i++;
    else return token(r, close, `\`,\` or \`${close}\``);
  }
}

export function name(r: Reader): boolean {
  const kind = kindAt(r.t, r.i);
  if (!isName(kind)) return expected(r, "expected-name", "a name", { advice: nameAdvice(r.t, r.i) });
  const fault = nameFault(nameText(r.t, r.i));
  if (fault) return stop(r, fault.code, fault.message);
  return next(r);
}

export function nameText(t: Tokens, i: number): string {
  const text = textAt(t, i);
  return kindAt(t, i) === "%id" ? text.slice(1) : text;
}

export function next(r: Reader): boolean {
  r.i++;
  return true;
}

export function token(r: Reader, kind: string, words = describeToken(kind)): boolean {
  if (kindAt(r.t, r.i) === kind) return next(r);
  const missing = /^[;,(){}<>.:=/]$/.test(kind) ? kind : undefined;
  return expected(r, `expected-${tokenNames[kind] ?? kind}`, words, { missing });
}

const tokenNames: Readonly<Record<string, string>> = {
  ";": "semicolon",
  "{": "open-brace",
  "}": "close-brace",
  "(": "open-parenthesis",
  ")": "close-parenthesis",
  "<": "open-angle",
  ">": "close-angle",
  ":": "colon",
  ",": "comma",
  ".": "period",
  "=": "equals",
  "/": "slash",
};

/** Stops at the token, with what it breaks as the message. */
export function stop(r: Reader, code: string, message: string): false {
  const start = startAt(r.t, r.i);
  r.problem = { code, message, at: start, start, end: endAt(r.t, r.i) };
  return false;
}

interface Extra {
  /** The mark that is missing, for a quick fix to insert. */
  readonly missing?: string | undefined;
  /** What to do; follows the message. */
  readonly advice?: string | undefined;
}

/** Stops because something else was expected. Where the text is broken as text, that is the problem. */
export function expected(r: Reader, code: string, words: string, { missing, advice }: Extra = {}): false {
  const { t, i } = r;
  const broken = t.errors.get(i);
  if (kindAt(t, i) === "error" && broken) {
    r.problem = {
      code: broken.code,
      message: broken.message,
      at: broken.at,
      start: broken.part?.start ?? Math.min(broken.at, startAt(t, i)),
      end: broken.part?.end ?? endAt(t, i),
    };
    return false;
  }
  const fix = missing === undefined ? {} : { missing };
  if (kindAt(t, i) === "end") {
    const end = i > 0 ? endAt(t, i - 1) : t.limit;
    r.problem = { code, message: `expected ${words}`, at: "next", start: Math.max(end - 1, 0), end, ...fix };
    return false;
  }
  r.problem = { code, at: startAt(t, i), ...foundInstead(t, i, words, advice), ...fix };
  return false;
}

/** The message and what to underline: what was found, or the end of what came before where that stands on an earlier line. */
function foundInstead(
  t: Tokens,
  i: number,
  words: string,
  advice: string | undefined,
): { message: string; start: number; end: number } {
  const found = describeFound(t, i);
  if (i > 0 && startsLine(t, i))
    return { message: `expected ${words} before ${found}`, start: endAt(t, i - 1) - 1, end: endAt(t, i - 1) };
  const message = `expected ${words}, found ${found}${advice ? `; ${advice}` : ""}`;
  return { message, start: startAt(t, i), end: endAt(t, i) };
}
