// Puts what an alias stands for in the place of its name.
import type { ContainerAnalysis } from "../../semantics/item.ts";
import { eachName } from "../../semantics/outline.ts";
import type { AliasUnit, Ident, Unit } from "../../syntax/ast.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { removeMember } from "../edits/remove.ts";
import { memberWithUnit, replace } from "../fixes/fix.ts";
import { typesIn } from "../fixes/parts.ts";
import { memberAt, nameAt } from "../locate.ts";
import { references } from "../references.ts";
import { type Refactoring, type RefactoringContext, selectedMember } from "./refactoring.ts";

/** At the alias: everywhere, and the alias is gone, unless others use it. Where it is named: there alone. */
export function inlineAlias(c: RefactoringContext): Refactoring | undefined {
  const selected = selectedMember(c);
  if (!selected) return undefined;
  const { member, home } = selected;
  const { unit } = member;
  const rel = c.range.start - member.start;
  if (unit.kind === "type" && unit.name && unit.name.start <= rel && rel <= unit.name.end)
    return everywhere(c, { unit, start: member.start }, home);
  const name = namedIn(unit).find(({ start, end }) => start <= rel && rel <= end);
  const alias = name && aliasOf(home.analysis, name.text);
  if (!name || !alias) return undefined;
  return {
    title: `Replace \`${name.text}\` with what it stands for`,
    kind: "inline",
    edits: () => {
      const span = { start: member.start + name.start, end: member.start + name.end };
      return [{ uri: c.file.source.uri, edits: [replace(span, textOf(alias))] }];
    },
  };
}

interface PlacedAlias {
  readonly unit: AliasUnit;
  readonly start: number;
}

function everywhere(
  c: RefactoringContext,
  { unit, start }: PlacedAlias,
  { analysis, base }: { readonly analysis: ContainerAnalysis; readonly base: number },
): Refactoring | undefined {
  const { name, type } = unit;
  const known = name && nameAt(c.root, c.file, start + name.start);
  if (!name || !type || !known || aliasOf(analysis, name.text) !== unit) return undefined;
  const uses = namesOf(analysis, base).filter(n => n.name.text === name.text);
  // Who uses it from elsewhere would lose it.
  const all = references(c.root, c.file, start + name.start, c.roots);
  const here = new Set(uses.map(u => u.start));
  const own = (r: (typeof all)[number]): boolean =>
    r.uri === c.file.source.uri && (here.has(r.span.start) || r.span.start === start + name.start);
  if (uses.length === 0 || !all.every(own)) return undefined;
  return {
    title: `Inline type \`${name.text}\``,
    kind: "inline",
    edits: () => {
      const member = memberWithUnit(memberAt(c.file, start + name.start));
      const edits: TextEdit[] = uses.map(u => replace({ start: u.start, end: u.end }, textOf(unit)));
      if (member) edits.push(removeMember(c.file, member));
      return [{ uri: c.file.source.uri, edits }];
    },
  };
}

/** The alias of a container that a name stands for. */
function aliasOf({ scope }: ContainerAnalysis, name: string): AliasUnit | undefined {
  const entry = scope.entries.get(name);
  const unit = entry?.kind === "def" ? entry.decl.unit : undefined;
  return unit?.kind === "type" && unit.type && unit.problems.length === 0 ? unit : undefined;
}

function textOf({ text, type }: AliasUnit): string {
  return text.slice(type!.start, type!.end);
}

/** The names in the types of an item. */
function namedIn(unit: Unit): readonly Ident[] {
  const names: Ident[] = [];
  for (const type of typesIn(unit)) eachName(type, name => names.push(name));
  return names;
}

/** Every name of a type in a container, with where it is in the file. */
function namesOf(
  { scope }: ContainerAnalysis,
  base: number,
): readonly { readonly name: Ident; readonly start: number; readonly end: number }[] {
  const { types, functions, externs } = scope.outline;
  const units: { readonly unit: Unit; readonly offset: number }[] = [...types, ...functions];
  for (const extern of externs)
    if (extern.unit.func && !functions.some(f => f.unit === extern.unit)) units.push(extern);
  return units.flatMap(({ unit, offset }) =>
    namedIn(unit).map(name => ({ name, start: base + offset + name.start, end: base + offset + name.end })),
  );
}
