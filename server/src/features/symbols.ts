// Document symbols: the outline of a file, broken items included.
import { memo } from "../base/memo.ts";
import type { Span } from "../base/span.ts";
import { isDeprecated } from "../semantics/gates.ts";
import { type Container, type Field, type Ident, isContainer, type Member, type Unit } from "../syntax/ast.ts";
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

/** UTF-16 offsets of the file; `full` holds `name` and the spans of all children. Comments are part of neither. */
export interface OutlineSymbol {
  readonly name: string;
  readonly kind: OutlineKind;
  readonly full: Span;
  readonly span: Span;
  /** A few words more: a signature, a type, a path. */
  readonly detail?: string;
  readonly deprecated?: boolean;
  readonly children: readonly OutlineSymbol[];
}

export const documentSymbols: (file: ParsedFile) => readonly OutlineSymbol[] = memo(file => membersOf(file.root, 0));

function membersOf(container: Container, start: number): readonly OutlineSymbol[] {
  return container.members.flatMap((member, i) => symbolOf(container, member, start + container.starts[i]!) ?? []);
}

function symbolOf(parent: Container, member: Member, start: number): OutlineSymbol | undefined {
  const unit = isContainer(member) ? member.head : member;
  const named = unit && nameOf(unit);
  if (!unit || !named) return undefined;
  const end = isContainer(member) ? member.length : unit.end;
  const detail = detailOf(unit);
  return {
    name: named.text,
    kind: kindOf(unit, parent),
    full: { start: start + unit.start, end: start + Math.max(end, named.end) },
    span: { start: start + named.start, end: start + named.end },
    ...(detail === undefined ? {} : { detail }),
    ...(isDeprecated(unit) ? { deprecated: true } : {}),
    children: isContainer(member) ? membersOf(member, start) : fieldsOf(unit, start),
  };
}

/** A package header, a path that is imported and the like are named by what they point at. */
function nameOf(unit: Unit): Ident | undefined {
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

function kindOf(unit: Unit, parent: Container): OutlineKind {
  if (unit.kind === "func") return parent.kind === "resource" ? "method" : "function";
  if ((unit.kind === "import" || unit.kind === "export") && unit.func) return "function";
  return unit.kind as OutlineKind;
}

const detailOf: (unit: Unit) => string | undefined = memo(unit => {
  switch (unit.kind) {
    case "func":
    case "constructor":
      return unit.func && oneLine(unit.text.slice(unit.name?.end ?? unit.func.start, unit.func.end)).replace(/^: /, "");
    case "type":
      return unit.type && oneLine(unit.text.slice(unit.type.start, unit.type.end));
    case "import":
    case "export":
      return unit.name && unit.path ? oneLine(unit.text.slice(unit.path.start, unit.path.end)) : externDetail(unit);
    default:
      return undefined;
  }
});

function externDetail(unit: Extract<Unit, { kind: "import" | "export" }>): string {
  if (!unit.func || !unit.name) return unit.kind;
  return `${unit.kind} ${oneLine(unit.text.slice(unit.name.end, unit.func.end)).replace(/^: /, "")}`;
}

function fieldsOf(unit: Unit, start: number): readonly OutlineSymbol[] {
  if (!("fields" in unit)) return [];
  const kind = unit.kind === "record" ? "field" : unit.kind === "flags" ? "flag" : "case";
  return unit.fields.map(field => fieldSymbol(unit, field, kind, start));
}

function fieldSymbol(unit: Unit, field: Field, kind: OutlineKind, start: number): OutlineSymbol {
  const type = fieldDetail(unit, field);
  return {
    name: field.name.text,
    kind,
    full: { start: start + field.start, end: start + field.end },
    span: { start: start + field.name.start, end: start + field.name.end },
    ...(type === undefined ? {} : { detail: type }),
    children: [],
  };
}

function fieldDetail(unit: Unit, { type }: Field): string | undefined {
  if (!type) return undefined;
  if (type.kind === "primitive") return type.name;
  return type.kind === "name" ? type.name.text : oneLine(unit.text.slice(type.start, type.end));
}
