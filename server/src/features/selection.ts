// Selection ranges: from the word under the cursor outwards to the whole file.
import type { Span } from "../base/span.ts";
import { typeParts } from "../semantics/outline.ts";
import { isContainer, type TypeExpr, type Unit } from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { memberAt, memberSpan, type PlacedMember } from "./locate.ts";
import { tokenAt } from "./token-at.ts";

/** Ever larger spans around an offset, the smallest first, each inside the next; UTF-16 offsets. */
export function selections(file: ParsedFile, offset: number): readonly Span[] {
  const whole = { start: 0, end: file.source.text.length };
  const spans: Span[] = [whole];
  const member = memberAt(file, offset);
  if (member) addMember(spans, file, member, offset);
  const token = tokenAt(file, offset);
  if (token) spans.push(token);
  return nested(spans, offset);
}

function addMember(spans: Span[], file: ParsedFile, member: PlacedMember, offset: number): void {
  for (const { container, start } of member.around.slice(1)) {
    spans.push({ start: start + (container.head?.start ?? 0), end: start + container.length });
    spans.push({ start: start + container.starts[0]!, end: start + container.length - (container.closed ? 1 : 0) });
  }
  const own = memberSpan(member);
  spans.push({ start: docsStart(file, member), end: own.end }, own);
  const unit = isContainer(member.member) ? member.member.head : member.member;
  if (unit) for (const span of partsOf(unit, offset - member.start)) spans.push(shifted(span, member.start));
}

function docsStart(file: ParsedFile, { start, member }: PlacedMember): number {
  const unit = isContainer(member) ? member.head : member;
  const comment = unit ? /\/[/*]/.exec(unit.text.slice(0, unit.start)) : null;
  return comment ? start + comment.index : start + Math.min(unit?.start ?? 0, file.source.text.length);
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** The parts of a unit around an offset of it, the largest first. */
function partsOf(unit: Unit, offset: number): readonly Span[] {
  const spans: Span[] = [...unit.attributes];
  const fields = "fields" in unit ? unit.fields : "func" in unit && unit.func ? unit.func.params : [];
  if ("func" in unit && unit.func) spans.push(unit.func);
  const types = fields.flatMap(field => {
    spans.push(field);
    return field.type ?? [];
  });
  if ("func" in unit && unit.func?.result) types.push(unit.func.result);
  if ("type" in unit && unit.type) types.push(unit.type);
  if ("path" in unit && unit.path) spans.push(unit.path, ...(unit.path.package ? [unit.path.package] : []));
  if ("names" in unit)
    for (const { name, alias } of unit.names) spans.push({ start: name.start, end: (alias ?? name).end });
  for (const type of types) addType(spans, type, offset);
  return spans;
}

function addType(spans: Span[], type: TypeExpr, offset: number): void {
  if (offset < type.start || type.end < offset) return;
  spans.push(type);
  for (const part of typeParts(type)) addType(spans, part, offset);
}

/** Those that hold the offset, each once and inside the next. */
function nested(spans: readonly Span[], offset: number): readonly Span[] {
  const around = spans.filter(s => s.start <= offset && offset <= s.end);
  around.sort((a, b) => a.end - a.start - (b.end - b.start));
  const kept: Span[] = [];
  for (const { start, end } of around) {
    const last = kept.at(-1);
    if (!last || (start <= last.start && last.end <= end && end - start > last.end - last.start))
      kept.push({ start, end });
  }
  return kept;
}
