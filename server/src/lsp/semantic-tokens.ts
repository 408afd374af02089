// Answers about what each name is: all of a file, what changed since the last answer, a range.
import type {
  Range,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensEdit,
  SemanticTokensLegend,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from "vscode-languageserver";
import { modifierBits, tokenModifiers, tokenTypes, typeIndex } from "../features/semantic-tokens/legend.ts";
import { eachSemanticToken } from "../features/semantic-tokens.ts";
import { uriKey } from "../workspace/uri.ts";
import { lineCursor, toSpan } from "./convert.ts";
import { fileAt } from "./places.ts";
import type { Snapshot } from "./session.ts";

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [...tokenModifiers],
};

/** The last answer for each file that is shown: the next one tells only what is different. */
export interface TokenMemory {
  readonly last: Map<string, { readonly resultId: string; readonly data: Uint32Array }>;
  count: number;
}

export function newTokenMemory(): TokenMemory {
  return { last: new Map(), count: 0 };
}

export function answerSemanticTokens(s: Snapshot, params: SemanticTokensParams): SemanticTokens | undefined {
  const data = encoded(s, params.textDocument.uri);
  return data && { resultId: remember(s, params.textDocument.uri, data), data: listOf(data) };
}

export function answerSemanticTokensDelta(
  s: Snapshot,
  params: SemanticTokensDeltaParams,
): SemanticTokens | SemanticTokensDelta | undefined {
  const { uri } = params.textDocument;
  const before = s.tokens.last.get(uriKey(uri));
  const data = encoded(s, uri);
  if (!data) return undefined;
  const resultId = remember(s, uri, data);
  if (!before || before.resultId !== params.previousResultId) return { resultId, data: listOf(data) };
  return { resultId, edits: editsBetween(before.data, data) };
}

export function answerSemanticTokensOfRange(
  s: Snapshot,
  params: SemanticTokensRangeParams,
): SemanticTokens | undefined {
  const data = encoded(s, params.textDocument.uri, params.range);
  return data && { data: listOf(data) };
}

function remember({ tokens }: Snapshot, uri: string, data: Uint32Array): string {
  const resultId = String(++tokens.count);
  tokens.last.delete(uriKey(uri));
  tokens.last.set(uriKey(uri), { resultId, data });
  if (tokens.last.size > maxFiles) tokens.last.delete(tokens.last.keys().next().value!);
  return resultId;
}

/** More files than anybody looks at in turn. */
const maxFiles = 50;

/** For a message: a loop, for spreading thousands of numbers takes longer than making them. */
function listOf(data: Uint32Array): number[] {
  const list = new Array<number>(data.length);
  for (let i = 0; i < data.length; i++) list[i] = data[i]!;
  return list;
}

/** What lies between the ends that two answers share, as one edit; none where they are equal. */
export function editsBetween(before: ArrayLike<number>, after: Uint32Array): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const deleteCount = before.length - start - end;
  const data = listOf(after.subarray(start, after.length - end));
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}

/** Five numbers a token, its place counted from the one before; a token never goes over the end of a line. */
function encoded(s: Snapshot, uri: string, range?: Range): Uint32Array | undefined {
  const at = fileAt(s, uri);
  if (!at) return undefined;
  const lines = s.lines(at.file);
  const cursor = lineCursor(lines, s.encoding);
  let data = new Uint32Array((range ? 0 : (s.tokens.last.get(uriKey(uri))?.data.length ?? 0)) + 1024);
  let size = 0;
  let line = 0;
  let character = 0;
  eachSemanticToken(
    at.root,
    at.file,
    (start, end, code) => {
      const from = cursor.characterAt(start);
      const on = cursor.line();
      const length = cursor.characterAt(end) - from;
      if (cursor.line() !== on) return;
      if (size + 5 > data.length) data = grown(data);
      data[size++] = on - line;
      data[size++] = on === line ? from - character : from;
      data[size++] = length;
      data[size++] = typeIndex(code);
      data[size++] = modifierBits(code);
      line = on;
      character = from;
    },
    range && toSpan(lines, range, s.encoding),
  );
  return data.subarray(0, size);
}

function grown(data: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(data.length * 2);
  larger.set(data);
  return larger;
}
