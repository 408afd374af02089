// Puts what an included world imports and exports in the place of the `include`.
import { renamed } from "../../semantics/include-names.ts";
import { itemById } from "../../semantics/symbol-lookup.ts";
import type { ElaboratedWorld } from "../../semantics/world.ts";
import type { IncludeUnit } from "../../syntax/ast.ts";
import { indentAt, lineBreak } from "../edits/words.ts";
import { replace } from "../fixes/fix.ts";
import { type Refactoring, type RefactoringContext, type Selected, selectedMember } from "./refactoring.ts";
import { lineFor } from "./satisfy-world.ts";

/** At an `include` of a world that has interfaces, and functions that need no types, which are written without gates. */
export function writeOutInclude(c: RefactoringContext): Refactoring | undefined {
  const selected = selectedMember(c);
  if (selected?.member.unit.kind !== "include") return undefined;
  const { member, home } = selected;
  const { unit } = selected.member;
  if (unit.kind !== "include" || !unit.path || unit.attributes.length > 0) return undefined;
  const target = home.analysis.targetAt(member.start - home.base + unit.path.start);
  const world = "id" in target ? itemById(c.root, target.id)?.world : undefined;
  if (!world) return undefined;
  const lines = linesFor(world, selected, unit);
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

/** Undefined where the world has something else. What the world around imports or exports itself stays. */
function linesFor(
  { imports, exports }: ElaboratedWorld,
  { home }: Selected,
  include: IncludeUnit,
): readonly string[] | undefined {
  const all = [...imports.map(i => ["import", i] as const), ...exports.map(e => ["export", e] as const)];
  const own = new Set<string>();
  for (const { unit, offset } of home.analysis.scope.outline.externs) {
    const target = unit.path && !unit.name ? home.analysis.targetAt(offset + unit.path.start) : undefined;
    if (target && "id" in target) own.add(`${unit.kind} [${target.id}]`);
  }
  const missing = all.filter(([kind, { key, implicit }]) => !implicit && !own.has(`${kind} ${key}`));
  const lines = missing.map(([kind, item]) => {
    const byPath = item.kind === "interface" && item.key === `[${item.id}]`;
    const line = item.gate === "" ? lineFor(home, item, byPath ? item.name : renamed(item.name, include)) : undefined;
    return line === undefined ? undefined : `${kind} ${line};`;
  });
  const whole = lines.filter(line => line !== undefined);
  return whole.length < lines.length ? undefined : whole;
}
