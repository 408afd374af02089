// Rules that look at each member of a container by itself. What they found is kept for the members that an edit left
// alone, as long as the members' surroundings are the same.
import { memo, sameItems } from "../base/memo.ts";
import type { Container, Member, Unit } from "../syntax/ast.ts";
import { isContainer, lengthOf, sharedMembers } from "../syntax/ast.ts";
import type { CheckContext, Rule } from "./checks/rule.ts";
import { factsOf } from "./facts.ts";
import { sinceOf } from "./gates.ts";
import type { Lint } from "./lints/lint.ts";
import { type Declared, mentionedTypes, type Outline } from "./outline.ts";
import type { Anchor, Declaration, Finding } from "./problem.ts";
import { targetInputs } from "./targets.ts";
import { type TypeEntry, type TypeScope, type UsedEntry, unitOfEntry } from "./type-scope.ts";
import { unfinishedNames } from "./unfinished.ts";

/** What the rules found in a container's members, and what that depends on besides the members themselves. */
export interface MemberFindings {
  readonly container: Container;
  readonly scope: TypeScope;
  readonly packageKey: string;
  readonly versionKnown: boolean;
  readonly others: CheckContext["others"];
  /** Facts of all members; those of members that are gone may be among them. */
  readonly facts: number;
  /** Those of rules that look at a member alone, and those of rules that look at its scope too. */
  readonly alone: readonly Finding[];
  readonly scoped: readonly Finding[];
}

/** The rules and lints that may find something where the facts are these (see facts.ts). */
export type Checks = (facts: number) => readonly Check[];

type Check = (c: CheckContext) => void;

/** The few combinations of facts that there are in a workspace lead to the same checks each time. */
export function checksOf(all: readonly (Pick<Rule, "needs" | "check"> | Pick<Lint, "needs" | "check">)[]): Checks {
  const known = new Map<number, readonly Check[]>();
  return facts => {
    const before = known.get(facts);
    if (before) return before;
    const checks = all.flatMap(({ needs, check }) =>
      check && (needs === undefined || (needs & facts) !== 0) ? [check] : [],
    );
    known.set(facts, checks);
    return checks;
  };
}

/**
 * Checks the members that differ from those of an earlier state with the same features, and for rules that look at the
 * scope those too that name what differs there. What is found in the head goes to `c.report`.
 */
export function memberFindings(
  c: CheckContext,
  alone: Checks,
  scoped: Checks,
  before: MemberFindings | undefined,
): MemberFindings {
  const { container, scope, packageKey, versionKnown, others } = c;
  const change = before && samePackage(before, c) ? changed(before.container, container) : undefined;
  if (!before || !change) {
    const facts = factsOf(c.outline);
    const state = { container, scope, packageKey, versionKnown, others, facts };
    return { ...state, alone: findings(c, facts, alone, none), scoped: findings(c, facts, scoped, none) };
  }
  const inside = ({ offset }: Place): boolean => offset >= change.from && offset < change.to;
  const some = part(c, inside);
  const facts = factsOf(some.outline) | before.facts;
  const names = sameSurroundings(before, c) ? changedNames(before.scope, scope) : undefined;
  const keep = (found: readonly Finding[]): readonly Finding[] => kept(found, change, before.container, container);
  return {
    container,
    scope,
    packageKey,
    versionKnown,
    others,
    facts,
    alone: findings(some, facts, alone, keep(before.alone)),
    scoped: names
      ? scopedFindings(
          facts,
          scoped,
          keep(before.scoped),
          names.size === 0 ? some : part(c, d => inside(d) || mentions(d, names)),
        )
      : findings(c, facts, scoped, none),
  };
}

const none: readonly Finding[] = [];

/** A member; `offset` is where it starts in the container. */
type Place = Declared<Unit>;

/** What rules find in some of the members, and what they found in the others. */
function scopedFindings(
  facts: number,
  checks: Checks,
  known: readonly Finding[],
  some: CheckContext,
): readonly Finding[] {
  if (known.length === 0) return findings(some, facts, checks, known);
  const again: Place[] = [...some.outline.uses, ...some.outline.types, ...some.functions];
  const isNew = ({ start }: Finding): boolean =>
    again.some(({ unit, offset }) => start >= offset && start < offset + unit.text.length);
  return findings(
    some,
    facts,
    checks,
    known.filter(finding => !isNew(finding)),
  );
}

/** Whether a member names one of `names`, or declares or uses it. */
function mentions({ unit }: Place, names: ReadonlySet<string>): boolean {
  if (unit.kind === "use") return unit.names.some(({ name, alias }) => names.has((alias ?? name).text));
  const holder = "func" in unit ? unit.func : unit.kind === "type" || "fields" in unit ? unit : undefined;
  if (!holder) return false;
  const mentioned = mentionedTypes(holder);
  for (let i = 0; i < mentioned.length; i++) if (names.has(mentioned[i]!.text)) return true;
  return false;
}

function findings(c: CheckContext, facts: number, checks: Checks, known: readonly Finding[]): readonly Finding[] {
  const found: Finding[] = [];
  const report = (finding: Finding): void => {
    if (finding.start < c.container.starts[0]!) c.report(finding);
    else found.push(finding);
  };
  runChecks({ ...c, report }, checks(facts));
  return known.length === 0 ? found : [...known, ...found];
}

export function runChecks(c: CheckContext, checks: readonly Check[]): void {
  for (let i = 0; i < checks.length; i++) checks[i]!(c);
}

