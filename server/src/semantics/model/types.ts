// The types of one package as nodes: named ones, and those written in place, which are one node where they are equal.
import type { AliasUnit, Attribute, FieldsUnit, ResourceUnit, TypeExpr } from "../../syntax/ast.ts";
import { externalIdOf } from "../external-id.ts";
import { partDocText } from "./doc-text.ts";
import {
  type PartNode,
  present,
  type Stability,
  type TypeKind,
  type TypeNode,
  type TypeOrigin,
  type TypeOwner,
  type TypeRef,
} from "./nodes.ts";
import { stabilityOf } from "./stability.ts";

/** The types of a package while it is built; `made` lists them in the reference's order. */
export interface TypeMaker {
  readonly made: TypeNode[];
  readonly inPlace: Map<string, TypeNode>;
  readonly nextSerial: () => number;
  /** Whether types written in place take on gates: those of packages in binary form do not. */
  readonly gated: boolean;
}

/** The node that a name means in a container. */
export type Names = ReadonlyMap<string, TypeNode>;

export interface NamedType {
  readonly name: string;
  readonly kind: TypeKind;
  readonly owner: TypeOwner;
  readonly attributes: readonly Attribute[];
  readonly docs?: string | undefined;
  readonly origin: TypeOrigin;
}

/** Adds a named type. */
export function addNamed(maker: TypeMaker, { attributes, ...type }: NamedType): TypeNode {
  const stability = stabilityOf(attributes);
  return add(maker, { ...type, stability, externalId: externalIdOf(attributes) });
}

type Fresh = Pick<TypeNode, "kind"> & {
  readonly [K in "name" | "owner" | "docs" | "stability" | "externalId" | "origin"]?: TypeNode[K] | undefined;
};

function add(maker: TypeMaker, type: Fresh): TypeNode {
  const node: TypeNode = {
    node: "type",
    serial: maker.nextSerial(),
    index: -1,
    resource: isResource(type.kind),
    ...present(type),
    kind: type.kind,
  } as TypeNode;
  maker.made.push(node);
  return node;
}

function isResource(kind: TypeKind): boolean {
  return kind.kind === "resource" || (kind.kind === "alias" && typeof kind.type !== "string" && kind.type.resource);
}

/** What a definition defines. Types written inside it have its gate. */
export function definedKind(maker: TypeMaker, names: Names, unit: AliasUnit | FieldsUnit | ResourceUnit): TypeKind {
  const stability = stabilityOf(unit.attributes);
  if (unit.kind === "resource") return { kind: "resource" };
  if (unit.kind === "type") return kindOf(maker, names, written(unit.type), stability);
  return { kind: unit.kind, parts: partsOf(maker, names, unit, stability) };
}

function partsOf(
  maker: TypeMaker,
  names: Names,
  unit: FieldsUnit,
  stability: Stability | undefined,
): readonly PartNode[] {
  let before = unit.name?.end ?? unit.start;
  return unit.fields.map(field => {
    const docs = partDocText(unit.text, before, field.name.start);
    before = field.end;
    const type = field.type && typeOf(maker, names, field.type, stability);
    return present({ name: field.name.text, type, docs }) as PartNode;
  });
}

/** The type that an expression stands for where a value is meant. */
export function typeOf(
  maker: TypeMaker,
  names: Names,
  expr: TypeExpr,
  stability: Stability | undefined = undefined,
): TypeRef {
  const kind = kindOf(maker, names, expr, stability);
  if (kind.kind === "alias") return kind.type;
  if (kind.kind === "own") return kind.resource;
  return inPlace(maker, kind, stability);
}

/** A type written in place. Equal ones share the gate of the first, whatever the gates of what they are written in. */
export function inPlace(maker: TypeMaker, kind: TypeKind, stability?: Stability): TypeNode {
  const key = keyOf(kind);
  const known = maker.inPlace.get(key);
  if (known) return known;
  const node = add(maker, { kind, stability: maker.gated ? (stability ?? stabilityOfParts(kind)) : undefined });
  maker.inPlace.set(key, node);
  return node;
}

function keyOf(kind: TypeKind): string {
  const size = kind.kind === "fixed-length-list" ? `${kind.size} ` : "";
  const parts = partRefs(kind).map(part => (typeof part === "object" ? `#${part.serial}` : (part ?? "_")));
  return `${kind.kind} ${size}${parts.join(" ")}`;
}

/** A type written in place has the gate of the first of its parts that has one. */
function stabilityOfParts(kind: TypeKind): Stability | undefined {
  for (const part of partRefs(kind)) if (typeof part === "object" && part.stability) return part.stability;
  return undefined;
}

/** The types directly inside a type; `undefined` for a payload that is left out. */
export function partRefs(kind: TypeKind): readonly (TypeRef | undefined)[] {
  switch (kind.kind) {
    case "resource":
      return [];
    case "record":
    case "variant":
    case "enum":
    case "flags":
      return kind.parts.map(part => part.type);
    case "alias":
      return [kind.type];
    case "own":
    case "borrow":
      return [kind.resource];
    case "tuple":
      return kind.types;
    case "map":
      return [kind.key, kind.value];
    case "result":
      return [kind.ok, kind.err];
    default:
      return [kind.element];
  }
}

function kindOf(maker: TypeMaker, names: Names, expr: TypeExpr, stability: Stability | undefined): TypeKind {
  const of = (part: TypeExpr): TypeRef => typeOf(maker, names, part, stability);
  switch (expr.kind) {
    case "primitive":
      return { kind: "alias", type: expr.name };
    case "name":
      return { kind: "alias", type: named(names, expr.name.text) };
    case "own":
    case "borrow":
      return { kind: expr.kind, resource: named(names, written(expr.name).text) };
    case "list": {
      const element = of(written(expr.element));
      return expr.size === undefined
        ? { kind: "list", element }
        : { kind: "fixed-length-list", element, size: expr.size };
    }
    case "option":
      return { kind: "option", element: of(written(expr.element)) };
    case "stream":
    case "future":
      return expr.element ? { kind: expr.kind, element: of(expr.element) } : { kind: expr.kind };
    case "map": {
      const key = of(written(expr.key));
      return { kind: "map", key, value: of(written(expr.value)) };
    }
    case "result": {
      const ok = expr.ok ? { ok: of(expr.ok) } : {};
      return { kind: "result", ...ok, ...(expr.err ? { err: of(expr.err) } : {}) };
    }
    case "tuple":
      return { kind: "tuple", types: expr.elements.map(of) };
  }
}

function named(names: Names, name: string): TypeNode {
  return written(names.get(name));
}

/** Packages are modelled only when they have no errors, so that nothing is left out in them. */
export function written<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("a package can be resolved only when it has no errors");
  return value;
}
