// Answers about what files declare: the outline of one, and a search through all.
import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type Position,
  type Range,
  type SymbolInformation,
  SymbolKind,
  SymbolTag,
  type WorkspaceSymbolParams,
} from "vscode-languageserver";
import type { Span } from "../base/span.ts";
import { documentSymbols, type OutlineKind, type OutlineSymbol, type PlacedSymbol } from "../features/symbols.ts";
import { workspaceSymbols } from "../features/workspace-symbols.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { toPosition } from "./convert.ts";
import { keepJson } from "./kept-json.ts";
import { allFiles, locationOf, rangeIn } from "./places.ts";
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

/** How each symbol was sent last: a member that an edit left alone is sent as it was, or some lines further down. */
export type SymbolMemory = WeakMap<OutlineSymbol, { readonly at: Position; readonly sent: DocumentSymbol }>;

export function answerSymbols(
  s: Snapshot,
  params: DocumentSymbolParams,
): DocumentSymbol[] | SymbolInformation[] | undefined {
  const file = s.file(params.textDocument.uri);
  if (!file) return undefined;
  const symbols = documentSymbols(file);
  if (s.client.symbolTrees) {
    const sent = symbols.map(symbol => wireSymbol(s, file, symbol, 0));
    keepJson(sent);
    return sent;
  }
  const found: SymbolInformation[] = [];
  const flat = { s, file, uri: s.shown(file.source.uri), found };
  for (const symbol of symbols) addFlat(flat, symbol, 0, "");
  return found;
}

function wireSymbol(s: Snapshot, file: ParsedFile, { start, symbol }: PlacedSymbol, base: number): DocumentSymbol {
  const offset = base + start;
  const at = toPosition(s.lines(file), offset, s.encoding);
  const known = s.symbols.get(symbol);
  if (known?.at.line === at.line && known.at.character === at.character) return known.sent;
  const sent =
    known?.at.character === at.character
      ? moved(known.sent, at.line - known.at.line)
      : newSymbol(s, file, symbol, offset);
  s.symbols.set(symbol, { at, sent });
  return sent;
}

function newSymbol(s: Snapshot, file: ParsedFile, symbol: OutlineSymbol, offset: number): DocumentSymbol {
  const { full, span, detail, deprecated, children } = symbol;
  const range = ({ start, end }: Span): Range => rangeIn(s, file, { start: start + offset, end: end + offset });
  return {
    ...shared(symbol),
    range: range(full),
    selectionRange: range(span),
    ...(detail === undefined ? {} : { detail }),
    ...(deprecated ? { tags: [SymbolTag.Deprecated] } : {}),
    ...(children.length === 0 ? {} : { children: children.map(child => wireSymbol(s, file, child, offset)) }),
  };
}

function shared({ name, kind }: OutlineSymbol): Pick<DocumentSymbol, "name" | "kind"> {
  return { name: name === "" ? "?" : name, kind: symbolKinds[kind] };
}

function moved(symbol: DocumentSymbol, lines: number): DocumentSymbol {
  const place = ({ line, character }: Position): Position => ({ line: line + lines, character });
  const range = ({ start, end }: Range): Range => ({ start: place(start), end: place(end) });
  return {
    ...symbol,
    range: range(symbol.range),
    selectionRange: range(symbol.selectionRange),
    ...(symbol.children ? { children: symbol.children.map(child => moved(child, lines)) } : {}),
  };
}

interface FlatSymbols {
  readonly s: Snapshot;
  readonly file: ParsedFile;
  readonly uri: string;
  readonly found: SymbolInformation[];
}

/** For clients that show no trees: each symbol with the name of what it stands in. */
function addFlat(flat: FlatSymbols, { start, symbol }: PlacedSymbol, base: number, within: string): void {
  const { s, file, uri, found } = flat;
  const offset = base + start;
  const range = rangeIn(s, file, { start: offset + symbol.full.start, end: offset + symbol.full.end });
  found.push({ ...shared(symbol), location: { uri, range }, ...(within === "" ? {} : { containerName: within }) });
  for (const child of symbol.children) addFlat(flat, child, offset, symbol.name);
}

export function answerWorkspaceSymbols(s: Snapshot, params: WorkspaceSymbolParams): SymbolInformation[] {
  return workspaceSymbols(allFiles(s), params.query).flatMap(({ name, kind, uri, span, container, deprecated }) => {
    const location = locationOf(s, uri, span);
    if (!location) return [];
    const tags = deprecated ? { tags: [SymbolTag.Deprecated] } : {};
    return [{ name, kind: symbolKinds[kind], location, containerName: container, ...tags }];
  });
}
