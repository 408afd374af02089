// A type that holds itself has no size: break the cycle with a resource.
import { mentionedTypes } from "../outline.ts";
import type { DefinedEntry, TypeScope } from "../type-scope.ts";
import { here, type Rule, report } from "./rule.ts";

export const typeCycle: Rule = {
  code: "type-cycle",
  severity: "error",
  check: c => {
    const { sorted } = c.scope;
    if (sorted.stuck.size === 0) return;
    const first = firstStuckEdge(c.scope)!;
    const steps = cycleFrom(c.scope, first.from);
    const closing = steps.find(step => step.from === first.from) ?? steps[0]!;
    const path = [...steps.map(s => s.from.name), steps[0]!.from.name].join("` → `");
    const related = steps.map(s =>
      here(c, s.from.decl.offset + s.start, s.from.decl.offset + s.end, `\`${s.from.name}\` holds \`${s.to.name}\``),
    );
    const at = first.from.decl.offset + first.start;
    report(
      c,
      typeCycle,
      closing.from.decl.offset,
      closing,
      `type \`${closing.from.name}\` holds itself: \`${path}\`; use a resource for one of them`,
      {
        at,
        related,
      },
    );
  },
};

interface Step {
  readonly from: DefinedEntry;
  readonly to: DefinedEntry;
  readonly start: number;
  readonly end: number;
}

/** The edges from a definition to others that could not be ordered either. */
function stuckEdges(scope: TypeScope, from: DefinedEntry): Step[] {
  return mentionedTypes(from.decl.unit).flatMap(name => {
    const to = scope.entries.get(name.text);
    const stuck = to?.kind === "def" && scope.sorted.stuck.has(scope.defs.indexOf(to));
    return stuck ? [{ from, to, start: name.start, end: name.end }] : [];
  });
}

/** The edge that the reference names: the first of the first definition that could not be ordered. */
function firstStuckEdge(scope: TypeScope): Step | undefined {
  for (const i of [...scope.sorted.stuck].sort((a, b) => a - b)) {
    const edge = stuckEdges(scope, scope.defs[i]!)[0];
    if (edge) return edge;
  }
  return undefined;
}

/** The edges of the cycle that following first edges from `start` leads into. */
function cycleFrom(scope: TypeScope, start: DefinedEntry): Step[] {
  const path: Step[] = [];
  const seen = new Map<DefinedEntry, number>();
  let at = start;
  while (!seen.has(at)) {
    seen.set(at, path.length);
    const edge = stuckEdges(scope, at)[0]!;
    path.push(edge);
    at = edge.to;
  }
  return path.slice(seen.get(at));
}