/** Whether the package is called what it was, and mentions the same others. */
function samePackage(before: MemberFindings, c: CheckContext): boolean {
  const sameName = before.packageKey === c.packageKey && before.versionKnown === c.versionKnown;
  return sameName && sameItems(before.others, c.others);
}

/** Whether all that members can read around them, but for the types that they can name, is as it was. */
function sameSurroundings(before: MemberFindings, c: CheckContext): boolean {
  // What a world's members read of what they import is not among its types.
  if (c.container.kind === "world") return false;
  if (unfinishedNames(before.container) !== unfinishedNames(c.container)) return false;
  // What is said of a name that is missing depends on the functions that there are.
  return before.scoped.length === 0 || functionNames(before.container) === functionNames(c.container);
}

/** The names of types of which something else is known now. */
function changedNames({ entries: old }: TypeScope, { entries: now }: TypeScope): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [name, entry] of now) {
    const before = old.get(name);
    if (before === undefined || !sameEntry(before, entry)) names.add(name);
  }
  if (old.size + names.size > now.size) for (const name of old.keys()) if (!now.has(name)) names.add(name);
  return names;
}

function sameEntry(a: TypeEntry, b: TypeEntry): boolean {
  if (a.kind !== b.kind || a.bits !== b.bits || a.gate !== b.gate) return false;
  const [unit, now] = [unitOfEntry(a), unitOfEntry(b)];
  if (unit !== now && sinceOf(unit) !== sinceOf(now)) return false;
  return a.kind !== "use" || b.kind !== "use" || sameItems(observed(a), observed(b));
}

function observed({ target, useName }: UsedEntry): readonly unknown[] {
  return targetInputs(target, "use", [useName]);
}

const functionNames: (container: Container) => string = memo(container =>
  container.members.map(member => (!isContainer(member) && member.kind === "func" ? member.name?.text : "")).join(" "),
);

/** Where a container differs from an earlier state: container offsets, `oldTo` of the earlier state; what stood there is at `to` now. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly oldTo: number;
}

function changed(old: Container, now: Container): Change | undefined {
  if (old.head !== now.head || old.kind !== now.kind) return undefined;
  const most = Math.min(old.members.length, now.members.length);
  const first = sharedMembers(old, now);
  let behind = 0;
  while (behind < most - first && old.members.at(-1 - behind) === now.members.at(-1 - behind)) behind++;
  const [oldEnd, end] = [old.members.length - behind, now.members.length - behind];
  const inner = oldEnd === first + 1 && end === first + 1 ? changedInside(old, now, first) : undefined;
  if (inner) return inner;
  const [before, after] = [first < oldEnd && old.members[first], first < end && now.members[first]];
  const same = before && after ? sameInFront(before, after) : 0;
  return { from: now.starts[first]! + same, to: now.starts[end]!, oldTo: old.starts[oldEnd]! };
}

/** How far two members are the same: where one closes elsewhere than the other, as while a brace is typed, up to what it gained or lost. */
function sameInFront(old: Member, now: Member): number {
  if (!isContainer(old) || !isContainer(now) || old.kind !== now.kind || old.head !== now.head) return 0;
  return now.starts[sharedMembers(old, now)]!;
}

/** The change inside the one member that differs, a container with the same head; undefined where its end differs, too. */
function changedInside(old: Container, now: Container, index: number): Change | undefined {
  const [before, after] = [old.members[index]!, now.members[index]!];
  const start = now.starts[index]!;
  const inner = isContainer(before) && isContainer(after) ? changed(before, after) : undefined;
  // What stands behind the member must have moved by as much as what stands behind the change.
  if (inner && inner.to - inner.oldTo !== lengthOf(after) - lengthOf(before)) return undefined;
  return inner && { from: inner.from + start, to: inner.to + start, oldTo: inner.oldTo + start };
}

/** The context with some of the members to be checked. */
function part(c: CheckContext, isPart: (declared: Place) => boolean): CheckContext {
  const { container, mentions, uses, types, functions, externs, includes } = c.outline;
  const outline: Outline = {
    container,
    uses: uses.filter(isPart),
    types: types.filter(isPart),
    functions: functions.filter(isPart),
    externs: externs.filter(isPart),
    includes: includes.filter(isPart),
    mentions,
  };
  return {
    ...c,
    outline,
    functions: c.functions === c.scope.outline.functions ? outline.functions : c.functions.filter(isPart),
  };
}

/** Earlier findings outside of the change, where they stand now. */
function kept(
  findings: readonly Finding[],
  { from, to, oldTo }: Change,
  old: Container,
  now: Container,
): readonly Finding[] {
  return findings.flatMap(finding => {
    if (finding.start >= from && finding.start < oldTo) return [];
    return [movedTo(finding, finding.start < from ? 0 : to - oldTo, old, now)];
  });
}

function movedTo(finding: Finding, by: number, old: Container, now: Container): Finding {
  const moved = (place: Anchor | Declaration): Anchor | Declaration =>
    "container" in place && place.container === old
      ? { container: now, start: place.start + by, end: place.end + by }
      : place;
  return {
    ...finding,
    start: finding.start + by,
    end: finding.end + by,
    at: finding.at < 0 ? finding.at : finding.at + by,
    ...(finding.related
      ? { related: finding.related.map(({ message, place }) => ({ message, place: moved(place) })) }
      : {}),
  };
}
