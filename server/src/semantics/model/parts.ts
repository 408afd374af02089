// Types made anew from their parts, for handles that nobody wrote and for the copies that an `include` makes.
import type { FunctionNode, PartNode, TypeKind, TypeNode, TypeRef } from "./nodes.ts";

/** The kind with each type in it replaced; an alias and a handle are left to the caller. */
export function mapParts(kind: TypeKind, of: (type: TypeRef) => TypeRef): TypeKind {
  switch (kind.kind) {
    case "resource":
    case "alias":
    case "own":
    case "borrow":
      return kind;
    case "record":
    case "variant":
    case "enum":
    case "flags":
      return { ...kind, parts: kind.parts.map(part => mapPart(part, of)) };
    case "tuple":
      return { ...kind, types: kind.types.map(of) };
    case "map": {
      const key = of(kind.key);
      return { ...kind, key, value: of(kind.value) };
    }
    case "result": {
      const ok = kind.ok === undefined ? {} : { ok: of(kind.ok) };
      return { kind: "result", ...ok, ...(kind.err === undefined ? {} : { err: of(kind.err) }) };
    }
    case "future":
    case "stream":
      return kind.element === undefined ? kind : { ...kind, element: of(kind.element) };
    default:
      return { ...kind, element: of(kind.element) };
  }
}

function mapPart(part: PartNode, of: (type: TypeRef) => TypeRef): PartNode {
  return part.type === undefined ? part : { ...part, type: of(part.type) };
}

/** The function with each type of its signature replaced, and its resource. */
export function mapFunction(
  f: FunctionNode,
  of: (type: TypeRef) => TypeRef,
  resourceOf: (type: TypeNode) => TypeNode,
): FunctionNode {
  const resource = f.resource ? { resource: resourceOf(f.resource) } : {};
  const params = f.params.map(param => ({ ...param, type: of(param.type) }));
  return { ...f, ...resource, params, ...(f.result === undefined ? {} : { result: of(f.result) }) };
}
