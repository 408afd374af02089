// How `wit-bindgen c` passes values: by pointer, flattened into a boolean and pointers, and what has to be freed.
import type { Type, TypeBody } from "../../wit/world-model.ts";
import { type Home, isShared } from "./names.ts";

/** A type without aliases of types that have a name, and the interface to which its nameless parts belong. */
export interface Shape {
  readonly type: Exclude<Type, { kind: "named" }> | Exclude<TypeBody, { kind: "alias" }>;
  readonly home: Home;
  /** The name that the definition has where the type has one. */
  readonly name?: string;
}

export function shapeOf(type: Type, home: Home): Shape {
  if (type.kind !== "named") return { type, home };
  const { body, owner, name } = type.def;
  return body.kind === "alias" ? shapeOf(body.type, owner) : { type: body, home: owner, name };
}

/** Whether a parameter is a pointer to its value. */
export function isByPointer({ type }: Shape): boolean {
  switch (type.kind) {
    case "string":
    case "record":
    case "variant":
    case "option":
    case "result":
    case "tuple":
    case "list":
    case "map":
      return true;
    default:
      return false;
  }
}

/**
 * The payload of an option that a parameter takes as a pointer which may be null; undefined for other types. A `use` of an option's name
 * is passed as the whole option.
 */
export function nullablePayload(type: Type, home: Home): { readonly type: Type; readonly home: Home } | undefined {
  if (type.kind === "option") return { type: type.element, home };
  if (type.kind !== "named" || type.def.body.kind !== "alias") return undefined;
  const aliased = type.def.body.type;
  return aliased.kind === "option" ? { type: aliased.element, home: type.def.owner } : undefined;
}

/**
 * Whether wit-bindgen surely makes a function that frees the type's values. It does not for a record or tuple where nothing is to be freed, and
 * it forgets that there is, in one whose types of built-in types alone (`option<u8>`) were met before.
 */
export function hasFree(type: Type): boolean {
  const shape = shapeOf(type, undefined).type;
  switch (shape.kind) {
    case "string":
    case "list":
    case "map":
    case "option":
    case "result":
    case "variant":
      return true;
    case "record":
      return shape.fields.some(field => isFreedWithin(field.type));
    case "tuple":
      return shape.elements.some(isFreedWithin);
    default:
      return false;
  }
}

function isFreedWithin(type: Type): boolean {
  if (type.kind === "string") return true;
  if (type.kind === "named" && type.def.body.kind === "alias" && type.def.body.type.kind === "named") {
    return isFreedWithin(type.def.body.type);
  }
  return type.kind === "named" ? hasFree(type) : !isShared(type) && hasFree(type);
}
