// World elaboration: everything a world imports and exports, with what its includes bring and what its types need
// (WIT.md "Worlds", "Item: include"). Order matters and is the reference's.

import type { Container, IncludeUnit } from "../syntax/ast.ts";
import { canonicalFunctionName } from "../syntax/names.ts";
import type { Features } from "../workspace/layout-types.ts";
import { withExternalId } from "./external-id.ts";
import { gateOf, gateText } from "./gates.ts";
import { renamed } from "./include-names.ts";
import { type ExternDecl, externFunction, type FuncDecl } from "./outline.ts";
import type { Finding } from "./problem.ts";
import { settersAfterGetters } from "./setters.ts";
import type { InterfaceSummary, PathTarget } from "./targets.ts";
import type { TypeEntry, TypeScope } from "./type-scope.ts";

/** What an import or export is. `key` tells imports (and exports) apart: a name, or an interface's id in brackets. */
export interface WorldItem {
  readonly key: string;
  readonly kind: "interface" | "function" | "type";
  /** Its name in the world: a plain name, or the interface's id. */
  readonly name: string;
  /** For an interface: what it is. An interface written in place has an id of its own. */
  readonly id?: string;
  /** For an interface: the interfaces whose types it uses. */
  readonly deps: readonly string[];
  readonly gate: string;
  /** For an interface: the value of its `@external-id`. */
  readonly externalId?: string;
  /** Sorts the imports: interfaces, used types, defined types, functions, resource functions. */
  readonly class: 0 | 1 | 2 | 3 | 4;
  /** The world whose text declares it. */
  readonly container: Container;
  /** Offset in `container` where the reference places it; absent where it has lost its place. */
  readonly at?: number;
  readonly func?: FuncDecl;
  readonly type?: TypeEntry;
  readonly extern?: ExternDecl;
  /** Why it is there although nobody wrote it: a type of that interface is used. */
  readonly implicit: boolean;
}

export interface ElaboratedWorld {
  readonly id: string;
  readonly package: string;
  readonly off: boolean;
  readonly imports: readonly WorldItem[];
  readonly exports: readonly WorldItem[];
  readonly findings: readonly Finding[];
}

export interface WorldContext {
  readonly id: string;
  readonly package: string;
  readonly container: Container;
  readonly scope: TypeScope;
  readonly features: Features;
  readonly targetAt: (offset: number) => PathTarget;
  readonly world: (id: string) => ElaboratedWorld | undefined;
  readonly summary: (id: string) => InterfaceSummary | undefined;
  /** Deps of an interface written in place. */
  readonly inlineDeps: (extern: ExternDecl) => readonly string[];
}

type Direction = "import" | "export";
interface Items {
  readonly import: Map<string, WorldItem>;
  readonly export: Map<string, WorldItem>;
}

export function elaborateWorld(c: WorldContext): ElaboratedWorld {
  const findings: Finding[] = [];
  const items = ownItems(c);
  for (const { unit, offset } of c.scope.outline.includes) includeWorld(c, findings, items, unit, offset);
  checkUniqueness(c, findings, items);
  for (const direction of ["import", "export"] as const) {
    const placed = settersAfterGetters([...items[direction].values()], item => item.func && item.name);
    items[direction].clear();
    for (const item of placed) items[direction].set(item.key, item);
    checkSetters(c, findings, items[direction], direction);
  }
  const imports = elaborateImports(c, items.import);
  const exports = elaborateExports(c, findings, items.export, imports);
  const off = gateOf(c.container.head?.attributes ?? [], c.features) === "off";
  return {
    id: c.id,
    package: c.package,
    off,
    imports: sortImports(imports.values()).map(item => asWritten(items.import, item)),
    exports: [...exports.values()].map(item => asWritten(items.export, item)),
    // A world that is switched off is not looked into.
    findings: off ? [] : findings,
  };
}

/**
 * An interface that others need and that the world names too is not implicit, whichever came first. It stays without
 * the documentation of its statement where it came first, as in the reference.
 */
