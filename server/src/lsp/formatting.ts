// Answers about formatting: documents, ranges, and what is being typed.
import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  DocumentRangesFormattingParams,
  FormattingOptions,
  Range,
  TextEdit,
} from "vscode-languageserver";
import { typedEdits } from "../features/format/on-type.ts";
import type { Style } from "../features/format/style.ts";
import { formatEdits } from "../features/format.ts";
import { toOffset, toSpan } from "./convert.ts";
import { textEdits } from "./places.ts";
import type { Snapshot } from "./session.ts";

export function answerFormatting(s: Snapshot, params: DocumentFormattingParams): TextEdit[] | undefined {
  const file = s.file(params.textDocument.uri);
  return file && textEdits(s, file, formatEdits(file, styleOf(params.options)));
}

export function answerRangeFormatting(s: Snapshot, params: DocumentRangeFormattingParams): TextEdit[] | undefined {
  return formatRanges(s, params.textDocument.uri, [params.range], params.options);
}

export function answerRangesFormatting(s: Snapshot, params: DocumentRangesFormattingParams): TextEdit[] | undefined {
  return formatRanges(s, params.textDocument.uri, params.ranges, params.options);
}

function formatRanges(
  s: Snapshot,
  uri: string,
  ranges: readonly Range[],
  options: FormattingOptions,
): TextEdit[] | undefined {
  const file = s.file(uri);
  if (!file) return undefined;
  const spans = ranges.map(range => toSpan(s.lines(file), range, s.encoding));
  return textEdits(s, file, formatEdits(file, styleOf(options), spans));
}

export function answerOnTypeFormatting(s: Snapshot, params: DocumentOnTypeFormattingParams): TextEdit[] | undefined {
  const file = s.file(params.textDocument.uri);
  if (!file) return undefined;
  const offset = toOffset(s.lines(file), params.position, s.encoding);
  return textEdits(s, file, typedEdits(file, offset, params.ch, styleOf(params.options)));
}

function styleOf({ tabSize, insertSpaces }: FormattingOptions): Style {
  return { indent: insertSpaces ? " ".repeat(Math.min(Math.max(Math.trunc(tabSize) || 2, 1), 16)) : "\t" };
}
