// The changes that may mend a syntax mistake, each with what it costs in doubt: a missing mark is likelier than a word too many.
import type { Span } from "../../base/span.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { keywords } from "../../syntax/tokens.ts";
import { indentAt, lineBreak, startsItsLine } from "../edits/words.ts";
import type { Token } from "../token-at.ts";

/** A mistake in a text; UTF-16 offsets. */
export interface Mistake {
  readonly text: string;
  readonly at: number;
  /** Those around the mistake. */
  readonly tokens: readonly Token[];
  /** The token where the reader stopped; one past the last at the end. */
  readonly index: number;
  readonly underlined: Span;
  readonly code: string;
  readonly missing?: string;
}

export interface Attempt {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly cost: number;
  /** Whether it may be made without being looked at, if it mends everything. */
  readonly safe?: boolean;
}

export function attempts(m: Mistake): readonly Attempt[] {
  return [
    ...insertions(m),
    ...escapes(m),
    ...replacements(m),
    ...otherKeywords(m),
    ...removals(m),
    ...misplacedAttributes(m),
    ...openings(m),
    ...swaps(m),
  ];
}

/** What else may be missing than what the reader asked for. */
const alsoMissing: Readonly<Record<string, readonly string[]>> = {
  "}": [","],
  ")": [","],
  ">": [","],
  ".": [".0", ".0.0", ".0;", ".0.0;"],
  "<": ["<u8>"],
  "{": ["{}"],
};

const missingByCode: Readonly<Record<string, readonly string[]>> = {
  "expected-func": ["func", "func() ->"],
  "expected-version": ["0"],
  "expected-number": [">"],
  "expected-name": ["name"],
  "expected-world-item": ["import", "export"],
  "expected-resource-item": ["constructor"],
};

function insertions(m: Mistake): Attempt[] {
  const { missing, code } = m;
  const asked = missing === undefined ? [] : [missing];
  const others = [...(missing === undefined ? [] : (alsoMissing[missing] ?? [])), ...(missingByCode[code] ?? [])];
  return [
    ...asked.map(words => ({ title: `Insert \`${words}\``, edits: [insertion(m, words)], cost: 1, safe: true })),
    ...others.map((words, i) => ({ title: `Insert \`${words}\``, edits: [insertion(m, words)], cost: 4 + i })),
  ];
}

const tight: ReadonlySet<string> = new Set([";", ",", ")", ">", ".", ":", "/", "(", "<"]);

/** Where the words go: right behind the token before, unless they start something. */
function insertion(m: Mistake, words: string): TextEdit {
  const before = m.tokens[m.index - 1];
  const next = m.tokens[m.index];
  if (words === "}" && m.code === "unclosed-brace") return closing(m);
  if (before && (tight.has(words[0]!) || words === "<u8>")) return at(before.end, spaced(words, before, next));
  if (words[0] === "{" && before) return at(before.end, ` ${words}`);
  if (words === "0" || !next) return at(before ? before.end : m.at, words);
  if (words === "}" && before)
    return at(before.end, startsItsLine(m.text, before.start) ? `${lineBreak(m.text)}}` : "}");
  const joined = /[\w-]/.test(m.text[next.start - 1] ?? "");
  return at(next.start, joined ? ` ${words}` : `${words} `);
}

function spaced(words: string, before: Token, next: Token | undefined): string {
  const glued = next !== undefined && next.start === before.end;
  return (words === ":" || words === ",") && glued ? `${words} ` : words;
}

/** A closing brace on a line of its own, as far in as the item that it closes. */
function closing({ text, tokens, index, underlined }: Mistake): TextEdit {
  const before = tokens[index - 1];
  const end = before ? endOfLine(text, before.end) : text.length;
  return at(end, `${lineBreak(text)}${indentAt(text, underlined.start)}}`);
}

/** The end of the line, where only a comment follows the token; else the token's. */
function endOfLine(text: string, from: number): number {
  return from + (/^[ \t]*\/\/[^\r\n]*/.exec(text.slice(from, from + 2000))?.[0].length ?? 0);
}

function at(offset: number, insert: string): TextEdit {
  return { start: offset, end: offset, insert };
}

/** A keyword where a name is wanted: `%` makes it one. */
function escapes({ code, tokens, index }: Mistake): Attempt[] {
  // A word that starts an item may have been meant as a function's name, or a parameter's type as its name.
  const before = tokens[index]?.kind === ":" ? tokens[index - 1] : undefined;
  const token = before && keywords.has(before.kind) ? before : tokens[index];
  if (!token || !keywords.has(token.kind) || token.kind === "_") return [];
  const likely = code === "expected-name" || /^expected-.*item$/.test(code);
  return [
    {
      title: `Escape \`${token.kind}\`: \`%${token.kind}\``,
      edits: [at(token.start, "%")],
      cost: likely ? 0 : 5,
      safe: likely,
    },
  ];
}

function replacements({ missing, tokens, index, code }: Mistake): Attempt[] {
  const found: Attempt[] = [];
  const wanted =
    missing === undefined
      ? (missingByCode[code] ?? []).slice(0, 1)
      : [missing, ...(missing === "." ? [] : (alsoMissing[missing] ?? []))];
  for (const words of wanted) {
    for (const i of [index, index - 1, index - 2]) {
      const token = tokens[i];
      if (!token || token.text === words || (words === "/" && !/^[:.-]$/.test(token.text))) continue;
      const mark = token.text.length === 1 && !/[a-z]/.test(token.text);
      const title = `Replace \`${token.text}\` with \`${words}\``;
      found.push({
        title,
        edits: [{ start: token.start, end: token.end, insert: words }],
        cost: (mark ? 2 : 7) + (index - i),
        safe: mark && i === index,
      });
    }
  }
  return found;
}

