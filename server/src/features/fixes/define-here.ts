// A `use` that can't be had: the types are defined where they are needed, or their package is sketched in the file.
import { removeElement, removeMember } from "../edits/remove.ts";
import { indentAt, levelIn, lineBreak } from "../edits/words.ts";
import {
  type Fix,
  type FixContext,
  type FixRule,
  fixHere,
  headSpan,
  homeAt,
  insertAt,
  isOwn,
  problemMember,
} from "./fix.ts";
import { definition, itemText, namedItems } from "./named-items.ts";
import { spanIn } from "./parts.ts";

export const defineHere: FixRule = { codes: ["unresolved-use", "unresolved-path", "missing-package"], fix: define };

/** The types of a `use`, or the one that the interface lacks, defined in its place. */
function define(c: FixContext): Fix | undefined {
  const member = problemMember(c);
  const home = homeAt(c);
  if (member?.unit.kind !== "use" || !home) return undefined;
  const { names } = member.unit;
  const isWrong = (start: number): boolean =>
    c.problem.code !== "unresolved-use" || member.start + start === c.problem.start;
  const wrong = names.filter(n => isWrong(n.name.start));
  const [first] = wrong;
  if (!first) return undefined;
  const { text } = c.file.source;
  const apart = lineBreak(text) + indentAt(text, member.span.start);
  const definitions = wrong.map(n => definition(home.analysis, (n.alias ?? n.name).text));
  const title = `Define ${wrong.map(n => `\`${(n.alias ?? n.name).text}\``).join(", ")} here instead`;
  if (wrong.length === names.length) {
    const { start } = removeMember(c.file, member);
    const insert = text.slice(start, member.span.start) + definitions.join(apart);
    return fixHere(c, title, { start, end: member.span.end, insert });
  }
  const element = spanIn(member, { start: first.name.start, end: (first.alias ?? first.name).end });
  const removal = removeElement(c.file, headSpan(member), element);
  return fixHere(c, title, [removal, insertAt(member.span.end, apart + definitions[0]!)]);
}

export const sketchPackage: FixRule = { codes: ["missing-package"], fix: sketch };

/** A package block with everything that the root names of the package. */
function sketch(c: FixContext): Fix | undefined {
  const key = c.problem.data?.package;
  if (typeof key !== "string" || !isOwn(c, c.file)) return undefined;
  const { text } = c.file.source;
  const newline = lineBreak(text);
  const level = levelIn(text);
  const lines = namedItems(c, key).map(item => `${level}${itemText(item, newline, level, level)}${newline}`);
  const block = `package ${key} {${newline}${lines.join("")}}${newline}`;
  const apart = text.endsWith("\n") ? newline : newline + newline;
  return fixHere(c, `Sketch \`${key}\` in this file`, insertAt(text.length, apart + block));
}
