// How the members of an interface differ from what they were: its types and its functions, each by its name.
import { memo } from "../../base/memo.ts";
import type { Span } from "../../base/span.ts";
import type { Unit } from "../../syntax/ast.ts";
import { filePlace, type Holder } from "../holders.ts";
import type { FuncDecl } from "../outline.ts";
import { isCutShort, isUnfinished, unfinishedNames } from "../unfinished.ts";
import { type Audience, type Breach, type Difference, type ItemChanges, isUnstable, type Restore } from "./change.ts";
import { type Comparison, isCompared } from "./comparison.ts";
import { functionDifferences } from "./functions.ts";
import { isSameUnit, type Member, type Members, membersToCompare } from "./member-list.ts";
import { typeDifferences } from "./types.ts";

interface Pair {
  readonly c: Comparison;
  readonly was: Holder;
  readonly now: Holder;
  readonly audience: Audience;
  /** Whether names mean the same on both sides, as far as members are not compared themselves. */
  readonly alike: boolean;
  readonly before: Members;
  readonly after: Members;
}

/** Compares what two holders have. Breaches are placed in the item of `now`. */
export function memberChanges(c: Comparison, was: Holder, now: Holder, audience: Audience): ItemChanges {
  const alike = isCompared(c, was, now);
  const [before, after] = membersToCompare(was, now, alike);
  const pair: Pair = { c, was, now, audience, alike, before, after };
  const breaches: Breach[] = [];
  for (const [key, old] of before) {
    if (isUnstable(old.unit)) continue;
    const member = after.get(key);
    breaches.push(...(member ? became(pair, old, member) : gone(pair, old)));
  }
  let added: string | undefined;
  for (const [key, member] of after) {
    if (isUnstable(member.unit) || wasThere(before.get(key))) continue;
    if (audience.removed !== undefined && otherKind(member, before, after)) continue;
    const what = `${member.title} is new in ${audience.of}`;
    const without = audience.exporting && `${audience.exporting}: they export ${audience.of} without it`;
    if (without !== undefined) breaches.push(breach(pair, { what, ...member.name }, without, member));
    else added ??= what;
  }
  return { breaches, ...(added === undefined ? {} : { added }) };
}

function wasThere(old: Member | undefined): boolean {
  return old !== undefined && !isUnstable(old.unit);
}

function became(pair: Pair, old: Member, now: Member): readonly Breach[] {
  const { audience } = pair;
  if (isUnstable(now.unit)) {
    if (audience.removed === undefined) return [];
    const what = `${now.title} is \`@unstable\` now, so that tools leave it out`;
    return [breach(pair, { what, ...now.name }, audience.removed, now, old)];
  }
  if (pair.alike && !isUse(now) && isSameUnit(old.unit, now.unit)) return [];
  const found = differences(pair, old, now);
  if (found.length > 0) return found.map(difference => breach(pair, difference, audience.changed, now, old));
  if (audience.exporting === undefined || !isOwnResource(old) || isOwnResource(now)) return [];
  const what = `resource \`${now.word}\` is one of another interface now`;
  return [breach(pair, { what, ...now.name }, `${audience.exporting}: they export one of their own`, now, old)];
}

function differences({ c, was, now }: Pair, old: Member, member: Member): readonly Difference[] {
  if (old.kind === "type" && member.kind === "type")
    return typeDifferences(c, { holder: was, entry: old.entry }, { holder: now, entry: member.entry });
  if (old.kind === "function" && member.kind === "function")
    return functionDifferences(c, { holder: was, decl: old.decl }, { holder: now, decl: member.decl });
  return [];
}

/** Who exports an interface makes its resources; those that it uses come from elsewhere. */
function isOwnResource(member: Member): boolean {
  return member.kind === "type" && member.entry.kind === "def" && member.entry.decl.unit.kind === "resource";
}

function gone(pair: Pair, old: Member): readonly Breach[] {
  const { audience, now, before, after } = pair;
  if (audience.removed === undefined || isHidden(pair, old)) return [];
  const other = otherKind(old, after, before);
  if (other?.kind === "function" && old.kind === "function" && !isUnstable(other.unit)) {
    const what = `${other.title} is ${kindOf(other.decl)} now, not ${kindOf(old.decl)}`;
    return [breach(pair, { what, ...other.name }, audience.changed, other, old)];
  }
  if (old.kind === "function" && old.decl.resource !== undefined && isResourceGone(now, old.decl.resource)) return [];
  const what = `${old.title} is gone from ${audience.of}`;
  return [breach(pair, { what, ...headPlace(now.analysis.container.head) }, audience.removed, undefined, old)];
}

