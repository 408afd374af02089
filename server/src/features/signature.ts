// What something looks like as WIT, its comments and gates left out: the first thing that hover and completion show.
import type { Span } from "../base/span.ts";
import type { TypeEntry } from "../semantics/type-scope.ts";
import type { WorldItem } from "../semantics/world.ts";
import { type Container, isContainer, type Member, type Unit, unitOf } from "../syntax/ast.ts";
import { oneLine } from "../syntax/one-line.ts";

/** Members shown of a resource or a world, and lines of a type, before the rest is left out. */
const maxLines = 24;

/** WIT text of a member; several lines where it has members of its own. */
export function signatureOf(member: Member): string {
  const unit = unitOf(member);
  if (!unit) return "";
  if (isContainer(member)) return containerSignature(unit, member);
  if ("fields" in unit && unit.name) return fieldsSignature(unit, unit.name.text);
  return statement(unit);
}

/** A unit on one line, without attributes and without its semicolon. */
function statement(unit: Unit): string {
  return oneLine(unit.text.slice(afterAttributes(unit), unit.end)).replace(/\s*;$/, "");
}

function afterAttributes(unit: Unit): number {
  return unit.attributes.at(-1)?.end ?? unit.start;
}

function fieldsSignature(unit: Extract<Unit, { readonly fields: unknown }>, name: string): string {
  const lines = unit.fields.map(field => `${oneLine(unit.text.slice(field.start, field.end)).replace(/,$/, "")},`);
  return block(`${unit.kind} ${name}`, lines);
}

function containerSignature(head: Unit, container: Container): string {
  const title = statement(head).replace(/\s*\{$/, "");
  if (container.kind !== "resource") return title;
  const members = container.members.flatMap(member => (isContainer(member) ? [] : [`${statement(member)};`]));
  return members.length === 0 ? title : block(title, members);
}

/** `title { … }` with a line for each of `lines`. */
export function block(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return `${title} {}`;
  return [`${title} {`, ...shortened(lines).map(line => `  ${line}`), "}"].join("\n");
}

/** As many lines as anybody reads, and how many more there are. */
export function shortened(lines: readonly string[]): readonly string[] {
  return lines.length > maxLines ? [...lines.slice(0, maxLines), `// … ${lines.length - maxLines} more`] : lines;
}

/** A field, case, flag or parameter of a unit, on one line. */
export function partSignature(unit: Unit, part: Span): string {
  return oneLine(unit.text.slice(part.start, part.end)).replace(/,$/, "");
}

/** An elaborated import or export as a line of WIT. */
export function worldItemSignature(direction: "import" | "export", item: WorldItem): string {
  if (item.func) {
    const text = statement(item.func.unit).replace(/^(?:import|export)\s+/, "");
    return `${direction} ${text};`;
  }
  if (item.type) return typeSignature(item.type);
  if (item.extern?.unit.inline) return `${direction} ${item.name}: interface;`;
  return item.id === undefined || item.name === item.id
    ? `${direction} ${item.name};`
    : `${direction} ${item.name}: ${item.id};`;
}

/** A type that a world brings in or defines. */
function typeSignature(type: TypeEntry): string {
  if (type.kind === "def") return `${type.decl.unit.kind} ${type.name};`;
  const { target, useName } = type;
  const from = "id" in target && target.id !== undefined ? target.id : "…";
  const { name } = useName;
  return `use ${from}.{${name.text === type.name ? name.text : `${name.text} as ${type.name}`}};`;
}
