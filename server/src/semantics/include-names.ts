// The names that an include gives with `with`, found by the old name and by the new one.
import { memo } from "../base/memo.ts";
import type { IncludeUnit } from "../syntax/ast.ts";

export interface IncludeNames {
  /** New names by old ones; of several for one name the first counts. */
  readonly given: ReadonlyMap<string, string>;
  /** Old names by new ones. */
  readonly meant: ReadonlyMap<string, string>;
}

export const includeNames: (unit: IncludeUnit) => IncludeNames = memo(unit => {
  const given = new Map<string, string>();
  const meant = new Map<string, string>();
  for (const { name, alias } of unit.names) {
    if (!alias) continue;
    if (!given.has(name.text)) given.set(name.text, alias.text);
    if (!meant.has(alias.text)) meant.set(alias.text, name.text);
  }
  return { given, meant };
});

/** The new name that an include gives an item, in the resource part of a resource's function as in a plain name. */
export function renamed(name: string, unit: IncludeUnit): string | undefined {
  if (unit.names.length === 0) return undefined;
  const [, prefix, rest] = /^((?:\[[^\]]*\])*)(.*)$/s.exec(name)!;
  const dot = rest!.indexOf(".");
  const head = dot < 0 ? rest! : rest!.slice(0, dot);
  const alias = includeNames(unit).given.get(head);
  return alias === undefined ? undefined : `${prefix}${alias}${dot < 0 ? "" : rest!.slice(dot)}`;
}
