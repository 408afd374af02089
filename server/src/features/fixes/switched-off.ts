// Something that is there names something that is switched off: both get the gate, or neither.
import { featureOf, gateOf } from "../../semantics/gates.ts";
import { eachName } from "../../semantics/outline.ts";
import type { ItemAnalysis } from "../../semantics/package.ts";
import { packageKey } from "../../semantics/packages.ts";
import { itemById } from "../../semantics/symbol-lookup.ts";
import type { TypeEntry } from "../../semantics/type-scope.ts";
import type { Unit } from "../../syntax/ast.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { indentAt, lineBreak, plain, startsItsLine } from "../edits/words.ts";
import {
  type Fix,
  type FixContext,
  type FixRule,
  fixHere,
  fixIn,
  type Home,
  homeAt,
  insertAt,
  isOwn,
  type ProblemMember,
  problemMember,
  underlined,
} from "./fix.ts";
import { typesIn } from "./parts.ts";

/** What is switched off: where it is declared, and by which feature. */
interface Gated {
  readonly file: ParsedFile;
  /** Where its unit starts in the file. */
  readonly start: number;
  readonly unit: Unit;
  readonly name: string;
  readonly feature: string;
}

export const gateBoth: FixRule = { codes: ["gated-off", "unresolved-path"], fix: mendMention };

function mendMention(c: FixContext): readonly Fix[] {
  const member = problemMember(c);
  const home = homeAt(c);
  const gated = member && home && gatedAt(c, home, member);
  if (!member || !home || !gated) return [];
  const own = member.start === gated.start && c.file === gated.file;
  const gating = own || isGated(member.unit) ? [] : [gateUsers(c, home, member, gated)];
  const removal = ungate(c, gated, gating.length === 0 || gating[0]!.preferred !== true);
  return [...gating, ...removal];
}

function isGated(unit: Unit): boolean {
  return unit.attributes.some(a => a.kind === "unstable");
}

/** What the problem's name stands for: a type, or what a path names. */
function gatedAt(c: FixContext, home: Home, member: ProblemMember): Gated | undefined {
  const name = plain(underlined(c));
  const { unit } = member;
  if ("path" in unit && unit.path) {
    const target = home.analysis.targetAt(member.start - home.base + unit.path.start);
    const item = "id" in target ? itemById(c.root, target.id) : undefined;
    const used = unit.kind === "use" && item ? item.analysis.scope.entries.get(name) : undefined;
    if (item && used) return gatedEntry(c, used, item.item.scope.file, item.item.scope.offset + item.item.item.offset);
    const hidden = item ?? (unit.path.package && c.root.byKey.get(packageKey(unit.path.package))?.items.get(name));
    return hidden && gatedItem(hidden);
  }
  const direct = home.analysis.scope.entries.get(name);
  const head = member.around.at(-1)!.container.head;
  const resource = head?.kind === "resource" && head.name ? home.analysis.scope.entries.get(head.name.text) : undefined;
  const entry = [direct, mentionedOff(home, member), resource].find(e => e?.gate === "off");
  return entry && gatedEntry(c, entry, c.file, home.base);
}

/** The first switched-off type that an item mentions. */
function mentionedOff({ analysis }: Home, { unit }: ProblemMember): TypeEntry | undefined {
  let found: TypeEntry | undefined;
  for (const type of typesIn(unit))
    eachName(type, name => {
      const entry = analysis.scope.entries.get(name.text);
      if (entry?.gate === "off") found ??= entry;
    });
  return found;
}

function gatedEntry(_: FixContext, entry: TypeEntry, file: ParsedFile, base: number): Gated | undefined {
  const { unit, offset } = entry.kind === "def" ? entry.decl : entry.use;
  const feature = featureOf(unit.attributes);
  return feature === undefined ? undefined : { file, start: base + offset, unit, name: entry.name, feature };
}

function gatedItem({ item: { item, scope } }: ItemAnalysis): Gated | undefined {
  const feature = featureOf(item.head.attributes);
  return feature === undefined
    ? undefined
    : { file: scope.file, start: scope.offset + item.offset, unit: item.head, name: item.name.text, feature };
}

/** The gate on what names it, and on what names that in turn within the same interface. */
function gateUsers(c: FixContext, home: Home, member: ProblemMember, gated: Gated): Fix {
  const users = usersOf(home, member);
  const edits = users.map(start => gateAt(c.file, start, gated.feature));
  const what = users.length === 1 ? "here too" : `here and on ${users.length - 1} more that name it`;
  const outside = usedOutside(c, home, member);
  return fixHere(c, `Put \`@unstable(feature = ${gated.feature})\` ${what}`, edits, !outside);
}

