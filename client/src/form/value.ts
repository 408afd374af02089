// What a form holds of a value: text as it was typed, which case is chosen, which items there are.
import { casesOf, type WitType } from "../wave/wit-type.ts";

export type FormValue =
  /** Numbers, characters and strings: as typed, right or wrong. */
  | { readonly kind: "text"; readonly text: string }
  /** The case of a bool, enum, variant, option or result. */
  | { readonly kind: "choice"; readonly name: string; readonly payload?: FormValue }
  /** Lists and tuples; the fields of a record in the order of the type; maps as pairs. */
  | { readonly kind: "items"; readonly items: readonly FormValue[] }
  | { readonly kind: "flags"; readonly names: readonly string[] }
  /** The name of a resource of the running instance, `canvas#1`; empty when none is chosen. */
  | { readonly kind: "handle"; readonly name: string };

/** What a form starts with: zero, empty, the first case. */
export function initialValue(type: WitType): FormValue {
  const cases = casesOf(type);
  if (cases !== undefined) return initialCase(cases[0]?.name ?? "", cases[0]?.type);
  switch (type.kind) {
    case "char":
    case "string":
      return { kind: "text", text: "" };
    case "list":
      return { kind: "items", items: Array.from({ length: type.size ?? 0 }, () => initialValue(type.element)) };
    case "map":
      return { kind: "items", items: [] };
    case "tuple":
      return { kind: "items", items: type.elements.map(initialValue) };
    case "record":
      return { kind: "items", items: type.fields.map(field => initialValue(field.type)) };
    case "flags":
      return { kind: "flags", names: [] };
    case "handle":
      return { kind: "handle", name: "" };
    default:
      return { kind: "text", text: "0" };
  }
}

/** The case `name` with what its payload starts with. */
export function initialCase(name: string, payload: WitType | undefined): FormValue {
  return { kind: "choice", name, ...(payload === undefined ? {} : { payload: initialValue(payload) }) };
}

/** The type of one entry of a map. */
export function pairType({ key, value }: Extract<WitType, { kind: "map" }>): WitType {
  return { kind: "tuple", elements: [key, value] };
}
