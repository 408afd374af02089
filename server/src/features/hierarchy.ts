// What call hierarchy and type hierarchy show: an interface, a world or a type, with where it is.
import type { RootAnalysis } from "../semantics/analysis.ts";
import { splitItemId } from "../semantics/ids.ts";
import type { SymbolId } from "../semantics/symbols.ts";
import { unitOf } from "../syntax/ast.ts";
import { splitId } from "./containers.ts";
import { memberAt } from "./locate.ts";
import { writtenName } from "./references.ts";
import type { OutlineKind } from "./symbols.ts";
import { definitions, firstThen, type Target, targetOf } from "./targets.ts";

export interface HierarchyItem extends Target {
  readonly id: SymbolId;
  readonly name: string;
  readonly kind: OutlineKind;
  /** The package of an interface or world; the interface or world of a type. */
  readonly home: string;
}

/** What an id stands for, in `root` or else in another of the workspace's roots; undefined where none has it. */
export function hierarchyItem(
  root: RootAnalysis,
  roots: Iterable<RootAnalysis>,
  id: SymbolId,
): HierarchyItem | undefined {
  for (const each of firstThen(root, roots)) {
    const definition = definitions(each, id)[0];
    const unit = definition && unitAt(definition);
    if (!definition || !unit) continue;
    const home = id.includes("#") ? splitId(id)[0] : splitItemId(id).key;
    // A name given by `use … as` is a type, whatever the statement is.
    const kind = unit.kind === "use" ? "type" : (unit.kind as OutlineKind);
    return { ...targetOf(definition), id, name: writtenName(definition.file, definition), kind, home };
  }
  return undefined;
}

function unitAt({ file, start }: ReturnType<typeof definitions>[number]): ReturnType<typeof unitOf> {
  const member = memberAt(file, start);
  return member && unitOf(member.member);
}

/** Items that stand in different places, each once, in the order in which they were found. */
export function distinct<Item>(items: readonly Item[], placeOf: (item: Item) => Target): readonly Item[] {
  const seen = new Map<string, Item>();
  for (const item of items) {
    const { uri, span } = placeOf(item);
    const key = `${uri} ${span.start}`;
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}
