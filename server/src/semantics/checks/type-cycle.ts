// A type that holds itself has no size: break the cycle with a resource.
import { memo } from "../../base/memo.ts";
import { circleInWords, cyclesOf, type Edge, shownSteps, startingWith } from "../cycles.ts";
import { mentionedTypes } from "../outline.ts";
import type { DefinedEntry, TypeEntry, TypeScope } from "../type-scope.ts";
import { type CheckContext, here, type Rule, report } from "./rule.ts";

export const typeCycle: Rule = {
  code: "type-cycle",
  severity: "error",
  check: c => {
    const { sorted, defs } = c.scope;
    if (sorted.stuck.size === 0) return;
    const nodes = [...sorted.stuck].sort((a, b) => a - b);
    const index = new Map<TypeEntry, number>(defs.map((def, i) => [def, i]));
    const stepsOf = memo((from: DefinedEntry) => stuckSteps(c.scope, index, from));
    const cycles = cyclesOf(nodes, node => stepsOf(defs[node]!));
    // The reference names the first step of the first definition that could not be ordered.
    const first = stepsOf(defs[nodes.find(node => stepsOf(defs[node]!).length > 0)!]!)[0]!;
    for (const [i, cycle] of cycles.entries()) {
      const closing = cycle.find(({ from }) => i === 0 && from === first.from) ?? cycle[0]!;
      const blamed = i === 0 ? first : closing;
      say(c, startingWith(cycle, closing), defs[blamed.from]!.decl.offset + blamed.start);
    }
  },
};

/** A definition that mentions another that could not be ordered either; `start` and `end` are the mention's, in its unit. */
interface Step extends Edge {
  readonly start: number;
  readonly end: number;
}

function stuckSteps(
  { entries, sorted }: TypeScope,
  index: ReadonlyMap<TypeEntry, number>,
  def: DefinedEntry,
): readonly Step[] {
  const from = index.get(def)!;
  return mentionedTypes(def.decl.unit).flatMap(({ text, start, end }) => {
    const entry = entries.get(text);
    const to = (entry && index.get(entry)) ?? -1;
    return sorted.stuck.has(to) ? [{ from, to, start, end }] : [];
  });
}

function say(c: CheckContext, steps: readonly Step[], at: number): void {
  const def = (index: number): DefinedEntry => c.scope.defs[index]!;
  const related = shownSteps(steps).map(({ from, to, start, end }) => {
    const { name, decl } = def(from);
    return here(c, decl.offset + start, decl.offset + end, `\`${name}\` holds \`${def(to).name}\``);
  });
  const { name, decl } = def(steps[0]!.from);
  const message =
    steps.length === 1
      ? `type \`${name}\` holds itself; make it a resource, or hold something that stands for it`
      : `type \`${name}\` holds itself: ${circleInWords(steps.map(({ from }) => def(from).name))}; use a resource for one of them`;
  report(c, typeCycle, decl.offset, steps[0]!, message, { at, related });
}
