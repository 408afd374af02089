// The copies that an `include` makes: what a world itself defines belongs to each world that includes it.
import type {
  FunctionNode,
  InterfaceNode,
  Model,
  PackageNode,
  TypeKind,
  TypeNode,
  TypeOwner,
  TypeRef,
} from "./nodes.ts";
import { mapFunction, mapParts } from "./parts.ts";

/** Copies between two owners; each type is copied once. */
export interface Cloner {
  readonly model: Model;
  readonly nextSerial: () => number;
  readonly copies: Map<TypeNode, TypeNode>;
  readonly from: TypeOwner;
  readonly to: TypeOwner;
}

export function cloneType(c: Cloner, type: TypeNode): TypeNode {
  const known = c.copies.get(type);
  if (known) return known;
  const kind = cloneKind(c, type.kind);
  const owner = type.owner ? { owner: c.to } : {};
  const copy: TypeNode = { ...type, ...owner, kind, serial: c.nextSerial(), index: c.model.types.length };
  c.model.types.push(copy);
  c.copies.set(type, copy);
  return copy;
}

function cloneKind(c: Cloner, kind: TypeKind): TypeKind {
  if (kind.kind === "own" || kind.kind === "borrow") return { ...kind, resource: cloneType(c, kind.resource) };
  if (kind.kind !== "alias") return mapParts(kind, type => cloneRef(c, type));
  if (typeof kind.type === "string") return kind;
  // What a `use` brings in stays where it is.
  if (kind.type.owner === c.from) return { kind: "alias", type: cloneType(c, kind.type) };
  return { kind: "alias", type: c.copies.get(kind.type) ?? kind.type };
}

function cloneRef(c: Cloner, type: TypeRef): TypeRef {
  return typeof type === "string" ? type : cloneType(c, type);
}

export function cloneFunction(c: Cloner, f: FunctionNode, name: string): FunctionNode {
  const copy = mapFunction(
    f,
    type => cloneRef(c, type),
    type => cloneType(c, type),
  );
  return { ...copy, name };
}

/** Copies an interface written inside a world into another package's world. */
export function cloneInterface(c: Cloner, from: InterfaceNode, into: PackageNode): InterfaceNode {
  const copy: InterfaceNode = {
    ...from,
    index: -1,
    types: new Map(),
    functions: new Map(),
    package: into,
    cloneOf: from,
  };
  const inner: Cloner = { ...c, from, to: copy };
  for (const [name, type] of from.types) copy.types.set(name, cloneType(inner, type));
  for (const [name, f] of from.functions) copy.functions.set(name, cloneFunction(inner, f, f.name));
  copy.index = c.model.interfaces.length;
  c.model.interfaces.push(copy);
  return copy;
}
