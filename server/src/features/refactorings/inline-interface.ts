// An interface that is written in a world becomes one of the package, and the other way round.
import type { ExternUnit, HeadUnit } from "../../syntax/ast.ts";
import { isContainer } from "../../syntax/ast.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import { takenNames } from "../completion/taken.ts";
import { removeMember } from "../edits/remove.ts";
import { indentAt, lineBreak, plain, reindented, startsItsLine, written } from "../edits/words.ts";
import { insertAt, memberWithUnit, type ProblemMember, replace } from "../fixes/fix.ts";
import { memberAt } from "../locate.ts";
import { references } from "../references.ts";
import { docsStart, insertionBefore, isWhole } from "./places.ts";
import {
  hasErrors,
  isOff,
  type Refactoring,
  type RefactoringContext,
  type Selected,
  selectedMember,
} from "./refactoring.ts";

/** At the head of an interface in a world: an interface in front of the world, which is imported or exported by name. */
export function nameInterface(c: RefactoringContext): Refactoring | undefined {
  const selected = selectedMember(c);
  if (!selected || !isWhole(selected.member)) return undefined;
  const { member, home } = selected;
  const { unit } = member;
  const world = member.around.at(-1);
  if (!isExtern(unit) || !unit.inline || !unit.name || !isContainer(member.member) || !world?.container.head)
    return undefined;
  const name = unit.name.text;
  if (isTaken(home, name)) return undefined;
  return {
    title: `Make \`${name}\` an interface of the package`,
    kind: "rewrite",
    edits: () => {
      const { text } = c.file.source;
      const holder = memberWithUnit({
        member: world.container,
        start: world.start,
        around: member.around.slice(0, -1),
      });
      if (!holder) return [];
      const place = insertionBefore(c.file, holder);
      const indent = indentAt(text, place.before);
      const from = docsBefore(c.file, member);
      const docs = text.slice(
        from,
        member.span.start + (member.unit.attributes.at(-1)?.end ?? unit.start) - unit.start,
      );
      const apart = docs.trim() === "" ? "" : docs + gapBehind(text, from + docs.length);
      const whole = `${apart}interface ${written(name)} {${bodyOf(c.file, member)}`;
      const moved = reindented(whole, indentAt(text, member.span.start), indent);
      const newline = lineBreak(text);
      const edits = [
        insertAt(place.at, `${moved}${newline}${newline}${indent}`),
        replace(
          { start: from, end: member.span.end },
          `${attributesText(c.file, member)}${unit.kind} ${written(name)};`,
        ),
      ];
      return [{ uri: c.file.source.uri, edits }];
    },
  };
}

/** At an import or export of an interface of the same file that nothing else names: it is written there. */
export function inlineInterface(c: RefactoringContext): Refactoring | undefined {
  const selected = selectedMember(c);
  // An interface that is switched off must gate its types as well.
  if (!selected || isOff(c, selected.member)) return undefined;
  const { member, home } = selected;
  const { unit } = member;
  if (!isExtern(unit) || unit.name || !unit.path || unit.path.package) return undefined;
  const found = soleInterface(c, selected, unit);
  if (!found) return undefined;
  const name = unit.path.name.text;
  if (takenNames(home.analysis).has(name)) return undefined;
  if (unit.attributes.length > 0 && found.unit.attributes.length > 0) return undefined;
  return {
    title: `Write \`${name}\` in the world`,
    kind: "inline",
    edits: () => {
      const { text } = c.file.source;
      const from = docsBefore(c.file, found);
      const before = text.slice(from, found.span.start);
      const attributes = attributesText(c.file, found);
      const body = reindented(
        bodyOf(c.file, found),
        indentAt(text, found.span.start),
        indentAt(text, member.span.start),
      );
      const lead = reindented(before + attributes, indentAt(text, found.span.start), indentAt(text, member.span.start));
      const end = member.span.start - unit.start;
      const keyword = end + text.slice(end, member.span.end).lastIndexOf(unit.kind, unit.path!.start);
      const edits = [
        removeMember(c.file, found),
        insertAt(docsBefore(c.file, member), lead),
        replace({ start: keyword, end: member.span.end }, `${unit.kind} ${written(name)}: interface {${body}`),
      ];
      return [{ uri: c.file.source.uri, edits }];
    },
  };
}

function isExtern(unit: ProblemMember["unit"]): unit is ExternUnit {
  return unit.kind === "import" || unit.kind === "export";
}

/** Whether the package or the file has something of a name. */
function isTaken({ pkg }: Selected["home"], name: string): boolean {
  return [pkg.names.items, ...pkg.names.scopes.values()].some(names => names.has(name));
}

/** The interface of the same part of the file that an import names, where that is the only place that does. */
function soleInterface(
  c: RefactoringContext,
  { member, home }: Selected,
  unit: ExternUnit,
): (ProblemMember & { readonly unit: HeadUnit }) | undefined {
  const item = home.pkg.items.get(plain(unit.path!.name.text));
  if (item?.item.item.kind !== "interface" || item.item.scope !== home.scope) return undefined;
  const { offset, name } = item.item.item;
  const at = home.scope.offset + offset + name.start;
  const found = memberWithUnit(memberAt(c.file, at));
  if (found?.unit.kind !== "interface" || !isWhole(found) || hasErrors(c.root, c.file, found.span)) return undefined;
  const path = member.start + unit.path!.name.start;
  const only = references(c.root, c.file, at, c.roots).every(
    ({ uri, span }) => uri === c.file.source.uri && (span.start === path || span.start === at),
  );
  return only ? { ...found, unit: found.unit } : undefined;
}

/** What stands behind the opening brace of a container, its closing brace with it. */
function bodyOf({ source: { text } }: ParsedFile, { member, start }: ProblemMember): string {
  if (!isContainer(member)) return "";
  return text.slice(start + member.starts[0]!, start + member.length);
}

function docsBefore({ source: { text } }: ParsedFile, { start, span }: ProblemMember): number {
  return start + docsStart(text.slice(start, span.start), startsItsLine(text, span.start));
}

/** The attributes with the white space behind them. */
function attributesText({ source: { text } }: ParsedFile, { unit, start }: ProblemMember): string {
  const last = unit.attributes.at(-1);
  if (!last) return "";
  return text.slice(start + unit.start, start + last.end) + gapBehind(text, start + last.end);
}

function gapBehind(text: string, offset: number): string {
  return /^\s*/.exec(text.slice(offset))![0];
}
