// Two things of one name: the second is removed where it says the same again, and gets a name of its own where not.

import type { Unit } from "../../syntax/ast.ts";
import { fieldsOf } from "../brackets.ts";
import { removeElement, removeMember } from "../edits/remove.ts";
import { freeName, tokensOf, written } from "../edits/words.ts";
import { memberAt, type PlacedMember, packageAt } from "../locate.ts";
import {
  type Fix,
  type FixContext,
  type FixRule,
  fileOf,
  fixHere,
  headSpan,
  homeAt,
  insertAt,
  memberWithUnit,
  type ProblemMember,
  problemMember,
  replace,
} from "./fix.ts";
import { fieldSpan, namesIn, spanIn } from "./parts.ts";

export const duplicateElement: FixRule = { codes: ["duplicate-field", "duplicate-parameter"], fix: mendElement };

function mendElement(c: FixContext): readonly Fix[] {
  const member = problemMember(c);
  const fields = member ? fieldsOf(member.unit) : [];
  const field = fields.find(f => member!.start + f.name.start === c.problem.start);
  if (!member || !field) return [];
  const text = (f: typeof field): string => bareText(member.unit.text, { start: f.name.start, end: f.end });
  const said = text(field);
  const again = fields.some(f => f !== field && f.start < field.start && text(f) === said);
  const name = field.name.text;
  const removal = fixHere(
    c,
    `Remove \`${name}\``,
    removeElement(c.file, headSpan(member), fieldSpan(member, field)),
    again || name === "self",
  );
  const free = freeName(name, [
    ...fields.map(f => f.name.text),
    ...(c.problem.code === "duplicate-parameter" ? ["self"] : []),
  ]);
  const renamed = fixHere(c, `Rename it to \`${free}\``, replace(c.problem, free), !again && name !== "self");
  return [removal, renamed];
}

/** Text without comments and spaces, which tells whether two items say the same. */
export function bareText(text: string, { start, end } = { start: 0, end: text.length }): string {
  return tokensOf(text, start, end)
    .map(t => t.text)
    .join(" ");
}

export const duplicateMember: FixRule = {
  codes: ["duplicate-name", "name-clash", "duplicate-world-item"],
  fix: mendMember,
};

function mendMember(c: FixContext): readonly Fix[] {
  const member = problemMember(c);
  const home = homeAt(c);
  if (!member || !home) return [];
  if (member.unit.kind === "use") return mendUse(c, member, namesIn(home.analysis));
  const first = firstOne(c);
  const same = first !== undefined && tokensEqual(c, first, member);
  const { unit } = member;
  const accessor = "func" in unit && unit.func?.accessor !== undefined;
  const named = "name" in unit && unit.name && "text" in unit.name ? unit.name : undefined;
  const onlyRemove =
    unit.kind === "constructor" || !named || same || accessor || c.problem.code === "duplicate-world-item";
  const removal = fixHere(
    c,
    `Remove ${same ? "the second" : "this"} \`${shownName(unit)}\``,
    removeMember(c.file, member),
    onlyRemove,
  );
  if (unit.kind === "constructor" || !named || member.start + named.start !== c.problem.start) return [removal];
  const siblings = member.around.at(-1)!.container.kind === "resource" ? siblingNames(member) : [];
  const free = freeName(named.text, [...namesIn(home.analysis), ...siblings]);
  return [removal, fixHere(c, `Rename it to \`${free}\``, replace(c.problem, free), !onlyRemove)];
}

function shownName(unit: Unit): string {
  if ("name" in unit && unit.name && "text" in unit.name) return unit.name.text;
  return "path" in unit && unit.path ? unit.path.name.text : unit.kind;
}

function siblingNames({ around }: PlacedMember): readonly string[] {
  const { members, head } = around.at(-1)!.container;
  const names = [head, ...members.map(m => ("members" in m ? m.head : m))];
  return names.flatMap(u => (u && "name" in u && u.name && "text" in u.name ? u.name.text : []));
}

