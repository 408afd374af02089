// Statements that make a value of any type which the component model takes: all bits 0, and what 0 can't be.
import type { Type } from "../../wit/world-model.ts";
import { baseResource } from "../resources.ts";
import { type CNames, type Home, identifier } from "./names.ts";
import { shapeOf } from "./shape.ts";

/**
 * The statements that finish a value at `place` whose bytes are all 0; undefined where there is no value without a resource of others or a
 * future or stream.
 */
export function finishZero(names: CNames, type: Type, home: Home, place: string): readonly string[] | undefined {
  const { type: shape, home: inner } = shapeOf(type, home);
  const parts = (types: readonly (readonly [string, Type])[]): readonly string[] | undefined => {
    const all = types.map(([field, of]) => finishZero(names, of, inner, member(place, field)));
    return all.every(each => each !== undefined) ? all.flat() : undefined;
  };
  switch (shape.kind) {
    case "own": {
      const made = newResource(names, shape);
      return made === undefined ? undefined : [`${place} = ${made};`];
    }
    case "borrow":
    case "future":
    case "stream":
    case "error-context":
      return undefined;
    case "record":
      return parts(shape.fields.map(({ name, type }) => [identifier(name), type]));
    case "tuple":
      return parts(shape.elements.map((of, i) => [`f${i}`, of]));
    case "result": {
      const ok = shape.ok === undefined ? [] : parts([["val.ok", shape.ok]]);
      if (ok !== undefined) return ok;
      const err = shape.err === undefined ? [] : parts([["val.err", shape.err]]);
      return err && [`${member(place, "is_err")} = true;`, ...err];
    }
    case "variant":
      for (const [i, { name, type: of }] of shape.cases.entries()) {
        const rest = of === undefined ? [] : parts([[`val.${identifier(name)}`, of]]);
        if (rest !== undefined) return i === 0 ? rest : [`${member(place, "tag")} = ${i};`, ...rest];
      }
      return undefined;
    default:
      return [];
  }
}

/** The expression that makes a resource of the component's own; undefined for one of others. */
export function newResource(names: CNames, own: Extract<Type, { kind: "own" | "borrow" }>): string | undefined {
  const resource = baseResource(own.resource);
  if (!names.isExported(resource.owner)) return undefined;
  const name = resourceName(names, own);
  return `${name}_new(calloc(1, sizeof(${name}_t)))`;
}

/** What the names of a resource's functions start with. */
export function resourceName(names: CNames, { resource }: Extract<Type, { kind: "own" | "borrow" }>): string {
  const base = baseResource(resource);
  return names.type({ kind: "named", def: base }, base.owner).replace(/_t$/, "");
}

/** A member of the value at a place, which may be a pointer's target. */
export function member(place: string, field: string): string {
  return place.startsWith("*") ? `${place.slice(1)}->${field}` : `${place}.${field}`;
}
