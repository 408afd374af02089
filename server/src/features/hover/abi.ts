// What the canonical ABI makes of a type or function: size, alignment, offsets, core signature, and what lies in memory.
import { codeSpan } from "../../base/markdown.ts";
import type { RootAnalysis } from "../../semantics/analysis.ts";
import type { ContainerAnalysis } from "../../semantics/item.ts";
import type { Layout, PartLayout } from "../../semantics/model/layout.ts";
import { layoutOf, layoutOfEntry } from "../../semantics/model/type-layout.ts";
import { externFunction, type FuncDecl } from "../../semantics/outline.ts";
import type { Definition } from "../../semantics/symbols.ts";
import type { DefinedEntry, TypeEntry } from "../../semantics/type-scope.ts";
import type { TypeExpr } from "../../syntax/ast.ts";
import { containerById, splitId } from "../containers.ts";
import { note, type Section } from "../sections.ts";
import { functionSections, parameterSections } from "./abi-function.ts";
import { bytes, flatCell, heading, layoutWords } from "./abi-words.ts";

/** Rows of a table before the rest is left out. */
const maxRows = 24;

/** Nothing for what has no place in the canonical ABI, and where a type can't be laid out. */
export function abiSections(root: RootAnalysis, { occurrence: { id, kind } }: Definition): readonly Section[] {
  const [containerId, rest] = splitId(id);
  const analysis = containerById(root, containerId)?.analysis;
  if (!analysis) return [];
  const [name = "", part = ""] = rest.split(".");
  switch (kind) {
    case "type": {
      const entry = analysis.scope.entries.get(rest);
      return entry ? typeSections(root, analysis, entry) : [];
    }
    case "field":
    case "case":
    case "flag": {
      const entry = analysis.scope.entries.get(name);
      return entry?.kind === "def" ? partSections(root, analysis, entry, part) : [];
    }
    case "function": {
      const decl = functionNamed(analysis, rest);
      return decl ? functionSections(root, analysis, decl) : [];
    }
    case "parameter": {
      const open = rest.lastIndexOf("(");
      const decl = functionNamed(analysis, rest.slice(0, open));
      return decl ? parameterSections(root, analysis, decl, rest.slice(open + 1, -1)) : [];
    }
    default:
      return [];
  }
}

/** A function by the part of its id behind `#`. */
function functionNamed({ scope: { outline } }: ContainerAnalysis, name: string): FuncDecl | undefined {
  const own = outline.functions.find(f => f.mangled === name);
  if (own) return own;
  for (const extern of outline.externs) {
    const func = externFunction(extern);
    if (func && `${extern.unit.kind}.${func.mangled}` === name) return func;
  }
  return undefined;
}

/** What is known of a type as it is written. */
export function expressionSections(
  root: RootAnalysis,
  analysis: ContainerAnalysis,
  expr: TypeExpr,
): readonly Section[] {
  const layout = layoutOf(root, analysis, expr);
  return layout ? [heading(layoutWords(layout), "element-size"), ...structure(expr, layout)] : [];
}

function typeSections(root: RootAnalysis, analysis: ContainerAnalysis, entry: TypeEntry): readonly Section[] {
  const layout = layoutOfEntry(root, analysis, entry);
  if (!layout) return [];
  if (entry.kind === "use") return [heading(layoutWords(layout), "element-size")];
  const { unit } = entry.decl;
  switch (unit.kind) {
    case "resource":
      return [heading(`a handle: ${layoutWords(layout)}`, "element-size")];
    case "type":
      return [heading(layoutWords(layout), "element-size"), ...(unit.type ? structure(unit.type, layout) : [])];
    case "record":
      return [heading(layoutWords(layout), "element-size"), ...fieldTable(layout, "Field")];
    case "variant":
      return [heading(layoutWords(layout), "element-size"), ...discriminant(layout), ...caseTable(layout)];
    case "enum":
      return [heading(`${layoutWords(layout)}; the cases are numbered from 0`, "element-size")];
    case "flags":
      return [heading(layoutWords(layout), "element-size"), flagTable(unit.fields.map(f => f.name.text))];
  }
}

/** What the parts of an unnamed type are. */
function structure(expr: TypeExpr, layout: Layout): readonly Section[] {
  if (expr.kind === "tuple") return fieldTable(layout, "Element");
  return expr.kind === "option" || expr.kind === "result" ? discriminant(layout) : [];
}

function fieldTable({ parts = [] }: Layout, what: "Field" | "Element"): readonly Section[] {
  const rows = parts.map(({ offset, name, layout }) => [
    String(offset),
    codeSpan(name),
    layout ? String(layout.size) : "",
    layout ? flatCell(layout) : "",
  ]);
  return [tableOf(["Offset", what, "Size", "Flattened"], rows)];
}

/** The number of a case and what it carries. */
function caseTable({ parts = [] }: Layout): readonly Section[] {
  const rows = parts.map(({ name, layout }, i) => [
    String(i),
    codeSpan(name),
    layout ? String(layout.size) : "",
    layout ? flatCell(layout) : "",
  ]);
  return [tableOf(["Number", "Case", "Size", "Flattened"], rows)];
}

function flagTable(names: readonly string[]): Section {
  return tableOf(
    ["Bit", "Flag", "Mask"],
    names.map((name, i) => [String(i), codeSpan(name), codeSpan(mask(i))]),
  );
}

function mask(bit: number): string {
  return `0x${(2 ** bit).toString(16)}`;
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): Section {
  const shown = rows.length > maxRows + 1 ? rows.slice(0, maxRows) : rows;
  const rest = rows.length - shown.length;
  const more = rest > 0 ? [["", `${rest} more`, ...head.slice(2).map(() => "")]] : [];
  return { kind: "table", head, rows: [...shown, ...more] };
}

function discriminant(layout: Layout): readonly Section[] {
  const { tag, parts = [] } = layout;
  if (tag === undefined) return [];
  const carried = parts.find(part => part.layout);
  const payload = carried ? `; what a case carries is at offset ${carried.offset}` : "";
  return [note(`The discriminant takes ${bytes(tag)}${payload}.`)];
}

/** A field, case or flag inside its type. */
function partSections(
  root: RootAnalysis,
  analysis: ContainerAnalysis,
  entry: DefinedEntry,
  name: string,
): readonly Section[] {
  const layout = layoutOfEntry(root, analysis, entry);
  const { unit } = entry.decl;
  if (!layout || !("fields" in unit)) return [];
  const index = unit.fields.findIndex(f => f.name.text === name);
  const part = layout.parts?.[index];
  const words =
    unit.kind === "flags" ? `bit ${index}, mask ${codeSpan(mask(index))}` : part && partWords(part, layout, index);
  return words ? [heading(words, "element-size")] : [];
}

function partWords({ offset, layout }: PartLayout, whole: Layout, index: number): string {
  if (whole.tag === undefined) return `at offset ${offset}${layout ? `: ${layoutWords(layout)}` : ""}`;
  return `case number ${index}${layout ? `; what it carries is at offset ${offset}: ${layoutWords(layout)}` : ""}`;
}
