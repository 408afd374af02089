// Puts what an included world imports and exports in the place of the `include`.
import { itemById } from "../../semantics/symbol-lookup.ts";
import type { ElaboratedWorld } from "../../semantics/world.ts";
import { pathTo } from "../completion/reach.ts";
import { indentAt, lineBreak } from "../edits/words.ts";
import { replace } from "../fixes/fix.ts";
import { type Refactoring, type RefactoringContext, type Selected, selectedMember } from "./refactoring.ts";

/** At an `include` of a world that has interfaces alone, which are written without gates. */
export function writeOutInclude(c: RefactoringContext): Refactoring | undefined {
  const selected = selectedMember(c);
  if (selected?.member.unit.kind !== "include") return undefined;
  const { member, home } = selected;
  const { unit } = selected.member;
  if (unit.kind !== "include" || !unit.path || unit.names.length > 0 || unit.attributes.length > 0) return undefined;
  const target = home.analysis.targetAt(member.start - home.base + unit.path.start);
  const world = "id" in target ? itemById(c.root, target.id)?.world : undefined;
  if (!world) return undefined;
  const lines = linesFor(world, selected);
  if (!lines || lines.length === 0) return undefined;
  const { text } = c.file.source;
  const name = text.slice(member.start + unit.path.start, member.start + unit.path.end);
  return {
    title: `Write out what \`${name}\` imports and exports`,
    kind: "inline",
    edits: () => {
      const apart = lineBreak(text) + indentAt(text, member.span.start);
      return [{ uri: c.file.source.uri, edits: [replace(member.span, lines.join(apart))] }];
    },
  };
}

/** Undefined where the world has more than interfaces by their paths. What the world around imports or exports itself stays. */
function linesFor({ imports, exports }: ElaboratedWorld, { home }: Selected): readonly string[] | undefined {
  const all = [...imports.map(i => ["import", i] as const), ...exports.map(e => ["export", e] as const)];
  const explicit = all.filter(([, item]) => !item.implicit);
  if (
    !explicit.every(
      ([, { kind, id, key, gate, externalId }]) =>
        kind === "interface" && key === `[${id}]` && gate === "" && externalId === undefined,
    )
  )
    return undefined;
  const own = new Set<string>();
  const { externs } = home.analysis.scope.outline;
  for (const { unit, offset } of externs) {
    const target = unit.path && !unit.name ? home.analysis.targetAt(offset + unit.path.start) : undefined;
    if (target && "id" in target) own.add(`${unit.kind} ${target.id}`);
  }
  const missing = explicit.filter(([kind, { id }]) => !own.has(`${kind} ${id}`));
  const paths = missing.map(([kind, { id }]) => [kind, pathTo(home, id!)] as const);
  return paths.some(([, path]) => path === undefined) ? undefined : paths.map(([kind, path]) => `${kind} ${path};`);
}
