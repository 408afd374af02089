// A type or function of an interface, as what moves to another one: its text, and the types that it mentions.
import type { Span } from "../../base/span.ts";
import { eachName, typesOfFunction } from "../../semantics/outline.ts";
import type { Ident } from "../../syntax/ast.ts";
import { type KnownContainer, knownContainer } from "../containers.ts";
import { indentAt, reindented, startsItsLine, written } from "../edits/words.ts";
import type { ProblemMember } from "../fixes/fix.ts";
import { funcOf, typesIn } from "../fixes/parts.ts";
import { docsStart } from "./places.ts";
import { type RefactoringContext, selectedMember } from "./refactoring.ts";

export interface MovedItem {
  readonly member: ProblemMember;
  readonly from: KnownContainer;
  readonly name: string;
  readonly isType: boolean;
  /** The names of types in it, a resource's methods among it; offsets of the file. */
  readonly mentions: readonly Ident[];
}

/** What has its name at the cursor, in an interface of the package. What a feature may switch off stays where it is. */
export function movedItem(c: RefactoringContext): MovedItem | undefined {
  const selected = selectedMember(c);
  if (!selected) return undefined;
  const { member, home } = selected;
  const { unit } = member;
  const from = knownContainer(c.root, home.analysis.container);
  if (home.analysis.container.kind !== "interface" || !from || !("name" in unit) || !unit.name) return undefined;
  if (!("text" in unit.name) || !isMovable(member) || unit.attributes.some(a => a.kind === "unstable"))
    return undefined;
  const { start, end } = spanOf(member.start, unit.name);
  if (c.range.start < start || end < c.range.end) return undefined;
  const name = unit.name.text;
  return { member, from, name, isType: unit.kind !== "func", mentions: mentionsIn(member, from, name) };
}

/** A getter and its setter belong together, and a method to its resource. */
function isMovable({ unit, around, member }: ProblemMember): boolean {
  if (around.at(-1)?.container.kind !== "interface" || ("members" in member && !member.closed)) return false;
  if (unit.kind === "func") return unit.func !== undefined && !unit.func.accessor;
  return unit.kind === "type" || unit.kind === "resource" || "fields" in unit;
}

function spanOf(base: number, { start, end }: Span): Span {
  return { start: base + start, end: base + end };
}

function mentionsIn(member: ProblemMember, { analysis, start }: KnownContainer, name: string): readonly Ident[] {
  const found: Ident[] = [];
  const add = (base: number, types: ReturnType<typeof typesIn>): void => {
    for (const type of types) eachName(type, ident => found.push({ text: ident.text, ...spanOf(base, ident) }));
  };
  add(member.start, typesIn(member.unit));
  for (const { resource, func, offset } of analysis.scope.outline.functions)
    if (resource === name && func && funcOf(member.unit) !== func) add(start + offset, typesOfFunction(func));
  return found;
}

/** Whether its interface mentions a type outside of what moves. */
export function isMentionedElsewhere({ from, mentions }: MovedItem, name: string): boolean {
  const inMoved = mentions.filter(({ text }) => text === name).length;
  let all = 0;
  const { types, functions } = from.analysis.scope.outline;
  const count = (of: ReturnType<typeof typesIn>): void => {
    for (const type of of) eachName(type, ident => (all += ident.text === name ? 1 : 0));
  };
  for (const { unit } of types) count(typesIn(unit));
  for (const { func } of functions) if (func) count(typesOfFunction(func));
  return all > inMoved;
}

/** Its text with its documentation, its lines behind the first indented by `indent`; `names` are those that types have there. */
export function movedText(
  { member, from, mentions }: MovedItem,
  names: ReadonlyMap<string, string>,
  indent: string,
): string {
  const { text } = from.file.source;
  const { start, span } = member;
  const first = start + docsStart(text.slice(start, span.start), startsItsLine(text, span.start));
  let moved = "";
  let at = first;
  for (const mention of [...mentions].sort((a, b) => a.start - b.start)) {
    const name = names.get(mention.text);
    if (name === undefined || name === mention.text) continue;
    moved += text.slice(at, mention.start) + written(name);
    at = mention.end;
  }
  return reindented(moved + text.slice(at, span.end), indentAt(text, span.start), indent);
}