/** With its resource a function goes too, which need not be said. */
function isResourceGone({ analysis: { scope } }: Holder, name: string): boolean {
  const entry = scope.entries.get(name);
  return !entry || (entry.kind === "def" && entry.decl.unit.kind !== "resource");
}

/** The function of the same name and another kind that takes a function's place: a method that became static. */
function otherKind(of: Member, among: Members, others: Members): Member | undefined {
  if (of.kind !== "function") return undefined;
  const found = functionsByWord(among).get(wordOf(of.decl)) ?? [];
  return found.find(({ key, decl }) => decl.mangled !== of.decl.mangled && !others.has(key))?.member;
}

interface FunctionMember {
  readonly key: string;
  readonly decl: FuncDecl;
  readonly member: Member;
}

const functionsByWord: (members: Members) => ReadonlyMap<string, readonly FunctionMember[]> = memo(members => {
  const found = new Map<string, FunctionMember[]>();
  for (const [key, member] of members) {
    if (member.kind !== "function") continue;
    const word = wordOf(member.decl);
    const entry = { key, decl: member.decl, member };
    const known = found.get(word);
    if (known) known.push(entry);
    else found.set(word, [entry]);
  }
  return found;
});

function wordOf({ resource, name }: FuncDecl): string {
  return `${resource ?? ""}.${name.text}`;
}

function kindOf({ kind, func }: FuncDecl): string {
  if (func?.accessor) return `a ${func.accessor}ter`;
  return kind === "free" ? "a plain function" : kind === "static" ? "static" : `a ${kind}`;
}

/** Whether a member that is half typed may be the one that is missed. */
function isHidden({ c, now }: Pair, old: Member): boolean {
  const { container, scope } = now.analysis;
  if (isCutShort(container, c.spilt) || isUnfinished(container, old.word)) return true;
  const resource = old.kind === "function" ? old.decl.resource : undefined;
  const body = scope.outline.types.find(type => type.name.text === resource)?.body;
  return body !== undefined && (!body.closed || unfinishedNames(body).size > 0);
}

/** The name of a container, or of what imports or exports one that is written in place. */
function headPlace(head: Unit | undefined): Span {
  const name = head && "name" in head ? head.name : undefined;
  const { start, end } = name ?? head ?? { start: 0, end: 0 };
  return { start, end };
}

function breach(pair: Pair, at: Difference, whom: string, now?: Member, old?: Member): Breach {
  const { was, now: holder } = pair;
  const { base, analysis, item } = holder;
  const around = [resourceHead(holder, now ?? old), analysis.container.head, item.item.item.head];
  const heads = around.flatMap(unit => unit ?? []);
  const restore = old && !isUse(old) && !(now && isUse(now)) ? restoreOf(pair, old, now) : undefined;
  return {
    what: at.what,
    whom,
    start: base + at.start,
    end: base + at.end,
    units: now ? [now.unit, ...heads] : heads,
    ...(old ? { was: filePlace(was, old.name.start, old.name.end) } : {}),
    ...(restore ? { restore } : {}),
  };
}

function isUse(member: Member): boolean {
  return member.kind === "type" && member.entry.kind === "use";
}

function restoreOf({ was, now: { base } }: Pair, old: Member, now: Member | undefined): Restore {
  const place = filePlace(was, now ? old.span.start : old.comments, old.span.end);
  const resource = old.kind === "function" ? old.decl.resource : undefined;
  return {
    ...place,
    title: old.title,
    into: base,
    ...(resource === undefined ? {} : { resource }),
    ...(now ? { member: moved(now.span, base) } : {}),
  };
}

/** The resource that a function belongs to, as it is now. */
function resourceHead({ analysis }: Holder, member: Member | undefined): Unit | undefined {
  const resource = member?.kind === "function" ? member.decl.resource : undefined;
  const entry = resource === undefined ? undefined : analysis.scope.entries.get(resource);
  return entry?.kind === "def" ? entry.decl.unit : undefined;
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
