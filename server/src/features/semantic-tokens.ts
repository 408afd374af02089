// Semantic tokens: what each name is, which its text alone doesn't tell.
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import { fileOccurrences, type Occurrence, type SymbolId } from "../semantics/symbols.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { containerById, splitId } from "./containers.ts";
import { occurrencesNear, touching } from "./narrow.ts";

/** The names that the protocol gives kinds of tokens; their order is part of it. */
export const tokenTypes = [
  "namespace",
  "interface",
  "class",
  "struct",
  "enum",
  "type",
  "property",
  "enumMember",
  "function",
  "method",
  "parameter",
  "variable",
] as const;
export type TokenType = (typeof tokenTypes)[number];

/** UTF-16 offsets of the file. */
export interface SemanticToken extends Span {
  readonly type: TokenType;
  readonly declaration: boolean;
}

/** Every name of a file, or of the members that touch a range of it, in the order of the text; none overlaps another. */
export function semanticTokens(root: RootAnalysis, file: ParsedFile, range?: Span): readonly SemanticToken[] {
  const types = new Map<SymbolId, TokenType>();
  const found: SemanticToken[] = [];
  let end = 0;
  for (const o of range ? occurrencesNear(root, file, touching(range)) : fileOccurrences(root, file)) {
    if (o.start < end || (range && (o.end < range.start || range.end < o.start))) continue;
    end = o.end;
    found.push({ start: o.start, end, type: typeOf(root, o, types), declaration: o.role === "definition" });
  }
  return found;
}

function typeOf(root: RootAnalysis, o: Occurrence, types: Map<SymbolId, TokenType>): TokenType {
  switch (o.kind) {
    case "package":
      return "namespace";
    case "interface":
    case "extern":
    case "file-name":
      return "interface";
    case "world":
      return "namespace";
    case "field":
      return "property";
    case "case":
    case "flag":
      return "enumMember";
    case "function":
      return o.id.includes("#[method]") || o.id.includes("#[static]") ? "method" : "function";
    case "parameter":
      return "parameter";
    case "rename":
      return "variable";
    case "type": {
      const known = types.get(o.id) ?? definedType(root, o.id);
      types.set(o.id, known);
      return known;
    }
  }
}

const definedTypes = {
  resource: "class",
  record: "struct",
  variant: "enum",
  enum: "enum",
  flags: "enum",
  type: "type",
} as const;

/** What the definition behind a type's name is, aliases given by `as` looked through. */
function definedType(root: RootAnalysis, id: SymbolId): TokenType {
  let [container, name] = splitId(id);
  for (let steps = 0; steps < 100; steps++) {
    const entry = containerById(root, container)?.analysis.scope.entries.get(name);
    if (entry?.kind === "def") return definedTypes[entry.decl.unit.kind];
    if (entry?.target.status !== "interface") return "type";
    [container, name] = [entry.target.id, entry.useName.name.text];
  }
  return "type";
}
