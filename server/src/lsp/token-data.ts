// Semantic tokens as the protocol counts them: five numbers a token, its place counted from the token before.
import type { LineIndex } from "../base/line-index.ts";
import { memo, sameItems } from "../base/memo.ts";
import { modifierBits, type TokenCode, typeIndex } from "../features/semantic-tokens/legend.ts";
import type { Tokens } from "../features/semantic-tokens/tokens.ts";
import { type Encoding, type LineCursor, lineCursor, toPosition } from "./convert.ts";

/** Numbers of tokens that are added in the order of the text. */
export interface TokenData {
  readonly numbers: number[];
  /** Where the last token starts. */
  line: number;
  character: number;
}

export function newTokenData(line = 0): TokenData {
  return { numbers: [], line, character: 0 };
}

/** Adds a token; one that goes over the end of its line is left out. */
export function addToken(to: TokenData, cursor: LineCursor, start: number, end: number, code: TokenCode): void {
  const character = cursor.characterAt(start);
  const line = cursor.line();
  const length = cursor.characterAt(end) - character;
  if (cursor.line() !== line) return;
  const from = line === to.line ? to.character : 0;
  to.numbers.push(line - to.line, character - from, length, typeIndex(code), modifierBits(code));
  to.line = line;
  to.character = character;
}

/** The tokens of an item in an answer. */
export interface TokenPart {
  /** Where the first token starts, counted from the token before the part. */
  readonly line: number;
  readonly character: number;
  /** The same object in each answer while nothing but the item's place changes. Its first two numbers do not count. */
  readonly numbers: readonly number[];
}

/** The parts of an answer, in the order of the text. */
export interface TokenParts {
  readonly parts: TokenPart[];
  /** Where the last token starts. */
  line: number;
  character: number;
}

export function newTokenParts(): TokenParts {
  return { parts: [], line: 0, character: 0 };
}

/** What was made of a list of tokens; the first token counts from the start of the line where the list is placed. */
interface Made extends Pick<TokenData, "numbers" | "character"> {
  readonly encoding: Encoding;
  /** The character at which the list was placed. */
  readonly at: number;
  /** The line of the last token, counted from where the list is placed. */
  readonly line: number;
}

const kept = memo((_: Tokens): { made?: Made } => ({}));

/** Adds tokens that are counted from `start`. What was made of the same list before is taken again. */
export function addTokens(to: TokenParts, lines: LineIndex, encoding: Encoding, start: number, tokens: Tokens): void {
  const known = kept(tokens);
  const { line, character } = toPosition(lines, start, encoding);
  let { made } = known;
  if (made?.encoding !== encoding || made.at !== character)
    known.made = made = { ...numbersFor(lines, encoding, start, line, tokens), encoding, at: character };
  const { numbers } = made;
  if (numbers.length === 0) return;
  const down = line + numbers[0]! - to.line;
  to.parts.push({ numbers, line: down, character: down === 0 ? numbers[1]! - to.character : numbers[1]! });
  to.line = line + made.line;
  to.character = made.character;
}

function numbersFor(
  lines: LineIndex,
  encoding: Encoding,
  base: number,
  line: number,
  tokens: Tokens,
): Pick<Made, "numbers" | "line" | "character"> {
  const made = newTokenData(line);
  const cursor = lineCursor(lines, encoding);
  for (let i = 0; i < tokens.length; i += 3)
    addToken(made, cursor, base + tokens[i]!, base + tokens[i + 1]!, tokens[i + 2]!);
  return { numbers: made.numbers, line: made.line - line, character: made.character };
}

export function numbersOf(parts: readonly TokenPart[]): number[] {
  const all = new Array<number>(parts.reduce((sum, { numbers }) => sum + numbers.length, 0));
  let size = 0;
  for (const { numbers, line, character } of parts) {
    all[size++] = line;
    all[size++] = character;
    for (let i = 2; i < numbers.length; i++) all[size++] = numbers[i]!;
  }
  return all;
}

/** How many parts two answers share at their start and, from there on, at their end; and how many numbers at the start. */
export function sharedParts(
  before: readonly TokenPart[],
  after: readonly TokenPart[],
): { readonly start: number; readonly end: number; readonly numbers: number } {
  const shorter = Math.min(before.length, after.length);
  let [start, end, numbers] = [0, 0, 0];
  while (start < shorter && isSame(before[start]!, after[start]!)) numbers += before[start++]!.numbers.length;
  while (end < shorter - start && isSame(before[before.length - 1 - end]!, after[after.length - 1 - end]!)) end++;
  return { start, end, numbers };
}

function isSame(a: TokenPart, b: TokenPart): boolean {
  const same = a.numbers === b.numbers || sameItems(a.numbers, b.numbers);
  return same && a.line === b.line && a.character === b.character;
}