/** The item that had the name first. */
function firstOne(c: FixContext): ProblemMember | undefined {
  const place = c.problem.related?.[0]?.place;
  const file = place && fileOf(c, place.uri);
  return file && memberWithUnit(memberAt(file, place.start));
}

function tokensEqual(c: FixContext, a: ProblemMember, b: ProblemMember): boolean {
  const place = c.problem.related![0]!.place;
  const other = fileOf(c, place.uri)!.source.text;
  if (a.span.start === b.span.start && place.uri === c.file.source.uri) return false;
  return (
    bareText(other.slice(a.span.start, a.span.end)) === bareText(c.file.source.text.slice(b.span.start, b.span.end))
  );
}

/** A used name that is there already: taken out, or given another. */
function mendUse(c: FixContext, member: ProblemMember, taken: readonly string[]): readonly Fix[] {
  const { unit } = member;
  if (unit.kind !== "use") return [];
  const used = unit.names.find(n => member.start + (n.alias ?? n.name).start === c.problem.start);
  if (!used) return [];
  const local = (used.alias ?? used.name).text;
  const free = freeName(local, taken);
  const edit = used.alias
    ? replace(spanIn(member, used.alias), free)
    : insertAt(member.start + used.name.end, ` as ${written(free)}`);
  return [removeUsed(c, member, used, true)!, fixHere(c, `Use it as \`${free}\``, edit)];
}

/** Takes a name out of a `use`, or all of the `use` with its only name. */
export function removeUsed(
  c: FixContext,
  member: ProblemMember,
  used: { readonly name: { start: number; end: number; text: string }; readonly alias?: { end: number } },
  preferred = false,
): Fix | undefined {
  if (member.unit.kind !== "use") return undefined;
  const title = `Remove \`${used.name.text}\` from the \`use\``;
  if (member.unit.names.length === 1) return fixHere(c, "Remove this `use`", removeMember(c.file, member), preferred);
  const span = spanIn(member, { start: used.name.start, end: (used.alias ?? used.name).end });
  return fixHere(c, title, removeElement(c.file, headSpan(member), span), preferred);
}

export const duplicateItem: FixRule = { codes: ["duplicate-item"], fix: mendItem };

function mendItem(c: FixContext): readonly Fix[] {
  const member = problemMember(c);
  const pkg = packageAt(c.root, c.file, c.problem.start)?.pkg;
  const first = firstOne(c);
  if (!member || !pkg || !("name" in member.unit) || !member.unit.name || !("text" in member.unit.name)) return [];
  const same = first !== undefined && tokensEqual(c, first, member);
  const { text } = member.unit.name;
  const free = freeName(text, pkg.names.items.keys());
  return [
    fixHere(c, `Remove ${same ? "the second" : "this"} \`${text}\``, removeMember(c.file, member), same),
    fixHere(c, `Rename it to \`${free}\``, replace(c.problem, free), !same),
  ];
}

export const duplicateFileName: FixRule = { codes: ["duplicate-name-in-file"], fix: mendFileName };

function mendFileName(c: FixContext): readonly Fix[] {
  const member = problemMember(c);
  const place = packageAt(c.root, c.file, c.problem.start);
  if (!member || !place) return [];
  const names = [...(place.pkg.names.scopes.get(place.scope)?.keys() ?? []), ...place.pkg.names.items.keys()];
  const use = member.unit.kind === "top-use" ? member : firstOne(c);
  if (use?.unit.kind !== "top-use" || !use.unit.path) return [];
  const free = freeName((use.unit.alias ?? use.unit.path.name).text, names);
  const edit = use.unit.alias
    ? replace(spanIn(use, use.unit.alias), free)
    : insertAt(use.start + use.unit.path.end, ` as ${free}`);
  return [fixHere(c, `Use it as \`${free}\``, edit, true), fixHere(c, "Remove this `use`", removeMember(c.file, use))];
}