function asWritten(written: ReadonlyMap<string, WorldItem>, item: WorldItem): WorldItem {
  const own = item.implicit ? written.get(item.key) : undefined;
  if (!own || own.implicit) return item;
  return { ...item, implicit: false, container: own.container };
}

/** What the world's own text imports and exports; what is gated off is left out. */
function ownItems(c: WorldContext): Items {
  const items: Items = { import: new Map(), export: new Map() };
  for (const entry of c.scope.order) if (entry.gate !== "off") put(items.import, typeItem(c, entry));
  const { functions, externs } = c.scope.outline;
  for (const decl of [...functions, ...externs].sort((a, b) => a.offset - b.offset)) {
    if (gateOf(decl.unit.attributes, c.features) === "off") continue;
    if ("mangled" in decl) put(items.import, functionItem(c, decl, 4));
    else {
      const item = externItem(c, decl);
      if (item) put(items[decl.unit.kind], item);
    }
  }
  return items;
}

function put(items: Map<string, WorldItem>, item: WorldItem): void {
  if (!items.has(item.key)) items.set(item.key, item);
}

function typeItem(c: WorldContext, entry: TypeEntry): WorldItem {
  const attributes = entry.kind === "use" ? entry.use.unit.attributes : entry.decl.unit.attributes;
  const target = entry.kind === "use" && entry.target.status === "interface" ? [entry.target.id] : [];
  const base = { key: entry.name, kind: "type" as const, name: entry.name, deps: target, container: c.container };
  return {
    ...base,
    gate: gateText(attributes),
    class: entry.kind === "use" ? 1 : 2,
    at: entry.start,
    type: entry,
    implicit: false,
  };
}

function functionItem(c: WorldContext, func: FuncDecl, order: 3 | 4): WorldItem {
  const base = { key: func.mangled, kind: "function" as const, name: func.mangled, deps: [], container: c.container };
  return {
    ...base,
    gate: gateText(func.unit.attributes),
    class: order,
    at: func.offset + func.name.start,
    func,
    implicit: false,
  };
}

function externItem(c: WorldContext, extern: ExternDecl): WorldItem | undefined {
  const { unit, offset } = extern;
  const func = externFunction(extern);
  if (func) return functionItem(c, func, 3);
  const said = { gate: gateText(unit.attributes), ...withExternalId(unit.attributes) };
  if (unit.inline && unit.name) {
    const id = `${c.id}#${unit.kind}.${unit.name.text}`;
    const base = {
      key: unit.name.text,
      kind: "interface" as const,
      name: unit.name.text,
      id,
      deps: c.inlineDeps(extern),
      ...said,
      class: 0 as const,
    };
    return { ...base, container: c.container, at: offset + unit.name.start, extern, implicit: false };
  }
  if (!unit.path) return undefined;
  const target = c.targetAt(offset + unit.path.start);
  if (target.status !== "interface" || target.summary.off) return undefined;
  const name = unit.name?.text;
  const base = {
    kind: "interface" as const,
    id: target.id,
    deps: target.summary.deps,
    ...said,
    class: 0 as const,
    container: c.container,
    extern,
    implicit: false,
  };
  return {
    ...base,
    key: name ?? `[${target.id}]`,
    name: name ?? target.id,
    at: offset + (unit.name ?? unit.path.name).start,
  };
}

function includeWorld(c: WorldContext, findings: Finding[], items: Items, unit: IncludeUnit, offset: number): void {
  if (!unit.path || gateOf(unit.attributes, c.features) === "off") return;
  const target = c.targetAt(offset + unit.path.start);
  const world = target.status === "world" ? c.world(target.id) : undefined;
  if (!world || world.off) return;
  const place = { start: offset + unit.path.name.start, end: offset + unit.path.name.end };
  if (unit.problems.length === 0) checkRenames(findings, world, unit, offset, place.start);
  for (const direction of ["import", "export"] as const) {
    for (const item of world[`${direction}s`])
      includeItem(c, findings, items[direction], { direction, world, unit, place }, item);
  }
}

