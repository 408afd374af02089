// One package as its text has it, gates, includes and implicit imports not yet applied.
import type { Container, FuncType, Unit } from "../../syntax/ast.ts";
import { externalIdOf } from "../external-id.ts";
import type { ContainerAnalysis } from "../item.ts";
import { type ExternDecl, externFunction, type FuncDecl } from "../outline.ts";
import type { ItemAnalysis, PackageAnalysis } from "../package.ts";
import { settersAfterGetters } from "../setters.ts";
import { docText } from "./doc-text.ts";
import {
  type FunctionKind,
  type FunctionNode,
  type InterfaceNode,
  type PackageNode,
  type ParamNode,
  present,
  type TypeKind,
  type TypeNode,
  type TypeOwner,
  type WorldNode,
} from "./nodes.ts";
import { stabilityOf } from "./stability.ts";
import { addNamed, definedKind, inPlace, type Names, type TypeMaker, typeOf, written } from "./types.ts";

export interface WorldDraft {
  readonly node: WorldNode;
  readonly item: ItemAnalysis;
  readonly types: ReadonlyMap<string, TypeNode>;
  readonly imports: DraftItems;
  readonly exports: DraftItems;
}

/** What a world's own text names: functions, and interfaces written in place. */
export type DraftItems = Map<string, FunctionNode | InterfaceNode>;

export interface PackageDraft {
  readonly package: PackageNode;
  readonly types: readonly TypeNode[];
  /** Named ones, then those written inside worlds. */
  readonly interfaces: readonly InterfaceNode[];
  readonly worlds: readonly WorldDraft[];
}

/** What packages before this one have: the interface with an id. */
export type InterfaceById = (id: string) => InterfaceNode | undefined;

interface Drafting {
  readonly package: PackageNode;
  readonly maker: TypeMaker;
  readonly interfaces: InterfaceNode[];
  readonly own: Map<string, InterfaceNode>;
  readonly known: InterfaceById;
}

/** Drafts a package without errors whose dependencies are modelled already. */
export function draftPackage(
  pkg: PackageAnalysis,
  node: PackageNode,
  nextSerial: () => number,
  known: InterfaceById,
): PackageDraft {
  const gated = pkg.package.dep?.binary === undefined;
  const maker: TypeMaker = { made: [], inPlace: new Map(), nextSerial, gated };
  const d: Drafting = { package: node, maker, interfaces: [], own: new Map(), known };
  const items = [...pkg.items.values()];
  for (const { item, id, analysis } of items) {
    if (item.item.kind !== "interface") continue;
    d.own.set(id, draftInterface(d, analysis, item.item.head, item.item.name.text));
  }
  const worlds = items.filter(({ item }) => item.item.kind === "world").map(item => draftWorld(d, item));
  return { package: node, types: maker.made, interfaces: d.interfaces, worlds };
}

function draftInterface(d: Drafting, analysis: ContainerAnalysis, head: Unit, name?: string): InterfaceNode {
  const stability = stabilityOf(head.attributes);
  const node = present({
    node: "interface",
    index: -1,
    name,
    types: new Map<string, TypeNode>(),
    functions: new Map<string, FunctionNode>(),
    docs: docText(head),
    stability,
    package: d.package,
  }) as InterfaceNode;
  draftTypes(d, analysis, node, node.types);
  const functions = analysis.scope.outline.functions.map(decl => draftFunction(d, analysis, decl, node.types));
  for (const f of settersAfterGetters(functions, f => f.name)) node.functions.set(f.name, f);
  d.interfaces.push(node);
  return node;
}

function draftTypes(d: Drafting, analysis: ContainerAnalysis, owner: TypeOwner, into: Map<string, TypeNode>): void {
  for (const entry of analysis.scope.order) {
    const origin = { analysis, entry };
    const base = { name: entry.name, owner, origin };
    if (entry.kind === "use") {
      const from = entry.target.status === "interface" ? interfaceById(d, entry.target.id) : undefined;
      const type = from?.types.get(entry.useName.name.text);
      // A `use` that is switched off may lead nowhere. Only what is switched off too refers to it, so anything will do.
      const kind: TypeKind =
        !type && entry.gate === "off" ? { kind: "resource" } : { kind: "alias", type: written(type) };
      into.set(entry.name, addNamed(d.maker, { ...base, attributes: entry.use.unit.attributes, kind }));
    } else {
      const { unit } = entry.decl;
      const kind = definedKind(d.maker, into, unit);
      into.set(entry.name, addNamed(d.maker, { ...base, attributes: unit.attributes, docs: docText(unit), kind }));
    }
  }
}

function interfaceById(d: Drafting, id: string): InterfaceNode | undefined {
  return d.own.get(id) ?? d.known(id);
}

function draftFunction(d: Drafting, analysis: ContainerAnalysis, decl: FuncDecl, names: Names): FunctionNode {
  const func = written(decl.func);
  const kind = functionKind(decl, func);
  const resource = decl.resource === undefined ? undefined : written(names.get(decl.resource));
  const params: ParamNode[] = [];
  if (resource && decl.kind === "method")
    params.push({ name: "self", type: inPlace(d.maker, { kind: "borrow", resource }) });
  for (const { name, type } of func.params)
    params.push({ name: name.text, type: typeOf(d.maker, names, written(type)) });
  const result = func.result ? typeOf(d.maker, names, func.result) : decl.kind === "constructor" ? resource : undefined;
  return present({
    name: decl.mangled,
    kind,
    resource,
    params,
    result,
    docs: docText(decl.unit),
    stability: stabilityOf(decl.unit.attributes),
    externalId: externalIdOf(decl.unit.attributes),
    origin: { analysis, decl },
  }) as FunctionNode;
}

function functionKind(decl: FuncDecl, func: FuncType): FunctionKind {
  const accessor = func.accessor && (`${func.accessor}ter` as const);
  if (decl.kind === "constructor") return "constructor";
  if (decl.kind === "free") return accessor ?? (func.async ? "async-freestanding" : "freestanding");
  if (accessor) return `${decl.kind}-${accessor}`;
  return func.async ? `async-${decl.kind}` : decl.kind;
}

function draftWorld(d: Drafting, item: ItemAnalysis): WorldDraft {
  const { analysis } = item;
  const { head, name } = item.item.item;
  const node = present({
    node: "world",
    index: -1,
    name: name.text,
    imports: new Map(),
    exports: new Map(),
    docs: docText(head),
    stability: stabilityOf(head.attributes),
    package: d.package,
  }) as WorldNode;
  const types = new Map<string, TypeNode>();
  draftTypes(d, analysis, node, types);
  const draft: WorldDraft = { node, item, types, imports: new Map(), exports: new Map() };
  const { functions, externs } = analysis.scope.outline;
  for (const decl of [...functions, ...externs].sort((a, b) => a.offset - b.offset)) {
    if ("mangled" in decl) draft.imports.set(decl.mangled, draftFunction(d, analysis, decl, types));
    else draftExtern(d, draft, decl, types);
  }
  return draft;
}

function draftExtern(d: Drafting, draft: WorldDraft, extern: ExternDecl, types: Names): void {
  const into = draft[`${extern.unit.kind}s`];
  const func = externFunction(extern);
  if (func) {
    into.set(func.mangled, draftFunction(d, draft.item.analysis, func, types));
  } else if (extern.unit.inline && extern.unit.name) {
    const body = written(draft.item.analysis.bodies.get(extern.offset));
    into.set(extern.unit.name.text, draftInterface(d, body, headOf(body.container)));
  }
}

function headOf(container: Container): Unit {
  return written(container.head);
}
