// How deep a line is indented, by what is open in front of it; also in text that is only half typed.
import { type Container, isContainer, lengthOf, type Member, unitOf } from "../../syntax/ast.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import { containersAt } from "../locate.ts";
import { type Atom, atomsIn, isComment } from "./atoms.ts";
import { attributeEnd } from "./item.ts";

/** Levels of a line whose first text stands, or will stand, at an offset; undefined where nothing is known: in a comment, or where an item goes on. */
export function levelAt(file: ParsedFile, offset: number): number | undefined {
  const { text } = file.source;
  const around = containersAt(file, offset);
  const { container, start } = around.at(-1)!;
  const depth = around.length - 1;
  const index = container.starts.findLastIndex(at => start + at < offset);
  const member = container.members[index];
  const from = start + (container.starts[index] ?? 0);
  const unit = member && unitOf(member);
  if (inComment(text, from, unit ? from + unit.end : start + container.length, offset)) return undefined;
  if (unit && from + unit.start < offset)
    return inItem(text, from + unit.start, from + lengthOf(member), offset, depth);
  if (!member && text[offset] === "}" && container.head) return depth - 1;
  return behind(text, container, start, index - 1, offset, depth);
}

function inComment(text: string, from: number, to: number, offset: number): boolean {
  const start = from === 0 && text.charCodeAt(0) === 0xfeff ? 1 : from;
  return atomsIn(text, start, to).some(atom => isComment(atom) && atom.start < offset && offset < atom.end);
}

/** The level behind a member: as deep as what it leaves open. */
function behind(
  text: string,
  container: Container,
  start: number,
  index: number,
  offset: number,
  depth: number,
): number | undefined {
  const before: Member | undefined = container.members[index];
  const from = start + (container.starts[index] ?? 0);
  if (!before) return depth;
  if (isContainer(before))
    return before.closed ? depth : behind(text, before, from, before.members.length - 1, offset, depth + 1);
  return before.problems.length === 0 ? depth : inItem(text, from + before.start, from + before.end, offset, depth);
}

function inItem(text: string, from: number, to: number, offset: number, depth: number): number | undefined {
  const tokens = atomsIn(text, from, to).filter(atom => !isComment(atom));
  const before = tokens.filter(atom => atom.end <= offset);
  const next = tokens[before.length];
  const open = openBrackets(before);
  if (open > 0) return depth + open - (next?.start === offset && isCloser(next) ? 1 : 0);
  return endsAttributes(before) ? depth : undefined;
}

function openBrackets(tokens: readonly Atom[]): number {
  let open = 0;
  for (const { kind } of tokens) {
    if (kind === "{" || kind === "(" || kind === "<") open++;
    else if (open > 0 && (kind === "}" || kind === ")" || kind === ">")) open--;
  }
  return open;
}

function isCloser({ kind }: Atom): boolean {
  return kind === "}" || kind === ")" || kind === ">";
}

/** Whether all of it is attributes, so that what follows them starts a line of the same level. */
function endsAttributes(tokens: readonly Atom[]): boolean {
  let i = 0;
  while (tokens[i]?.kind === "@") i = attributeEnd(tokens, i) + 1;
  return i > 0 && i === tokens.length;
}
