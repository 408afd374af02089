// World elaboration: everything a world imports and exports, with what its includes bring and what its types need
// (WIT.md "Worlds", "Item: include"). Order matters and is the reference's.

import type { Container, IncludeUnit } from "../syntax/ast.ts";
import type { Features } from "../workspace/layout-types.ts";
import { withExternalId } from "./external-id.ts";
import { gateOf, gateText } from "./gates.ts";
import { renamed } from "./include-names.ts";
import { type ExternDecl, externFunction, type FuncDecl, type IncludeDecl } from "./outline.ts";
import type { Finding } from "./problem.ts";
import { settersAfterGetters } from "./setters.ts";
import type { InterfaceSummary, PathTarget } from "./targets.ts";
import { type TypeEntry, type TypeScope, unitOfEntry } from "./type-scope.ts";
import {
  atItem,
  checkRenames,
  checkSetters,
  checkUniqueness,
  type Direction,
  declaredAt,
  type Items,
  type WorldPlace,
} from "./world-checks.ts";
import { elaborateExports } from "./world-exports.ts";

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

export function elaborateWorld(c: WorldContext): ElaboratedWorld {
  const findings: Finding[] = [];
  const items = ownItems(c);
  for (const include of c.scope.outline.includes) includeWorld(c, findings, items, include);
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
  const items: Items = { import: new Map(), export: new Map(), brought: new Map() };
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

export function put(items: Map<string, WorldItem>, item: WorldItem): void {
  if (!items.has(item.key)) items.set(item.key, item);
}

function typeItem(c: WorldContext, entry: TypeEntry): WorldItem {
  const attributes = unitOfEntry(entry).attributes;
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

function includeWorld(c: WorldContext, findings: Finding[], items: Items, include: IncludeDecl): void {
  const { unit, offset } = include;
  if (!unit.path || gateOf(unit.attributes, c.features) === "off") return;
  const target = c.targetAt(offset + unit.path.start);
  const world = target.status === "world" ? c.world(target.id) : undefined;
  if (!world || world.off) return;
  const place = { start: offset + unit.path.name.start, end: offset + unit.path.name.end };
  if (unit.problems.length === 0) checkRenames(findings, world, include, place.start);
  for (const direction of ["import", "export"] as const) {
    for (const item of world[`${direction}s`]) includeItem(c, findings, items, { direction, world, unit, place }, item);
  }
}

interface Including {
  readonly direction: Direction;
  readonly world: ElaboratedWorld;
  readonly unit: IncludeUnit;
  readonly place: WorldPlace;
}

function includeItem(c: WorldContext, findings: Finding[], items: Items, from: Including, item: WorldItem): void {
  const into = items[from.direction];
  if (item.key.startsWith("[") && item.kind === "interface") {
    mergeInterface(c, findings, into, from, item);
    return;
  }
  const name = renamed(item.name, from.unit) ?? item.name;
  const before = into.get(name);
  const included = Object.assign({}, item, { key: name, name });
  into.set(name, included);
  items.brought.set(included, from.place);
  if (!before) return;
  const message = `this include brings ${from.direction === "import" ? "an import" : "an export"} \`${name}\`, and there is one already; rename it: \`include … with { ${item.name} as … }\``;
  findings.push({
    code: "include-shadows",
    severity: "error",
    message,
    ...from.place,
    at: from.place.start,
    data: { name },
    related: [
      ...declaredAt(before, `\`${name}\` is there already, from here`),
      ...declaredAt(item, `this include brings \`${item.name}\` from here`),
    ],
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
    const related = declaredAt(there, `the gate \`@${there.gate}\` is here`);
    const finding: Finding = { code: "gate-mismatch", severity: "error", message, ...from.place, at: -1, related };
    findings.push(item.at === undefined ? finding : atItem(c, finding, item, item.at));
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
export function implied(c: WorldContext, id: string, by: WorldItem): WorldItem {
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