/** An attribute on a line of its own, or in front of what shares its line with others. */
function gateAt({ source: { text } }: ParsedFile, start: number, feature: string): TextEdit {
  const apart = startsItsLine(text, start) ? lineBreak(text) + indentAt(text, start) : " ";
  return insertAt(start, `@unstable(feature = ${feature})${apart}`);
}

/** Where the units start that need the gate: the member's, and those without one that name what it defines. */
function usersOf({ analysis, base }: Home, member: ProblemMember): readonly number[] {
  const starts = [member.start + member.unit.start];
  const names =
    member.unit.kind === "use" ? member.unit.names.map(n => (n.alias ?? n.name).text) : definedBy(member.unit);
  const waiting = new Set(names);
  const { types, functions, externs } = analysis.scope.outline;
  for (const name of waiting) {
    for (const { unit, offset } of [...types, ...functions, ...externs.filter(e => e.unit.func)]) {
      const start = base + offset + unit.start;
      if (starts.includes(start) || isGated(unit)) continue;
      let mentions = false;
      for (const type of typesIn(unit)) eachName(type, n => (mentions ||= n.text === name));
      if (!mentions) continue;
      starts.push(start);
      for (const defined of definedBy(unit)) waiting.add(defined);
    }
  }
  return starts;
}

function definedBy(unit: Unit): readonly string[] {
  const isType = unit.kind === "type" || unit.kind === "resource" || "fields" in unit;
  return isType && unit.name ? [unit.name.text] : [];
}

/** Whether another interface or world uses what the member defines. */
function usedOutside(c: FixContext, home: Home, { unit }: ProblemMember): boolean {
  const names = new Set(definedBy(unit));
  if (names.size === 0) return false;
  return c.root.packages.some(pkg =>
    [...pkg.items.values()].some(({ analysis }) =>
      [...analysis.scope.entries.values()].some(
        e => e.kind === "use" && "id" in e.target && e.target.id === home.item.id && names.has(e.useName.name.text),
      ),
    ),
  );
}

/** The gate away from what is switched off. */
function ungate(c: FixContext, { file, start, unit, name }: Gated, preferred: boolean): readonly Fix[] {
  const attribute = unit.attributes.find(a => a.kind === "unstable");
  if (!attribute || !isOwn(c, file)) return [];
  const alone = !unit.attributes.some(a => a.kind === "since");
  const gone = unit.attributes.filter(a => a === attribute || (alone && a.kind === "deprecated"));
  const edits = gone.map(a => {
    const end = start + a.end;
    return { start: start + a.start, end: end + /^\s*/.exec(file.source.text.slice(end))![0].length, insert: "" };
  });
  return [fixIn(file, `Remove the gate of \`${name}\``, edits, preferred)];
}

export const gateTypes: FixRule = { codes: ["gated-owner"], fix: mendOwner };

/** The interface's gate on each of its types, or away from the interface. */
function mendOwner(c: FixContext): readonly Fix[] {
  const home = homeAt(c);
  const head = home?.analysis.container.head;
  const feature = head && featureOf(head.attributes);
  if (!home || !head || feature === undefined) return [];
  const name = "name" in head && head.name && "text" in head.name ? head.name.text : head.kind;
  const open = new Set(
    home.analysis.scope.order
      .filter(e => e.gate !== "off")
      .map(e => (e.kind === "def" ? e.decl : e.use))
      .filter(d => !isGated(d.unit))
      .map(d => home.base + d.offset + d.unit.start),
  );
  const edits = [...open].map(start => gateAt(c.file, start, feature));
  const wanted = usedElsewhere(c, home);
  const gating = fixHere(c, `Put the gate on each type of \`${name}\` too`, edits, !wanted);
  return [gating, ...ungate(c, { file: c.file, start: home.base, unit: head, name, feature }, wanted)];
}

/** Whether something that is there uses the interface, or includes the world. */
function usedElsewhere(c: FixContext, home: Home): boolean {
  return c.root.packages.some(pkg =>
    [...pkg.items.values()].some(({ analysis }) =>
      [analysis, ...analysis.bodies.values()].some(({ scope, targetAt }) =>
        scope.outline.mentions.some(({ path, offset, attributes }) => {
          const target = targetAt(offset + path.start);
          return "id" in target && target.id === home.item.id && gateOf(attributes, c.root.features) !== "off";
        }),
      ),
    ),
  );
}
