// Type hierarchy: what a type is another name of and what are other names of it; worlds by what they include.
import type { RootAnalysis } from "../semantics/analysis.ts";
import { itemById } from "../semantics/symbol-lookup.ts";
import type { SymbolId } from "../semantics/symbols.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { containersOf } from "./containers.ts";
import { includersIn, includesOf } from "./exporters.ts";
import { distinct, type HierarchyItem, hierarchyItem } from "./hierarchy.ts";
import { nameAt } from "./locate.ts";
import { rootsKnowing } from "./references.ts";
import { behindAliases } from "./targets.ts";
import { aliasIn, aliasOf } from "./type-definition.ts";

/** The type or world that stands at an offset. */
export function typeHierarchyItem(
  root: RootAnalysis,
  file: ParsedFile,
  offset: number,
  roots: Iterable<RootAnalysis> = [],
): HierarchyItem | undefined {
  const name = nameAt(root, file, offset);
  if (name?.kind === "type") return hierarchyItem(root, roots, name.id);
  if (name?.kind !== "world" && name?.kind !== "file-name") return undefined;
  const item = hierarchyItem(root, roots, behindAliases(root, name));
  return item?.kind === "world" ? item : undefined;
}

/** What a type is another name of, one step on; the worlds that a world includes. */
export function supertypes(
  root: RootAnalysis,
  id: SymbolId,
  roots: readonly RootAnalysis[] = [],
): readonly HierarchyItem[] {
  const item = id.includes("#") ? undefined : itemById(root, id);
  const ids = item ? includesOf(item).map(included => included.id) : [aliasOf(root, id)];
  return [...new Set(ids)].flatMap(each =>
    each === undefined || each === id ? [] : (hierarchyItem(root, roots, each) ?? []),
  );
}

/** The other names of a type, in the whole workspace; the worlds that include a world, each by a statement of its own. */
export function subtypes(
  root: RootAnalysis,
  id: SymbolId,
  roots: readonly RootAnalysis[] = [],
): readonly HierarchyItem[] {
  const found = rootsKnowing(root, roots, id).flatMap(each => {
    const ids = id.includes("#") ? namesOf(each, id) : (includersIn(each).get(id) ?? []).map(({ world }) => world.id);
    return [...new Set(ids)].flatMap(other => (other === id ? [] : (hierarchyItem(each, [], other) ?? [])));
  });
  return distinct(found, item => item);
}

function namesOf(root: RootAnalysis, id: SymbolId): readonly SymbolId[] {
  return containersOf(root).flatMap(container =>
    [...container.analysis.scope.entries.values()].flatMap(entry => {
      // A `use` without `as` brings in the type itself.
      if (entry.kind === "use" && !entry.useName.alias) return [];
      return aliasIn(root, container, entry) === id ? [`${container.id}#${entry.name}`] : [];
    }),
  );
}
