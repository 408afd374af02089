// What can be wrong with a world once its includes have brought what they bring.
import { canonicalFunctionName } from "../syntax/names.ts";
import type { IncludeDecl } from "./outline.ts";
import type { Anchor, Finding, Related } from "./problem.ts";
import type { ElaboratedWorld, WorldContext, WorldItem } from "./world.ts";

export type Direction = "import" | "export";

/** A stretch of the world's container. */
export interface WorldPlace {
  readonly start: number;
  readonly end: number;
}

export interface Items {
  readonly import: Map<string, WorldItem>;
  readonly export: Map<string, WorldItem>;
  /** The path of the include that brought an item. */
  readonly brought: Map<WorldItem, WorldPlace>;
}

/** Where an item is named in the world that declares it. */
export function declaredAt(item: WorldItem, message: string): readonly Related<Anchor>[] {
  const { container } = item;
  const place = namePlace(item);
  return place ? [{ message, place: { container, ...place } }] : [];
}

function namePlace({ func, type, extern }: WorldItem): WorldPlace | undefined {
  if (type) return { start: type.start, end: type.end };
  const decl = func ?? extern;
  const name = func?.name ?? extern?.unit.name ?? extern?.unit.path?.name;
  return decl && name && { start: decl.offset + name.start, end: decl.offset + name.end };
}

export function checkRenames(
  findings: Finding[],
  world: ElaboratedWorld,
  { unit, offset }: IncludeDecl,
  at: number,
): void {
  const names = new Set<string>();
  for (const item of [...world.imports, ...world.exports]) {
    if (item.kind === "interface" && item.key.startsWith("[")) continue;
    const rest = item.name.replace(/^(\[[^\]]*\])*/, "");
    names.add(rest).add(rest.split(".")[0]!);
  }
  for (const { name } of unit.names) {
    if (names.has(name.text)) continue;
    const message = `the included world has no import or export \`${name.text}\` to rename; interfaces that come by their path keep their names`;
    const place = { start: offset + name.start, end: offset + name.end };
    const related = [{ message: "the included world is here", place: { item: world.id } }];
    findings.push({ code: "include-unknown-name", severity: "error", message, ...place, at, related });
  }
}

export function checkUniqueness(c: WorldContext, findings: Finding[], items: Items): void {
  for (const direction of ["import", "export"] as const) {
    const seen = new Map<string, WorldItem>();
    for (const item of items[direction].values()) {
      if (item.key.startsWith("[") && item.kind === "interface") continue;
      const key = canonicalFunctionName(item.name);
      const before = seen.get(key);
      seen.set(key, before ?? item);
      if (!before || (before.container === c.container && item.container === c.container)) continue;
      const place = items.brought.get(item) ?? items.brought.get(before) ?? headPlace(c);
      const message = `with its includes this world has ${direction}s whose names differ only by case or hyphens: \`${before.name}\` and \`${item.name}\`; rename one: \`include … with { ${item.name} as … }\``;
      const related = [before, item].flatMap(each => declaredAt(each, `\`${each.name}\` is here`));
      findings.push({ code: "include-clash", severity: "error", message, ...place, at: -1, related });
    }
  }
}

export function checkSetters(
  c: WorldContext,
  findings: Finding[],
  items: ReadonlyMap<string, WorldItem>,
  direction: Direction,
): void {
  for (const item of items.values()) {
    if (item.func?.func?.accessor !== "set" || items.has(item.key.replace("[set]", "[get]"))) continue;
    const own = item.container === c.container;
    const place = own ? { start: item.at!, end: item.at! + item.func.name.end - item.func.name.start } : headPlace(c);
    const message = `the ${direction} \`${item.func.name.text}\` has a setter but no getter in this world`;
    const related = own ? [] : declaredAt(item, "the setter is here");
    const at = own ? item.at! : -1;
    findings.push({ code: "setter-without-getter", severity: "error", message, ...place, at, related });
  }
}

/** Where the world itself exports an item. */
export function exportPlace({ container }: WorldContext, item: WorldItem): WorldPlace | undefined {
  return item.container === container && item.extern ? namePlace(item) : undefined;
}

/** The world's name: what is wrong with the world as a whole is shown there. */
export function headPlace({ container }: WorldContext): { start: number; end: number } {
  const head = container.head!;
  const { start, end } = head.kind === "world" && head.name ? head.name : head;
  return { start, end };
}

/** The finding at the included item, where the reference places it, with the include beside it. */
export function atItem(c: WorldContext, finding: Finding, item: WorldItem, at: number): Finding {
  if (item.container === c.container) return { ...finding, at };
  const name = item.extern?.unit.name ?? item.extern?.unit.path?.name;
  const end = at + (name ? name.end - name.start : 1);
  const { start, end: includeEnd } = finding;
  const include = { container: c.container, start, end: includeEnd };
  const related = [{ message: `included here in \`${c.id}\``, place: include }, ...(finding.related ?? [])];
  return { ...finding, start: at, end, at, related, within: item.container };
}
