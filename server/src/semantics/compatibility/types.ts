// How a type that a container has under one name differs from what it was: no part of it can come, go, move or change.
import type { Span } from "../../base/span.ts";
import type { Field, FieldsUnit } from "../../syntax/ast.ts";
import type { Holder } from "../holders.ts";
import { type DefinedEntry, type TypeEntry, unitOfEntry } from "../type-scope.ts";
import { type Difference, named, quoted } from "./change.ts";
import type { Comparison } from "./comparison.ts";
import { isNow } from "./functions.ts";
import { sameMember, sameType } from "./same-type.ts";

export interface TypeAt {
  readonly holder: Holder;
  readonly entry: TypeEntry;
}

/** What is another in a type; offsets of the container that has it now. */
export function typeDifferences(c: Comparison, was: TypeAt, now: TypeAt): readonly Difference[] {
  const [old, entry] = [was.entry, now.entry];
  if (isBroken(old) || isBroken(entry)) return [];
  if (old.kind === "def" && entry.kind === "def") {
    const [before, unit] = [old.decl.unit, entry.decl.unit];
    if (before.kind === unit.kind && "fields" in before && "fields" in unit)
      return fieldDifferences({ c, was, now, old: before, unit, entry });
    if (before.kind === "type" && unit.kind === "type" && before.type && unit.type) {
      const [a, b] = [before.type, unit.type];
      if (sameType(c, { expr: a, holder: was.holder }, { expr: b, holder: now.holder })) return [];
      return [inUnit(entry, b, isNow(named(entry.name), quoted(before, a), quoted(unit, b)))];
    }
  }
  if (sameMember(c, was, now)) return [];
  return [{ what: isNow(named(entry.name), described(old), described(entry)), start: entry.start, end: entry.end }];
}

function isBroken(entry: TypeEntry): boolean {
  return unitOfEntry(entry).problems.length > 0;
}

function inUnit({ decl }: DefinedEntry, place: Span, what: string): Difference {
  return { what, start: decl.offset + place.start, end: decl.offset + place.end };
}

/** What a type is, in words. */
function described(entry: TypeEntry): string {
  if (entry.kind === "use") {
    const { target } = entry;
    const from = "id" in target ? ` of \`${target.id}\`` : "";
    return `\`${entry.useName.name.text}\`${from}`;
  }
  const { unit } = entry.decl;
  if (unit.kind === "type") return unit.type ? quoted(unit, unit.type) : "a type";
  if (unit.kind === "flags") return "a set of flags";
  return `${unit.kind === "enum" ? "an" : "a"} ${unit.kind}${unit.kind === "resource" ? " of its own" : ""}`;
}

interface Pair {
  readonly c: Comparison;
  readonly was: TypeAt;
  readonly now: TypeAt;
  readonly old: FieldsUnit;
  readonly unit: FieldsUnit;
  readonly entry: DefinedEntry;
}

const words = { record: "field", variant: "case", enum: "case", flags: "flag" } as const;

function fieldDifferences(pair: Pair): readonly Difference[] {
  const { old, unit, entry } = pair;
  const [word, name] = [words[unit.kind], named(entry.name)];
  const [before, after] = [byName(old), byName(unit)];
  const gone = old.fields.filter(field => !after.has(field.name.text));
  const fresh = unit.fields.filter(field => !before.has(field.name.text));
  const [first, added] = [gone[0], fresh[0]];
  if (first && added && gone.length === 1 && fresh.length === 1 && isRenamed(pair, first, added)) {
    const what = `${word} \`${first.name.text}\` of ${name} is called \`${added.name.text}\` now`;
    return [inUnit(entry, added.name, what)];
  }
  const kept = unit.fields.filter(field => before.has(field.name.text));
  const order = old.fields.filter(field => after.has(field.name.text));
  const moved = kept.find((field, i) => order[i]?.name.text !== field.name.text);
  return [
    ...gone.map(field => inUnit(entry, unit.name!, `${word} \`${field.name.text}\` of ${name} is gone`)),
    ...fresh.map(field => inUnit(entry, field.name, `${name} has a new ${word} \`${field.name.text}\``)),
    ...(moved ? [inUnit(entry, moved.name, `the ${word}s of ${name} stand in another order`)] : []),
    ...kept.flatMap(field => fieldDifference(pair, before.get(field.name.text)!, field)),
  ];
}

function byName({ fields }: FieldsUnit): ReadonlyMap<string, Field> {
  return new Map(fields.map(field => [field.name.text, field]));
}

function isRenamed(pair: Pair, gone: Field, added: Field): boolean {
  return pair.old.fields.indexOf(gone) === pair.unit.fields.indexOf(added) && sameFieldType(pair, gone, added);
}

function sameFieldType({ c, was, now }: Pair, old: Field, field: Field): boolean {
  if (!old.type || !field.type) return !old.type && !field.type;
  return sameType(c, { expr: old.type, holder: was.holder }, { expr: field.type, holder: now.holder });
}

function fieldDifference(pair: Pair, old: Field, field: Field): readonly Difference[] {
  if (sameFieldType(pair, old, field)) return [];
  const { unit, entry } = pair;
  const whose = `${words[unit.kind]} \`${field.name.text}\` of ${named(entry.name)}`;
  if (!field.type) return [inUnit(entry, field.name, `${whose} no longer carries ${quoted(pair.old, old.type!)}`)];
  const type = quoted(unit, field.type);
  if (!old.type) return [inUnit(entry, field.type, `${whose} carries ${type} now`)];
  const before = quoted(pair.old, old.type);
  if (unit.kind === "record") return [inUnit(entry, field.type, isNow(whose, before, type))];
  const what = before === type ? `${whose} carries another ${type} now` : `${whose} carries ${type} now, not ${before}`;
  return [inUnit(entry, field.type, what)];
}
