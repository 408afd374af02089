// Answers about the shape of files: symbols, folds, selections.
import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  type Range,
  type SelectionRange,
  type SelectionRangeParams,
  type SymbolInformation,
  SymbolKind,
  SymbolTag,
  type WorkspaceSymbolParams,
} from "vscode-languageserver";
import { type Fold, folds } from "../features/folding.ts";
import { selections } from "../features/selection.ts";
import { documentSymbols, type OutlineKind, type OutlineSymbol } from "../features/symbols.ts";
import { workspaceSymbols } from "../features/workspace-symbols.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { toOffset } from "./convert.ts";
import { locationOf, rangeIn } from "./places.ts";
import type { Snapshot } from "./session.ts";

export const symbolKinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  package: SymbolKind.Package,
  interface: SymbolKind.Interface,
  world: SymbolKind.Module,
  resource: SymbolKind.Class,
  record: SymbolKind.Struct,
  variant: SymbolKind.Enum,
  enum: SymbolKind.Enum,
  flags: SymbolKind.Enum,
  type: SymbolKind.TypeParameter,
  field: SymbolKind.Field,
  case: SymbolKind.EnumMember,
  flag: SymbolKind.EnumMember,
  function: SymbolKind.Function,
  method: SymbolKind.Method,
  constructor: SymbolKind.Constructor,
  import: SymbolKind.Interface,
  export: SymbolKind.Interface,
  include: SymbolKind.Module,
};

export function answerSymbols(s: Snapshot, params: DocumentSymbolParams): DocumentSymbol[] | undefined {
  const file = s.file(params.textDocument.uri);
  return file && documentSymbols(file).map(symbol => wireSymbol(s, file, symbol));
}

function wireSymbol(s: Snapshot, file: ParsedFile, symbol: OutlineSymbol): DocumentSymbol {
  const { name, kind, full, span, detail, deprecated, children } = symbol;
  return {
    name: name === "" ? "?" : name,
    kind: symbolKinds[kind],
    range: rangeIn(s, file, full),
    selectionRange: rangeIn(s, file, span),
    ...(detail === undefined ? {} : { detail }),
    ...(deprecated ? { tags: [SymbolTag.Deprecated] } : {}),
    children: children.map(child => wireSymbol(s, file, child)),
  };
}

export function answerWorkspaceSymbols(s: Snapshot, params: WorkspaceSymbolParams): SymbolInformation[] {
  const files = s.layout.roots.flatMap(root => [...root.main, ...root.deps.flatMap(dep => dep.files)]);
  return workspaceSymbols(files, params.query).flatMap(({ name, kind, uri, full, container }) => {
    const location = locationOf(s, uri, full);
    return location ? [{ name, kind: symbolKinds[kind], location, containerName: container }] : [];
  });
}

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