interface Including {
  readonly direction: Direction;
  readonly world: ElaboratedWorld;
  readonly unit: IncludeUnit;
  readonly place: { readonly start: number; readonly end: number };
}

function includeItem(
  c: WorldContext,
  findings: Finding[],
  into: Map<string, WorldItem>,
  from: Including,
  item: WorldItem,
): void {
  if (item.key.startsWith("[") && item.kind === "interface") {
    mergeInterface(c, findings, into, from, item);
    return;
  }
  const name = renamed(item.name, from.unit) ?? item.name;
  const before = into.get(name);
  into.set(name, { ...item, key: name, name });
  if (!before) return;
  const message = `this include brings ${from.direction === "import" ? "an import" : "an export"} \`${name}\`, and there is one already; rename it: \`include … with { ${item.name} as … }\``;
  findings.push({
    code: "include-shadows",
    severity: "error",
    message,
    ...from.place,
    at: from.place.start,
    data: { name },
  });
}

/** Interfaces that several includes bring are one; their gates must agree, unless they come from another package. */
function mergeInterface(
  c: WorldContext,
  findings: Finding[],
  into: Map<string, WorldItem>,
  from: Including,
  item: WorldItem,
): void {
  const there = into.get(item.key);
  const external = from.world.package !== c.package;
  if (external && item.gate.includes("since ") && !item.gate.includes("unstable "))
    into.set(item.key, { ...(there ?? item), gate: "" });
  else if (!there) into.set(item.key, item);
  else if (there.gate === "" && item.gate !== "") into.set(item.key, { ...there, gate: item.gate });
  else if (there.gate !== item.gate && item.gate !== "") {
    const message = `\`${item.name}\` is here with two gates: \`@${there.gate}\` and, by this include, \`@${item.gate}\`; they must be equal`;
    const finding: Finding = { code: "gate-mismatch", severity: "error", message, ...from.place, at: -1 };
    findings.push(item.at === undefined ? finding : atItem(c, finding, item, item.at));
  }
}

/** The finding at the included item, where the reference places it, with the include beside it. */
function atItem(c: WorldContext, finding: Finding, item: WorldItem, at: number): Finding {
  if (item.container === c.container) return { ...finding, at };
  const name = item.extern?.unit.name ?? item.extern?.unit.path?.name;
  const end = at + (name ? name.end - name.start : 1);
  const { start, end: includeEnd } = finding;
  const include = { container: c.container, start, end: includeEnd };
  const related = [{ message: `included here in \`${c.id}\``, place: include }];
  return { ...finding, start: at, end, at, related, within: item.container };
}

function checkRenames(
  findings: Finding[],
  world: ElaboratedWorld,
  unit: IncludeUnit,
  offset: number,
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
    findings.push({
      code: "include-unknown-name",
      severity: "error",
      message,
      start: offset + name.start,
      end: offset + name.end,
      at,
    });
  }
}

function checkUniqueness(c: WorldContext, findings: Finding[], items: Items): void {
  for (const direction of ["import", "export"] as const) {
    const seen = new Map<string, WorldItem>();
    for (const item of items[direction].values()) {
      if (item.key.startsWith("[") && item.kind === "interface") continue;
      const key = canonicalFunctionName(item.name);
      const before = seen.get(key);
      seen.set(key, before ?? item);
      if (!before || (before.container === c.container && item.container === c.container)) continue;
      const message = `with its includes this world has ${direction}s whose names differ only by case or hyphens: \`${before.name}\` and \`${item.name}\`; rename one: \`include … with { ${item.name} as … }\``;
      findings.push({ code: "include-clash", severity: "error", message, ...headPlace(c), at: -1 });
    }
  }
}

function checkSetters(
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
    findings.push({ code: "setter-without-getter", severity: "error", message, ...place, at: own ? item.at! : -1 });
  }
}

function sortImports(items: Iterable<WorldItem>): WorldItem[] {
  return [...items].sort((a, b) => a.class - b.class);
}

