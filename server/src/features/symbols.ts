// Document symbols: the outline of a file, broken items included.
import { memo } from "../base/memo.ts";
import type { Span } from "../base/span.ts";
import { isDeprecated } from "../semantics/gates.ts";
import {
  type Container,
  type Field,
  type FieldsUnit,
  type Ident,
  isContainer,
  type Member,
  type Unit,
  unitOf,
} from "../syntax/ast.ts";
import { docsStart } from "../syntax/docs.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { oneLine } from "../syntax/one-line.ts";

export type OutlineKind =
  | "package"
  | "interface"
  | "world"
  | "resource"
  | "record"
  | "variant"
  | "enum"
  | "flags"
  | "type"
  | "field"
  | "case"
  | "flag"
  | "function"
  | "method"
  | "constructor"
  | "import"
  | "export"
  | "include";

/**
 * Something that the outline shows. `full` holds `span`, the name, the spans of all children, and the comments that stand
 * right in front. UTF-16 offsets, counted from where its member starts: an edit elsewhere leaves the object as it is.
 */
export interface OutlineSymbol {
  readonly name: string;
  readonly kind: OutlineKind;
  readonly full: Span;
  readonly span: Span;
  /** A few words more: a signature, a type, a path. */
  readonly detail?: string;
  readonly deprecated?: boolean;
  readonly children: readonly PlacedSymbol[];
}

/** A symbol and where its member starts, counted from the start of the symbol or file around it. */
export interface PlacedSymbol {
  readonly start: number;
  readonly symbol: OutlineSymbol;
}

/** The outline of a file: what stands in none of its items. */
export function documentSymbols(file: ParsedFile): readonly PlacedSymbol[] {
  return symbolsIn(file.root);
}

const symbolsIn: (container: Container) => readonly PlacedSymbol[] = memo(container => {
  const inResource = container.kind === "resource";
  const found: PlacedSymbol[] = [];
  for (const [i, member] of container.members.entries()) {
    const symbol = inResource ? resourceSymbol(member) : plainSymbol(member);
    if (symbol) found.push({ start: container.starts[i]!, symbol });
  }
  return found;
});

const plainSymbol = memo((member: Member) => symbolOf(member, false));
const resourceSymbol = memo((member: Member) => symbolOf(member, true));

function symbolOf(member: Member, inResource: boolean): OutlineSymbol | undefined {
  const unit = unitOf(member);
  const named = unit && nameOf(unit);
  if (!unit || !named) return undefined;
  const end = isContainer(member) ? member.length : unit.end;
  const detail = detailOf(unit);
  return {
    name: named.text,
    kind: kindOf(unit, inResource),
    full: { start: docsStart(unit), end: Math.max(end, named.end) },
    span: { start: named.start, end: named.end },
    ...(detail === undefined ? {} : { detail }),
    ...(isDeprecated(unit) ? { deprecated: true } : {}),
    children: isContainer(member) ? symbolsIn(member) : fieldsOf(unit),
  };
}

/** A package header, a path that is imported and the like are named by what they point at. */
export function nameOf(unit: Unit): Ident | undefined {
  switch (unit.kind) {
    case "top-use":
    case "use":
    case "other":
      return undefined;
    case "package":
      return unit.name && textSpan(unit, unit.name);
    case "include":
      return unit.path && textSpan(unit, unit.path);
    case "import":
    case "export":
      return unit.name ?? (unit.path && textSpan(unit, unit.path));
    default:
      return unit.name;
  }
}

function textSpan(unit: Unit, { start, end }: Span): Ident {
  return { text: unit.text.slice(start, end).replace(/\s+/g, ""), start, end };
}

export function kindOf(unit: Unit, inResource: boolean): OutlineKind {
  if (unit.kind === "func") return inResource ? "method" : "function";
  if ((unit.kind === "import" || unit.kind === "export") && unit.func) return "function";
  return unit.kind as OutlineKind;
}

function detailOf(unit: Unit): string | undefined {
  switch (unit.kind) {
    case "func":
    case "constructor":
      return unit.func && oneLine(unit.text.slice(unit.name?.end ?? unit.func.start, unit.func.end)).replace(/^: /, "");
    case "type":
      return unit.type && oneLine(unit.text.slice(unit.type.start, unit.type.end));
    case "import":
    case "export":
      return unit.name && unit.path ? oneLine(unit.text.slice(unit.path.start, unit.path.end)) : externDetail(unit);
    case "include":
      return unit.kind;
    default:
      return undefined;
  }
}

function externDetail(unit: Extract<Unit, { kind: "import" | "export" }>): string {
  if (!unit.func || !unit.name) return unit.kind;
  return `${unit.kind} ${oneLine(unit.text.slice(unit.name.end, unit.func.end)).replace(/^: /, "")}`;
}

function fieldsOf(unit: Unit): readonly PlacedSymbol[] {
  if (!("fields" in unit)) return [];
  return unit.fields.map(field => ({ start: 0, symbol: fieldSymbol(unit, field, fieldKind(unit)) }));
}

export function fieldKind({ kind }: FieldsUnit): "field" | "flag" | "case" {
  return kind === "record" ? "field" : kind === "flags" ? "flag" : "case";
}

function fieldSymbol(unit: Unit, field: Field, kind: OutlineKind): OutlineSymbol {
  const type = fieldDetail(unit, field);
  return {
    name: field.name.text,
    kind,
    full: { start: field.start, end: field.end },
    span: { start: field.name.start, end: field.name.end },
    ...(type === undefined ? {} : { detail: type }),
    children: [],
  };
}

function fieldDetail(unit: Unit, { type }: Field): string | undefined {
  if (!type) return undefined;
  if (type.kind === "primitive") return type.name;
  return type.kind === "name" ? type.name.text : oneLine(unit.text.slice(type.start, type.end));
}
