// Answers about the shape of files: folds and selections.
import {
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  type Range,
  type SelectionRange,
  type SelectionRangeParams,
} from "vscode-languageserver";
import { type Fold, folds } from "../features/folding.ts";
import { selections } from "../features/selection.ts";
import { toOffset } from "./convert.ts";
import { rangeIn } from "./places.ts";
import type { Snapshot } from "./session.ts";

export function answerFolding(s: Snapshot, params: FoldingRangeParams): FoldingRange[] | undefined {
  const file = s.file(params.textDocument.uri);
  return file && folds(file).map(fold => wireFold(rangeIn(s, file, fold), fold.kind));
}

/** The line with the closing brace stays in sight. */
function wireFold({ start, end }: Range, kind: Fold["kind"]): FoldingRange {
  const endLine = kind === "body" ? Math.max(start.line, end.line - 1) : end.line;
  return {
    startLine: start.line,
    endLine,
    ...(kind === "comment" ? { kind: FoldingRangeKind.Comment } : {}),
    ...(kind === "imports" ? { kind: FoldingRangeKind.Imports } : {}),
  };
}

export function answerSelection(s: Snapshot, params: SelectionRangeParams): SelectionRange[] | undefined {
  const file = s.file(params.textDocument.uri);
  return (
    file &&
    params.positions.map(position => {
      const spans = selections(file, toOffset(s.lines(file), position, s.encoding));
      let outer: SelectionRange | undefined;
      for (const span of [...spans].reverse()) {
        const range = rangeIn(s, file, span);
        outer = outer ? { range, parent: outer } : { range };
      }
      return outer ?? { range: { start: position, end: position } };
    })
  );
}
