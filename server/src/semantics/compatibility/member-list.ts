// The members of an interface that a comparison must look at, by name.
import type { Span } from "../../base/span.ts";
import type { Unit } from "../../syntax/ast.ts";
import { leadingDocs } from "../../syntax/docs.ts";
import type { Holder } from "../holders.ts";
import type { Declared, FuncDecl } from "../outline.ts";
import type { TypeEntry } from "../type-scope.ts";
import { named } from "./change.ts";
import { functionName } from "./functions.ts";

interface MemberBase {
  /** Its name. */
  readonly word: string;
  /** As people call it: "type `t`", "`f`". */
  readonly title: string;
  /** Its name's place; UTF-16 offsets of the container, as all of these. */
  readonly name: Span;
  readonly unit: Unit;
  /** The whole member, its comments left out. */
  readonly span: Span;
  /** Where the comments in front of it start, or else itself. */
  readonly comments: number;
}

export type Member =
  | (MemberBase & { readonly kind: "type"; readonly entry: TypeEntry })
  | (MemberBase & { readonly kind: "function"; readonly decl: FuncDecl });

export type Members = ReadonlyMap<string, Member>;

/**
 * The members of two holders, by a key that tells types and functions apart. Where names mean the same on both sides
 * (`alike`), members with the same text at the start and the end of both lists are left out: they are the same.
 */
export function membersToCompare(was: Holder, now: Holder, alike: boolean): readonly [was: Members, now: Members] {
  const [old, outline] = [was.analysis.scope.outline, now.analysis.scope.outline];
  const types = alike ? unlike(old.types, outline.types) : ([old.types, outline.types] as const);
  const functions = alike ? unlike(old.functions, outline.functions) : ([old.functions, outline.functions] as const);
  const members = ({ analysis: { scope } }: Holder, side: 0 | 1): Members => {
    const found = new Map<string, Member>();
    // What is used of elsewhere may be another although the text is the same.
    for (const { unit } of scope.outline.uses)
      for (const { name, alias } of unit.names) addType(found, scope.entries.get((alias ?? name).text));
    for (const { name } of types[side]) addType(found, scope.entries.get(name.text));
    for (const decl of functions[side]) addFunction(found, decl);
    return found;
  };
  return [members(was, 0), members(now, 1)];
}

/** Both lists without the members at their starts and ends that have the same text. */
function unlike<D extends Declared<Unit>>(was: readonly D[], now: readonly D[]): readonly [readonly D[], readonly D[]] {
  const least = Math.min(was.length, now.length);
  let start = 0;
  while (start < least && isSameUnit(was[start]!.unit, now[start]!.unit)) start++;
  let end = 0;
  while (end < least - start && isSameUnit(was.at(-1 - end)!.unit, now.at(-1 - end)!.unit)) end++;
  return [was.slice(start, was.length - end), now.slice(start, now.length - end)];
}

export function isSameUnit(a: Unit, b: Unit): boolean {
  return a === b || a.text === b.text;
}

function addType(to: Map<string, Member>, entry: TypeEntry | undefined): void {
  if (!entry) return;
  const { unit, offset } = entry.kind === "use" ? entry.use : entry.decl;
  const body = entry.kind === "def" ? entry.decl.body : undefined;
  const span = { start: offset + unit.start, end: offset + (body ? body.length : unit.end) };
  const name = { start: entry.start, end: entry.end };
  const comments = offset + commentsStart(unit);
  to.set(`type ${entry.name}`, {
    kind: "type",
    word: entry.name,
    title: `type ${named(entry.name)}`,
    name,
    unit,
    span,
    comments,
    entry,
  });
}

function addFunction(to: Map<string, Member>, decl: FuncDecl): void {
  const { unit, offset } = decl;
  const span = { start: offset + unit.start, end: offset + unit.end };
  const name = { start: offset + decl.name.start, end: offset + decl.name.end };
  const comments = offset + commentsStart(unit);
  const key = `function ${decl.mangled}`;
  if (!to.has(key))
    to.set(key, {
      kind: "function",
      word: decl.name.text,
      title: functionName(decl),
      name,
      unit,
      span,
      comments,
      decl,
    });
}

/** Where a unit starts with the comments in front of it; an offset of the unit. */
export function commentsStart(unit: Unit): number {
  return leadingDocs(unit)?.start ?? unit.start;
}
