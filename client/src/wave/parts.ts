// Looks into types: what they are made of, and how much of it there is.
import type { FunctionType, WitType } from "./wit-type.ts";

/** Whether a parameter or the result has a part of some kind, at any depth. */
export function hasPart(type: FunctionType, wanted: (part: WitType) => boolean): boolean {
  const seen = new Set<WitType>();
  const search = (part: WitType): boolean => {
    if (seen.has(part)) return false;
    seen.add(part);
    return wanted(part) || innerTypes(part).some(search);
  };
  return outerTypes(type).some(search);
}

/** How many parts the types have when they are written out. Types share parts, so that a few bytes of a component can stand for very many. */
export function countParts(type: FunctionType): number {
  const counts = new Map<WitType, number>();
  const count = (part: WitType): number => {
    const known = counts.get(part);
    if (known !== undefined) return known;
    const times = part.kind === "list" ? (part.size ?? 1) : 1;
    const parts = 1 + times * innerTypes(part).reduce((sum, inner) => sum + count(inner), 0);
    counts.set(part, parts);
    return parts;
  };
  return outerTypes(type).reduce((sum, part) => sum + count(part), 0);
}

function outerTypes({ params, result }: FunctionType): readonly WitType[] {
  return [...params.map(param => param.type), ...(result === undefined ? [] : [result])];
}

function innerTypes(type: WitType): readonly WitType[] {
  switch (type.kind) {
    case "list":
    case "option":
      return [type.element];
    case "map":
      return [type.key, type.value];
    case "tuple":
      return type.elements;
    case "record":
      return type.fields.map(field => field.type);
    case "variant":
      return type.cases.flatMap(item => item.type ?? []);
    case "result":
      return [type.ok, type.err].filter(part => part !== undefined);
    default:
      return [];
  }
}