/** Tokens too many, as one or a few that stand together. */
function removals({ text, tokens, index }: Mistake): Attempt[] {
  const found: Attempt[] = [];
  for (const [from, to] of [
    [0, 0],
    [-1, -1],
    [-1, 0],
    [0, 1],
    [-2, -1],
    [-2, 0],
    [0, 2],
    [-3, 0],
    [-3, -1],
    [0, 3],
  ] as const) {
    const [first, last] = [tokens[index + from], tokens[index + to]];
    if (!first || !last) continue;
    const junk = !/[A-Za-z]/.test(text.slice(first.start, last.end).replace(/"[^"\n]*"?/g, ""));
    const shown = text.slice(first.start, last.end).replace(/\s+/g, " ");
    const taken = tokens.slice(index + from, index + to + 1);
    if (shown.length > 60 || taken.some(t => t.kind === "package") || (!junk && reachesOver(taken))) continue;
    const cost = (junk ? 3 : 6) + 2 * (to - from) + (from < 0 ? 1 : 0);
    found.push({
      title: `Remove \`${shown}\``,
      edits: [removal(text, first, last)],
      cost,
      safe: junk && from === 0 && to === 0,
    });
  }
  return found;
}

/** Whether words go together with what ends the statement, or begins the next, but not with the whole of it. */
function reachesOver(tokens: readonly Token[]): boolean {
  const marks = tokens.slice(0, -1).filter(t => t.kind === ";" || t.kind === "{" || t.kind === "}").length;
  return marks > 0;
}

/** An attribute where none may stand: on a field, a case or a parameter. */
function misplacedAttributes({ text, tokens, index, code }: Mistake): Attempt[] {
  const first = tokens[index];
  if (first?.kind !== "@" || code !== "expected-name") return [];
  const close = tokens[index + 2]?.kind === "(" ? tokens.findIndex((t, i) => i > index && t.kind === ")") : index + 1;
  const last = tokens[close];
  if (!last) return [];
  const shown = text.slice(first.start, last.end).replace(/\s+/g, " ");
  return [{ title: `Remove \`${shown}\``, edits: [removal(text, first, last)], cost: 1 }];
}

/** The tokens and the space behind them, or before them at the end of a line; words that they held apart stay apart. */
function removal(text: string, first: Token, last: Token): TextEdit {
  const behind = /^[ \t]*/.exec(text.slice(last.end))![0].length;
  const line = text.lastIndexOf("\n", first.start - 1);
  const alone =
    line >= 0 && text.slice(line, first.start).trim() === "" && /^[ \t]*\r?(\n|$)/.test(text.slice(last.end));
  if (alone) return { start: text[line - 1] === "\r" ? line - 1 : line, end: last.end + behind, insert: "" };
  const word = /[\w-]/;
  const apart = word.test(text[first.start - 1] ?? "") && word.test(text[last.end + behind] ?? "");
  if (apart) return { start: first.start, end: last.end + behind, insert: " " };
  return {
    start: first.start,
    end: last.end + (/[\s({<]/.test(text[first.start - 1] ?? " ") ? behind : 0),
    insert: "",
  };
}

/** A string, or a comment, that starts right behind a word where nobody means one. */
function openings({ text, tokens, index }: Mistake): Attempt[] {
  const found: Attempt[] = [];
  const string = [tokens[index], tokens[index - 1]].find(t => t?.text.startsWith('"'));
  if (string)
    found.push({ title: 'Remove `"`', edits: [{ start: string.start, end: string.start + 1, insert: "" }], cost: 2 });
  const end = tokens[index - 1]?.end;
  if (end !== undefined && text.startsWith("//", end))
    found.push({ title: "Replace `//` with `/`", edits: [{ start: end, end: end + 2, insert: "/" }], cost: 5 });
  return found;
}

/** Definitions by what they hold: `type t {` may have been meant as any of those with braces. */
function otherKeywords({ tokens, index, code }: Mistake): Attempt[] {
  const word = tokens[index - 2];
  if (code !== "expected-equals" || word?.kind !== "type" || tokens[index]?.kind !== "{") return [];
  return ["record", "variant", "enum", "resource"].map((kind, i) => ({
    title: `Replace \`type\` with \`${kind}\``,
    edits: [{ start: word.start, end: word.end, insert: kind }],
    cost: 2 + i,
  }));
}

/** What no other token was meant to stand on the other side of. */
const ends: ReadonlySet<string> = new Set([";", "{", "}", "@"]);

/** Whether two characters beside each other would be parts of one word. */
function joins(a = "", b = ""): boolean {
  return /^[\w-]{2}$/.test(a + b);
}

function swaps({ text, tokens, index }: Mistake): Attempt[] {
  return [index, index + 1, index - 1].flatMap(i => {
    const [a, b] = [tokens[i - 1], tokens[i]];
    if (!a || !b || a.text === b.text || ends.has(a.kind) || ends.has(b.kind)) return [];
    if (joins(text[a.start - 1], b.text[0]) || joins(a.text.at(-1), text[b.end])) return [];
    const insert = b.text + text.slice(a.end, b.start) + a.text;
    return [
      { title: `Swap \`${a.text}\` and \`${b.text}\``, edits: [{ start: a.start, end: b.end, insert }], cost: 8 },
    ];
  });
}
