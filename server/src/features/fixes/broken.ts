// An item with a syntax mistake, as the rules see it that know what was meant; each change is tried before it is offered.
import type { TextEdit } from "../../syntax/recut.ts";
import { tokensIn } from "../edits/words.ts";
import type { Token } from "../token-at.ts";
import { type Fix, type FixContext, fixHere, headSpan, type ProblemMember, problemMember } from "./fix.ts";
import { mends } from "./syntax-check.ts";

export interface Broken {
  readonly c: FixContext;
  readonly member: ProblemMember;
  readonly tokens: readonly Token[];
  /** Index of the token where the reader stopped. */
  readonly index: number;
}

export interface Change {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** How much behind an item is looked at. */
const ahead = 400;

/** Fixes for the changes that leave fewer mistakes. */
export function changed(c: FixContext, looks: readonly ((broken: Broken) => Change | undefined)[]): readonly Fix[] {
  const member = problemMember(c);
  if (!member || c.problem.at === undefined) return [];
  // What is mistaken for the start of an item cuts the one before it short.
  const { start, end } = headSpan(member);
  const tokens = tokensIn(c.file, { start, end: Math.min(c.file.source.text.length, end + ahead) });
  const index = tokens.findIndex(t => t.end > c.problem.at!);
  if (index < 0) return [];
  const changes = looks.flatMap(look => look({ c, member, tokens, index }) ?? []);
  return changes.flatMap(({ title, edits }) => (mends(c.file, edits) ? [fixHere(c, title, edits, true)] : []));
}

/** Tokens between commas that no bracket holds. */
export function elements(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === "<" || token.kind === "(") depth++;
    else if (token.kind === ">" || token.kind === ")") depth--;
    if (token.kind === "," && depth === 0) parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts.filter(part => part.length > 0);
}

/** Index of what closes the bracket at `open`; -1 where nothing does. */
export function closing(tokens: readonly Token[], open: number, close = ")"): number {
  const { text } = tokens[open]!;
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i]!.text === text) depth++;
    else if (tokens[i]!.text === close && --depth === 0) return i;
  }
  return -1;
}
