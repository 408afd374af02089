// Answers about the shape of a file: its symbols.
import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind, SymbolTag } from "vscode-languageserver";
import { documentSymbols, type OutlineKind, type OutlineSymbol } from "../features/symbols.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { rangeIn } from "./places.ts";
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
