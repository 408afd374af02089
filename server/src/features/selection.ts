// Selection ranges: from the word under the cursor outwards to the whole file.
import { type Span, shift, touches } from "../base/span.ts";
import { typeParts } from "../semantics/outline.ts";
import { isContainer, type TypeExpr, type Unit, unitOf } from "../syntax/ast.ts";
import { commentsIn, type DocComment, docsStart } from "../syntax/docs.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { type Brackets, bracketsOf, fieldsOf } from "./brackets.ts";
import { memberAt, memberSpan, type PlacedMember } from "./locate.ts";
import { runAround } from "./runs.ts";
import { gapAt, tokenAt } from "./token-at.ts";

/** Ever larger spans around an offset, the smallest first, each inside the next; UTF-16 offsets. */
export function selections(file: ParsedFile, offset: number): readonly Span[] {
  const { text } = file.source;
  const spans: Span[] = [{ start: 0, end: text.length }];
  const member = memberAt(file, offset);
  if (member) addMember(spans, member, offset);
  const token = tokenAt(file, offset);
  if (token) spans.push(token);
  const gap = token ? undefined : gapAt(file, offset);
  const comments = gap && commentsIn(text, gap.start, gap.end);
  if (comments) addComment(spans, text, comments, offset);
  return nested(spans, offset);
}

function addMember(spans: Span[], member: PlacedMember, offset: number): void {
  for (const { container, start } of member.around.slice(1)) {
    const { head } = container;
    const end = start + container.length;
    if (head) spans.push({ start: start + docsStart(head), end }, { start: start + head.start, end });
    spans.push({ start: start + container.starts[0]!, end: end - (container.closed ? 1 : 0) });
  }
  const unit = unitOf(member.member);
  if (!unit) return;
  const run = runAround(member);
  if (run) spans.push(run);
  const own = memberSpan(member);
  const afterAttributes = unit.attributes.at(-1)?.end;
  spans.push({ start: member.start + docsStart(unit), end: own.end }, own);
  if (afterAttributes !== undefined) {
    const gap = /^\s*/.exec(unit.text.slice(afterAttributes))![0].length;
    spans.push({ start: member.start + afterAttributes + gap, end: own.end });
  }
  if (!isContainer(member.member) || offset < member.start + unit.end)
    for (const span of partsAround(unit, offset - member.start)) spans.push(shift(span, member.start));
}

/** What a unit consists of, around an offset of it. */
function partsAround(unit: Unit, offset: number): readonly Span[] {
  const func = "func" in unit ? unit.func : undefined;
  const spans: Span[] = [...unit.attributes];
  const types: TypeExpr[] = [];
  const brackets = bracketsOf(unit);
  if (func) spans.push(func);
  if (brackets) spans.push(...bracketed(unit, brackets));
  for (const field of fieldsOf(unit)) {
    spans.push(field);
    if (field.type) types.push(field.type);
  }
  if (func?.result) types.push(func.result);
  if ("type" in unit && unit.type) types.push(unit.type);
  if ("path" in unit && unit.path) spans.push(unit.path, ...(unit.path.package ? [unit.path.package] : []));
  if ("names" in unit)
    for (const { name, alias } of unit.names) spans.push({ start: name.start, end: (alias ?? name).end });
  for (const type of types) addType(spans, type, offset);
  return spans;
}

/** From bracket to bracket, and what stands between them without the space around it. */
function bracketed({ text }: Unit, { open, close }: Brackets): readonly Span[] {
  const inside = text.slice(open + 1, close);
  const before = inside.length - inside.trimStart().length;
  return [
    { start: open, end: close + 1 },
    { start: open + 1 + before, end: Math.max(open + 1 + before, open + 1 + inside.trimEnd().length) },
  ];
}

function addType(spans: Span[], type: TypeExpr, offset: number): void {
  if (!touches(type, offset)) return;
  spans.push(type);
  for (const part of typeParts(type)) addType(spans, part, offset);
}

/** The word of a comment, the comment, and those that stand together with it. */
function addComment(spans: Span[], text: string, { starts, end }: DocComment, offset: number): void {
  const all = starts.map((start, i): Span => {
    const comment = text.slice(start, starts[i + 1] ?? end).trimEnd();
    return { start, end: start + comment.length };
  });
  const index = all.findIndex(comment => touches(comment, offset));
  if (index < 0) return;
  let [first, last] = [index, index];
  while (first > 0 && areTogether(text, all[first - 1]!, all[first]!)) first--;
  while (last + 1 < all.length && areTogether(text, all[last]!, all[last + 1]!)) last++;
  spans.push(all[index]!, { start: all[first]!.start, end: all[last]!.end });
  const before = /[\w-]*$/.exec(text.slice(all[index]!.start, offset))![0];
  const behind = /^[\w-]*/.exec(text.slice(offset, all[index]!.end))![0];
  if (before + behind !== "") spans.push({ start: offset - before.length, end: offset + behind.length });
}

/** Whether no empty line stands between two comments. */
function areTogether(text: string, one: Span, next: Span): boolean {
  return text.slice(one.end, next.start).split("\n").length <= 2;
}

/** Those that hold the offset, each once and inside the next. */
function nested(spans: readonly Span[], offset: number): readonly Span[] {
  const around = spans.filter(s => touches(s, offset));
  around.sort((a, b) => a.end - a.start - (b.end - b.start));
  const kept: Span[] = [];
  for (const { start, end } of around) {
    const last = kept.at(-1);
    if (!last || (start <= last.start && last.end <= end && end - start > last.end - last.start))
      kept.push({ start, end });
  }
  return kept;
}
