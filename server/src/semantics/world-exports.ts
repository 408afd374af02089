// What a world exports, with what exported interfaces need of others.
import { inARow } from "./cycles.ts";
import { splitItemId } from "./ids.ts";
import type { Finding } from "./problem.ts";
import { implied, put, type WorldContext, type WorldItem } from "./world.ts";
import { exportPlace, headPlace } from "./world-checks.ts";

/**
 * Adds what exported interfaces need: from the world's exports where they are there too, else from its imports. An
 * interface can't come from both, or two copies of its types would meet (component-model #208).
 */
export function elaborateExports(
  c: WorldContext,
  findings: Finding[],
  own: ReadonlyMap<string, WorldItem>,
  imports: Map<string, WorldItem>,
): Map<string, WorldItem> {
  const state: Exporting = { c, own, imports, exports: new Map(), required: new Set() };
  for (const item of own.values()) if (item.kind !== "interface") state.exports.set(item.key, item);
  for (const item of own.values()) {
    if (item.kind !== "interface") continue;
    const way = addExport(state, item, true);
    if (!way) continue;
    findings.push({
      code: "invalid-transitive-dependency",
      severity: "error",
      message: twoCopies(c, way),
      ...(exportPlace(c, item) ?? headPlace(c)),
      at: headPlace(c).start,
    });
    break;
  }
  return state.exports;
}

/** `way` leads from the exported interface to the one that there would be two copies of. */
function twoCopies(c: WorldContext, way: readonly WorldItem[]): string {
  const names = way.map(item => shortName(c, item));
  const by = names.length > 2 ? ` (${inARow(names)})` : "";
  const [first, last] = [names[0]!, names.at(-1)!];
  return first === last
    ? `\`${first}\` can't be exported like this: what else is exported needs an imported copy of it, and there would be two; export the interfaces in between as well`
    : `\`${first}\` can't be exported like this: it would meet two copies of \`${last}\`, an exported one and an imported one${by}; export the interfaces in between as well`;
}

/** An item as its own package names it. */
function shortName(c: WorldContext, { name, id }: WorldItem): string {
  if (id !== name) return name;
  const split = splitItemId(name);
  return split.key === c.package ? split.name : name;
}

/** What an exported interface needs takes over its external id, in the reference. */
function externalIdOfItem({ externalId }: WorldItem): { readonly externalId?: string } {
  return externalId === undefined ? {} : { externalId };
}

interface Exporting {
  readonly c: WorldContext;
  readonly own: ReadonlyMap<string, WorldItem>;
  readonly imports: Map<string, WorldItem>;
  readonly exports: Map<string, WorldItem>;
  readonly required: Set<string>;
}

/** Adds an interface to the exports, or to the imports; the way to one that would have to be both, where there is one. */
function addExport(s: Exporting, first: WorldItem, exporting: boolean): readonly WorldItem[] | undefined {
  const stack: { item: WorldItem; exporting: boolean; next: number }[] = [{ item: first, exporting, next: 0 }];
  while (stack.length > 0) {
    const top = stack.at(-1)!;
    if (top.next === 0) {
      if (s.exports.has(top.item.key) && !top.exporting) return stack.map(({ item }) => item);
      if (s.exports.has(top.item.key) || (!top.exporting && s.required.has(top.item.id!))) {
        stack.pop();
        continue;
      }
    }
    const dep = top.item.deps[top.next++];
    if (dep !== undefined) {
      const key = `[${dep}]`;
      stack.push({
        item: { ...implied(s.c, dep, top.item), ...externalIdOfItem(top.item) },
        exporting: top.exporting && s.own.get(key)?.kind === "interface",
        next: 0,
      });
      continue;
    }
    if (!settle(s, top.item, top.exporting)) return stack.map(({ item }) => item);
    stack.pop();
  }
  return undefined;
}

function settle(s: Exporting, item: WorldItem, exporting: boolean): boolean {
  if (exporting) {
    if (s.required.has(item.id!)) return false;
    s.exports.set(item.key, item);
    return true;
  }
  s.required.add(item.id!);
  put(s.imports, item);
  return true;
}
