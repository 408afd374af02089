// The worlds of a root in plain data, for tools: what each imports and exports, and which functions can be called.
import type { FuncType, TypeExpr } from "../syntax/ast.ts";
import type { RootAnalysis } from "./analysis.ts";
import type { ContainerAnalysis } from "./item.ts";
import { eachName, type FuncDecl, typesOf, typesOfFunction } from "./outline.ts";
import type { ItemAnalysis } from "./package.ts";
import type { FilePlace } from "./problem.ts";
import { itemById, typeId } from "./symbol-lookup.ts";
import type { SymbolId } from "./symbols.ts";
import type { WorldItem } from "./world.ts";

export interface WorldDescription {
  readonly package: string;
  readonly name: string;
  /** The whole item, its comments left out. */
  readonly place: FilePlace;
  readonly namePlace: FilePlace;
  readonly imports: readonly ExternDescription[];
  readonly exports: readonly ExternDescription[];
}

export interface ExternDescription {
  readonly name: string;
  readonly kind: WorldItem["kind"];
  readonly functions: readonly FunctionDescription[];
}

export interface FunctionDescription {
  /** As component names have it: `greet`, `[method]file.read`. */
  readonly name: string;
  readonly params: readonly { readonly name: string; readonly type: string }[];
  readonly result?: string;
  readonly notInvocable?: string;
  readonly namePlace: FilePlace;
}

/** The worlds of the root's own packages, those of `deps/` left out, elaborated. */
export function describeWorlds(root: RootAnalysis): readonly WorldDescription[] {
  return root.packages
    .filter(pkg => !pkg.package.dep)
    .flatMap(pkg =>
      [...pkg.items.values()].flatMap(item => (item.world ? [describe(root, pkg.package.key, item, item.world)] : [])),
    );
}

function describe(
  root: RootAnalysis,
  key: string,
  item: ItemAnalysis,
  world: NonNullable<ItemAnalysis["world"]>,
): WorldDescription {
  const { container, head, name } = item.item.item;
  const externs = (items: readonly WorldItem[]): ExternDescription[] => items.map(i => describeItem(root, i));
  return {
    package: key,
    name: name.text,
    place: placeIn(item, head.start, container.length),
    namePlace: placeIn(item, name.start, name.end),
    imports: externs(world.imports),
    exports: externs(world.exports),
  };
}

function placeIn(item: ItemAnalysis, start: number, end: number): FilePlace {
  const base = item.item.scope.offset + item.item.item.offset;
  return { uri: item.item.scope.file.source.uri, start: base + start, end: base + end };
}

function describeItem(root: RootAnalysis, item: WorldItem): ExternDescription {
  return { name: item.name, kind: item.kind, functions: functionsOf(root, item) };
}

function functionsOf(root: RootAnalysis, item: WorldItem): FunctionDescription[] {
  if (item.kind === "type") return [];
  const holder = item.kind === "interface" ? interfaceOf(root, item.id!) : declaringWorld(root, item);
  if (!holder) return [];
  const decls = item.func ? [item.func] : holder.analysis.scope.outline.functions;
  return decls.flatMap(decl =>
    decl.func ? [describeFunction(root, holder, decl, decl.func, item.func ? item.name : decl.mangled)] : [],
  );
}

/** A container with its id, and where it starts in its item. */
interface Holder {
  readonly item: ItemAnalysis;
  readonly analysis: ContainerAnalysis;
  readonly id: SymbolId;
  readonly base: number;
}

function interfaceOf(root: RootAnalysis, id: SymbolId): Holder | undefined {
  const item = itemById(root, id);
  if (!item || !id.includes("#")) return item && { item, analysis: item.analysis, id, base: 0 };
  for (const { unit, offset } of item.analysis.scope.outline.externs) {
    const analysis = item.analysis.bodies.get(offset);
    if (analysis && id.endsWith(`#${unit.kind}.${unit.name?.text}`)) return { item, analysis, id, base: offset };
  }
  return undefined;
}

/** The world that declares a function, which an include may have brought from elsewhere. */
function declaringWorld(root: RootAnalysis, item: WorldItem): Holder | undefined {
  for (const pkg of root.packages) {
    for (const known of pkg.items.values()) {
      if (known.analysis.container === item.container)
        return { item: known, analysis: known.analysis, id: known.id, base: 0 };
    }
  }
  return undefined;
}

function describeFunction(
  root: RootAnalysis,
  h: Holder,
  decl: FuncDecl,
  func: FuncType,
  name: string,
): FunctionDescription {
  const text = (expr: TypeExpr): string => decl.unit.text.slice(expr.start, expr.end).replace(/\s+/g, " ");
  const start = h.base + decl.offset;
  const why = whyNotInvocable(root, h, decl, func);
  return {
    name,
    params: func.params.map(p => ({ name: p.name.text, type: p.type ? text(p.type) : "" })),
    ...(func.result ? { result: text(func.result) } : {}),
    ...(why ? { notInvocable: why } : {}),
    namePlace: placeIn(h.item, start + decl.name.start, start + decl.name.end),
  };
}

function whyNotInvocable(root: RootAnalysis, h: Holder, decl: FuncDecl, func: FuncType): string | undefined {
  if (decl.kind !== "free") return "it belongs to a resource, and a command line can't hold one";
  const seen = new Set<SymbolId>();
  const resource = typesOfFunction(func).flatMap(t => resourceIn(root, h, t, seen) ?? [])[0];
  return resource && `it takes or returns the resource \`${resource}\`, and a command line can't hold one`;
}

/** The name of a resource that a type holds, however deep. */
function resourceIn(root: RootAnalysis, h: Holder, type: TypeExpr, seen: Set<SymbolId>): string | undefined {
  const names: string[] = [];
  eachName(type, name => names.push(name.text));
  for (const name of names) {
    const id = typeId(root, h.analysis, h.id, name);
    if (id === undefined || seen.has(id)) continue;
    seen.add(id);
    const found = resourceBehind(root, id, name, seen);
    if (found) return found;
  }
  return undefined;
}

function resourceBehind(root: RootAnalysis, id: SymbolId, name: string, seen: Set<SymbolId>): string | undefined {
  const at = id.lastIndexOf("#");
  const holder = interfaceOf(root, id.slice(0, at));
  const entry = holder?.analysis.scope.entries.get(id.slice(at + 1));
  if (!holder || !entry) return undefined;
  if (entry.kind === "use") {
    const target = entry.target.status === "interface" ? `${entry.target.id}#${entry.useName.name.text}` : undefined;
    if (target === undefined || seen.has(target)) return undefined;
    seen.add(target);
    return resourceBehind(root, target, name, seen);
  }
  if (entry.decl.unit.kind === "resource") return name;
  for (const type of typesOf(entry.decl.unit)) {
    const found = resourceIn(root, holder, type, seen);
    if (found) return found;
  }
  return undefined;
}
