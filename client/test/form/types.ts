// Types and values for the tests of forms.
import type { FormValue } from "../../src/form/value.ts";
import type { Named, Primitive, WitType } from "../../src/wave/wit-type.ts";

export const of = (kind: Primitive): WitType => ({ kind });
export const list = (element: WitType): WitType => ({ kind: "list", element });
export const option = (element: WitType): WitType => ({ kind: "option", element });
export const record = (fields: Readonly<Record<string, WitType>>): WitType => ({
  kind: "record",
  fields: Object.entries(fields).map(([name, type]) => ({ name, type })),
});

export const CANVAS: WitType = { kind: "handle", what: "resource", resource: { id: 0, name: "canvas" } };
export const PERSON: WitType = record({ "full-name": of("string"), age: option(of("u8")) });
export const TONE: WitType = { kind: "enum", names: ["very-friendly", "formal", "none"] };
export const RIGHTS: WitType = { kind: "flags", names: ["read-all", "write"] };
export const SHAPE: WitType = {
  kind: "variant",
  cases: [
    { name: "empty", type: undefined },
    { name: "circle", type: of("f64") },
    { name: "polygon", type: list(of("u32")) },
  ],
};
export const RESULT: WitType = { kind: "result", ok: of("u32"), err: of("string") };

export function params(...types: readonly WitType[]): readonly Named[] {
  return types.map((type, index) => ({ name: `p${index}`, type }));
}

export const text = (written: string): FormValue => ({ kind: "text", text: written });
export const items = (...held: readonly FormValue[]): FormValue => ({ kind: "items", items: held });
export const choice = (name: string, payload?: FormValue): FormValue => ({
  kind: "choice",
  name,
  ...(payload === undefined ? {} : { payload }),
});
