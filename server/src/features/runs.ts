// Runs: `use`s and `include`s that stand one behind the other, which editors fold and select together.
import type { Span } from "../base/span.ts";
import { type Container, isContainer, type Member, unitOf } from "../syntax/ast.ts";
import type { PlacedMember } from "./locate.ts";

/** The runs of a container, from their first token to their last; UTF-16 offsets that count from the container. */
export function runsOf(container: Container): readonly Span[] {
  const found: Span[] = [];
  let first = -1;
  for (let i = 0; i <= container.members.length; i++) {
    const member = container.members[i];
    if (member && bringsIn(member)) {
      if (first < 0) first = i;
      continue;
    }
    if (first >= 0 && i > first + 1) found.push(run(container, first, i - 1));
    first = -1;
  }
  return found;
}

function bringsIn(member: Member): boolean {
  return !isContainer(member) && (member.kind === "use" || member.kind === "top-use" || member.kind === "include");
}

function run(container: Container, first: number, last: number): Span {
  const begin = unitOf(container.members[first]!)!;
  const end = unitOf(container.members[last]!)!;
  return { start: container.starts[first]! + begin.start, end: container.starts[last]! + end.end };
}

/** The run that a member belongs to; UTF-16 offsets of the file. */
export function runAround({ member, start, around }: PlacedMember): Span | undefined {
  const outer = around.at(-1);
  if (!outer || !bringsIn(member)) return undefined;
  const at = start - outer.start;
  const found = runsOf(outer.container).find(r => r.start <= at + (unitOf(member)?.start ?? 0) && at < r.end);
  return found && { start: outer.start + found.start, end: outer.start + found.end };
}