function elaborateImports(c: WorldContext, own: ReadonlyMap<string, WorldItem>): Map<string, WorldItem> {
  const imports = new Map<string, WorldItem>();
  for (const item of sortImports(own.values())) {
    if (item.kind === "interface") addImport(c, imports, item);
    else {
      if (item.kind === "type") for (const dep of item.deps) addImport(c, imports, implied(c, dep, item));
      put(imports, item);
    }
  }
  return imports;
}

/** An interface that is there because `by` needs it. */
function implied(c: WorldContext, id: string, by: WorldItem): WorldItem {
  const deps = c.summary(id)?.deps ?? [];
  return {
    key: `[${id}]`,
    kind: "interface",
    name: id,
    id,
    deps,
    gate: by.gate,
    class: 0,
    container: c.container,
    implicit: true,
  };
}

/** Adds an interface after the interfaces that it uses. Deep chains are walked without recursion. */
function addImport(c: WorldContext, imports: Map<string, WorldItem>, item: WorldItem): void {
  const stack: { item: WorldItem; next: number }[] = [{ item, next: 0 }];
  const open = new Set<string>();
  while (stack.length > 0) {
    const top = stack.at(-1)!;
    if (top.next === 0 && (imports.has(top.item.key) || open.has(top.item.key))) {
      stack.pop();
      continue;
    }
    open.add(top.item.key);
    const dep = top.item.deps[top.next++];
    if (dep !== undefined) stack.push({ item: implied(c, dep, top.item), next: 0 });
    else {
      imports.set(top.item.key, withoutPlace(top.item));
      stack.pop();
    }
  }
}

function withoutPlace({ at: _, ...item }: WorldItem): WorldItem {
  return item;
}

/**
 * Adds what exported interfaces need: from the world's exports where they are there too, else from its imports. An
 * interface can't come from both, or two copies of its types would meet (component-model #208).
 */
function elaborateExports(
  c: WorldContext,
  findings: Finding[],
  own: ReadonlyMap<string, WorldItem>,
  imports: Map<string, WorldItem>,
): Map<string, WorldItem> {
  const state: Exporting = { c, own, imports, exports: new Map(), required: new Set() };
  for (const item of own.values()) if (item.kind !== "interface") state.exports.set(item.key, item);
  for (const item of own.values()) {
    if (item.kind !== "interface" || addExport(state, item, true)) continue;
    const message = `\`${item.name}\` can't be exported like this: it would get the types of one interface twice, from an exported and from an imported copy; export the interfaces in between as well`;
    findings.push({
      code: "invalid-transitive-dependency",
      severity: "error",
      message,
      ...(exportPlace(c, item) ?? headPlace(c)),
      at: headPlace(c).start,
    });
    break;
  }
  return state.exports;
}

/** Where the world itself exports an item. */
function exportPlace(c: WorldContext, { container, extern }: WorldItem): { start: number; end: number } | undefined {
  const name = container === c.container ? (extern?.unit.name ?? extern?.unit.path?.name) : undefined;
  return extern && name && { start: extern.offset + name.start, end: extern.offset + name.end };
}

/** The world's name: what is wrong with the world as a whole is shown there. */
function headPlace({ container }: WorldContext): { start: number; end: number } {
  const head = container.head!;
  const { start, end } = head.kind === "world" && head.name ? head.name : head;
  return { start, end };
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

/** Adds an interface to the exports, or to the imports; `false` where it would have to be both. */
function addExport(s: Exporting, first: WorldItem, exporting: boolean): boolean {
  const stack: { item: WorldItem; exporting: boolean; next: number }[] = [{ item: first, exporting, next: 0 }];
  while (stack.length > 0) {
    const top = stack.at(-1)!;
    if (top.next === 0) {
      if (s.exports.has(top.item.key) && !top.exporting) return false;
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
    if (!settle(s, top.item, top.exporting)) return false;
    stack.pop();
  }
  return true;
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
