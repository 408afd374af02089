// Answers about what each name is: all of a file, what changed since the last answer, a range.
import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensEdit,
  SemanticTokensLegend,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from "vscode-languageserver";
import { tokenModifiers, tokenTypes } from "../features/semantic-tokens/legend.ts";
import { type Emit, eachSemanticToken, eachTokens } from "../features/semantic-tokens.ts";
import { uriKey } from "../workspace/uri.ts";
import { lineCursor, toSpan } from "./convert.ts";
import { fileAt } from "./places.ts";
import type { Snapshot } from "./session.ts";
import {
  addToken,
  addTokens,
  newTokenData,
  newTokenParts,
  numbersOf,
  sharedParts,
  type TokenPart,
} from "./token-data.ts";

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [...tokenModifiers],
};

/** The last answer for each file that is shown: the next one tells only what is different. */
export interface TokenMemory {
  readonly last: Map<string, { readonly resultId: string; readonly parts: readonly TokenPart[] }>;
  count: number;
}

export function newTokenMemory(): TokenMemory {
  return { last: new Map(), count: 0 };
}

export function answerSemanticTokens(s: Snapshot, params: SemanticTokensParams): SemanticTokens | undefined {
  const parts = partsOf(s, params.textDocument.uri);
  return parts && { resultId: remember(s, params.textDocument.uri, parts), data: numbersOf(parts) };
}

export function answerSemanticTokensDelta(
  s: Snapshot,
  params: SemanticTokensDeltaParams,
): SemanticTokens | SemanticTokensDelta | undefined {
  const { uri } = params.textDocument;
  const before = s.tokens.last.get(uriKey(uri));
  const parts = partsOf(s, uri);
  if (!parts) return undefined;
  const resultId = remember(s, uri, parts);
  if (!before || before.resultId !== params.previousResultId) return { resultId, data: numbersOf(parts) };
  return { resultId, edits: editsOf(before.parts, parts) };
}

export function answerSemanticTokensOfRange(
  s: Snapshot,
  params: SemanticTokensRangeParams,
): SemanticTokens | undefined {
  const at = fileAt(s, params.textDocument.uri);
  if (!at) return undefined;
  const lines = s.lines(at.file);
  const cursor = lineCursor(lines, s.encoding);
  const found = newTokenData();
  const add: Emit = (start, end, code) => addToken(found, cursor, start, end, code);
  eachSemanticToken(at.root, at.file, add, toSpan(lines, params.range, s.encoding));
  return { data: found.numbers };
}

function partsOf(s: Snapshot, uri: string): readonly TokenPart[] | undefined {
  const at = fileAt(s, uri);
  if (!at) return undefined;
  const lines = s.lines(at.file);
  const found = newTokenParts();
  eachTokens(at.root, at.file, (start, tokens) => addTokens(found, lines, s.encoding, start, tokens));
  return found.parts;
}

function remember({ tokens }: Snapshot, uri: string, parts: readonly TokenPart[]): string {
  const resultId = String(++tokens.count);
  tokens.last.delete(uriKey(uri));
  tokens.last.set(uriKey(uri), { resultId, parts });
  if (tokens.last.size > maxFiles) tokens.last.delete(tokens.last.keys().next().value!);
  return resultId;
}

/** More files than anybody looks at in turn. */
const maxFiles = 50;

function editsOf(before: readonly TokenPart[], after: readonly TokenPart[]): SemanticTokensEdit[] {
  const { start, end, numbers } = sharedParts(before, after);
  const [was, is] = [before, after].map(parts => numbersOf(parts.slice(start, parts.length - end)));
  return editsBetween(was!, is!).map(edit => ({ ...edit, start: edit.start + numbers }));
}

/** What lies between the ends that two lists share, as one edit; none where they are equal. */
export function editsBetween(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const deleteCount = before.length - start - end;
  const data = after.slice(start, after.length - end);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
