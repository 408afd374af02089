// Where containers and declarations are in the files of a root.
import { memo } from "../base/memo.ts";
import type { Container } from "../syntax/ast.ts";
import type { RootAnalysis } from "./analysis.ts";
import { splitItemId } from "./ids.ts";
import type { ContainerAnalysis } from "./item.ts";
import type { PackageItem } from "./names.ts";
import { headerPlace } from "./packages.ts";
import type { Anchor, Declaration, FilePlace } from "./problem.ts";

/** The place that explains a problem; nothing where it is not there, or no longer. */
export function relatedPlace(analysis: RootAnalysis, of: Anchor | Declaration): FilePlace | undefined {
  if ("item" in of) return declarationPlace(analysis, of.item, of.member);
  if ("package" in of) {
    const found = analysis.byKey.get(of.package);
    return found && headerPlace(found.package);
  }
  const found = containerPlace(analysis, of.container);
  return found && { uri: found.uri, start: found.start + of.start, end: found.start + of.end };
}

function declarationPlace(analysis: RootAnalysis, id: string, member?: string): FilePlace | undefined {
  const { key, name } = splitItemId(id);
  const found = analysis.byKey.get(key)?.items.get(name);
  if (!found) return undefined;
  const { scope, item } = found.item;
  const base = scope.offset + item.offset;
  const place = member === undefined ? item.name : memberPlace(found.analysis, member);
  return place && { uri: scope.file.source.uri, start: base + place.start, end: base + place.end };
}

/** The name of a type or function of an interface or world; offsets of its container. */
function memberPlace({ scope }: ContainerAnalysis, member: string): { start: number; end: number } | undefined {
  const type = scope.entries.get(member);
  if (type) return type;
  const func = scope.outline.functions.find(f => f.kind === "free" && f.name.text === member);
  return func && { start: func.offset + func.name.start, end: func.offset + func.name.end };
}

/** Where an item's container, or an interface written in a world, starts. */
export function containerPlace(
  analysis: RootAnalysis,
  container: Container,
): { readonly uri: string; readonly start: number } | undefined {
  const holder = itemsByContainer(analysis).get(container);
  if (!holder) return undefined;
  const { item, offset } = holder;
  return { uri: item.scope.file.source.uri, start: item.scope.offset + item.item.offset + offset };
}

/** The interface or world that each container is, or is written in, `offset` UTF-16 units behind its start. */
const itemsByContainer = memo((analysis: RootAnalysis) => {
  const found = new Map<Container, { readonly item: PackageItem; readonly offset: number }>();
  for (const pkg of analysis.packages) {
    for (const { item, analysis: known } of pkg.items.values()) {
      found.set(known.container, { item, offset: 0 });
      for (const [offset, body] of known.bodies) found.set(body.container, { item, offset });
    }
  }
  return found;
});
