// The model of a root: its packages in order, what is switched off left out, worlds elaborated.
import { memo } from "../../base/memo.ts";
import type { Features } from "../../workspace/layout-types.ts";
import type { RootAnalysis } from "../analysis.ts";
import type { PackageAnalysis } from "../package.ts";
import { featuresIn } from "../packages.ts";
import { docText } from "./doc-text.ts";
import { draftPackage, type PackageDraft, type WorldDraft } from "./draft.ts";
import type { TypeNode, TypeRef } from "./nodes.ts";
import { type FunctionNode, type InterfaceNode, type Model, type PackageNode, present } from "./nodes.ts";
import { mapFunction, mapParts } from "./parts.ts";
import { isOff } from "./stability.ts";
import { fillWorld, type WorldContext } from "./worlds.ts";

/** The model of a root whose analysis has no errors. Throws where it has one that leaves something unresolved. */
export const buildModel: (root: RootAnalysis) => Model = memo(root => {
  const model: Model = { packages: [], worlds: [], interfaces: [], types: [] };
  let serial = 0;
  const building: Building = {
    root,
    model,
    features: root.features,
    nextSerial: () => serial++,
    interfaces: new Map(),
    worlds: new Map(),
  };
  for (const pkg of packagesInOrder(root)) addPackage(building, pkg);
  return model;
});

/** Packages in binary form come first, entry by entry; they need nothing from the others. Then each after what it needs. */
function packagesInOrder({ root, byKey }: RootAnalysis): readonly PackageAnalysis[] {
  const places = new Map(root.deps.map((dep, i) => [dep, i]));
  const entry = ({ package: { dep } }: PackageAnalysis): number => (dep?.binary && places.get(dep)) ?? root.deps.length;
  return [...byKey.values()].sort((a, b) => entry(a) - entry(b));
}

interface Building extends WorldContext {
  readonly root: RootAnalysis;
  readonly features: Features;
  readonly interfaces: Map<string, InterfaceNode>;
}

function addPackage(b: Building, pkg: PackageAnalysis): void {
  const docs = pkg.package.headers.map(({ unit }) => docText(unit)).find(text => text !== undefined);
  const node = present({
    index: b.model.packages.length,
    name: pkg.package.key,
    docs,
    interfaces: new Map(),
    worlds: new Map(),
  }) as PackageNode;
  b.model.packages.push(node);
  const draft = draftPackage(pkg, node, b.nextSerial, id => b.interfaces.get(id));
  const handles: Handles = { ...b, features: featuresIn(pkg.package, b.features), own: new Map() };
  const off = keepTypes(handles, draft.types);
  for (const node of draft.interfaces) if (!isOff(node.stability, handles.features)) keepInterface(handles, node, off);
  for (const { id, item } of pkg.items.values()) {
    const found = item.item.kind === "interface" && node.interfaces.get(item.item.name.text);
    if (found) b.interfaces.set(id, found);
  }
  keepWorlds(handles, draft);
}

interface Handles extends Building {
  /** The handle of each resource that is meant where only the resource is written. */
  readonly own: Map<TypeNode, TypeNode>;
}

function keepTypes(h: Handles, types: readonly TypeNode[]): ReadonlySet<TypeNode> {
  const off = new Set<TypeNode>();
  for (const type of types) {
    if (isOff(type.stability, h.features)) {
      off.add(type);
      continue;
    }
    type.kind = mapParts(type.kind, part => asValue(h, part));
    keepType(h.model, type);
  }
  return off;
}

function keepType(model: Model, type: TypeNode): void {
  type.index = model.types.length;
  model.types.push(type);
}

/** A resource where a value is meant is a handle that owns it. */
function asValue(h: Handles, type: TypeRef): TypeRef {
  if (typeof type === "string" || !type.resource) return type;
  const known = h.own.get(type);
  if (known) return known;
  const kind = { kind: "own" as const, resource: type };
  const handle: TypeNode = { node: "type", serial: h.nextSerial(), index: -1, kind, resource: false };
  keepType(h.model, handle);
  h.own.set(type, handle);
  return handle;
}

function withHandles(h: Handles, f: FunctionNode): FunctionNode {
  return mapFunction(
    f,
    type => asValue(h, type),
    type => type,
  );
}

function keepInterface(h: Handles, node: InterfaceNode, off: ReadonlySet<TypeNode>): void {
  for (const [name, type] of node.types) if (off.has(type)) node.types.delete(name);
  for (const [name, f] of node.functions) {
    if (isOff(f.stability, h.features)) node.functions.delete(name);
    else node.functions.set(name, withHandles(h, f));
  }
  node.index = h.model.interfaces.length;
  h.model.interfaces.push(node);
  if (node.name !== undefined) node.package.interfaces.set(node.name, node);
}

function keepWorlds(h: Handles, draft: PackageDraft): void {
  const worlds = draft.worlds.filter(({ node }) => !isOff(node.stability, h.features));
  for (const world of worlds) {
    keepWorldFunctions(h, world);
    world.node.index = h.model.worlds.length;
    h.model.worlds.push(world.node);
    h.worlds.set(world.item.id, world.node);
  }
  for (const world of worlds) {
    fillWorld(h, world);
    draft.package.worlds.set(world.node.name, world.node);
  }
}

function keepWorldFunctions(h: Handles, world: WorldDraft): void {
  for (const items of [world.imports, world.exports]) {
    for (const [name, item] of items) {
      if (isOff(item.stability, h.features)) items.delete(name);
      else if (!("node" in item)) items.set(name, withHandles(h, item));
    }
  }
}
