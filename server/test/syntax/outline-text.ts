// A parsed file as a short text, for tests: its members by kind and name, with `!` where a member has a mistake.
import { type Container, isContainer, type Member, type Unit } from "../../src/syntax/ast.ts";
import type { ParsedFile } from "../../src/syntax/file.ts";

/** `package a:b; interface i { func f; type t! }`. An unclosed container ends with `…`. */
export function outlineText(file: ParsedFile): string {
  return membersText(file.root);
}

function membersText(container: Container): string {
  return container.members.map(memberText).join(" ");
}

function memberText(member: Member): string {
  if (!isContainer(member)) return `${unitText(member)};`;
  const members = membersText(member);
  return `${member.head ? unitText(member.head) : member.kind} {${members && ` ${members} `}${member.closed ? "}" : "…"}`;
}

function unitText(unit: Unit): string {
  const name = nameOf(unit);
  return `${unit.kind}${name && ` ${name}`}${unit.problems.length > 0 ? "!" : ""}`;
}

function nameOf(unit: Unit): string {
  if ("name" in unit && unit.name)
    return "text" in unit.name ? unit.name.text : unit.text.slice(unit.name.start, unit.name.end);
  return "path" in unit && unit.path ? unit.path.name.text : "";
}
