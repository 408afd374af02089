// Reads WAVE text into what a form holds.
import type { Reading } from "../wave/cursor.ts";
import { member, printValue } from "../wave/print.ts";
import { readArguments } from "../wave/read.ts";
import { type Case, camelCase, casesOf, type Named, type WitType } from "../wave/wit-type.ts";
import { type FormValue, pairType } from "./value.ts";

/** The values of a function's parameters; throws WaveError where the text does not fit them. */
export function formValues(text: string, params: readonly Named[], handle?: Reading["handle"]): readonly FormValue[] {
  const reading: Reading = {
    handle: (name, type) => {
      handle?.(name, type);
      return name;
    },
  };
  const values = readArguments(text, params, reading);
  return params.map(({ type }, index) => formValue(values[index], type));
}

/** The form's value for one as jco's components take and give it; a handle is its name. */
function formValue(value: unknown, type: WitType): FormValue {
  const cases = casesOf(type);
  if (cases !== undefined) return chosen(value, type, cases);
  switch (type.kind) {
    case "char":
    case "string":
      return { kind: "text", text: String(value) };
    case "list":
      return items(value, () => type.element);
    case "map":
      return items(value, () => pairType(type));
    case "tuple":
      return items(value, index => type.elements[index]!);
    case "record": {
      const fields = value as Readonly<Record<string, unknown>>;
      return { kind: "items", items: type.fields.map(({ name, type: of }) => formValue(member(fields, name), of)) };
    }
    case "flags": {
      const set = value as Readonly<Record<string, unknown>>;
      return { kind: "flags", names: type.names.filter(name => set[camelCase(name)] === true) };
    }
    case "handle":
      return { kind: "handle", name: String(value) };
    default:
      return { kind: "text", text: printValue(value, type) };
  }
}

function items(value: unknown, typeAt: (index: number) => WitType): FormValue {
  return {
    kind: "items",
    items: Array.from(value as Iterable<unknown>, (item, index) => formValue(item, typeAt(index))),
  };
}

function chosen(value: unknown, type: WitType, cases: readonly Case[]): FormValue {
  const { tag, val } = tagged(value, type);
  const payload = cases.find(({ name }) => name === tag)?.type;
  return { kind: "choice", name: tag, ...(payload === undefined ? {} : { payload: formValue(val, payload) }) };
}

/** jco has tags for variants, results and options of options; other choices are values of JavaScript. */
function tagged(value: unknown, type: WitType): { readonly tag: string; readonly val?: unknown } {
  if (type.kind === "bool" || type.kind === "enum") return { tag: String(value) };
  if (type.kind !== "option" || type.element.kind === "option") {
    return value as { readonly tag: string; readonly val?: unknown };
  }
  return value === undefined || value === null ? { tag: "none" } : { tag: "some", val: value };
}
