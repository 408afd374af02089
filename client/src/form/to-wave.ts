// Writes what a form holds as WAVE; what is wrong in the form is wrong in the text at the same place.
import { label, quoted } from "../wave/print.ts";
import type { Named, WitType } from "../wave/wit-type.ts";
import { type FormValue, pairType } from "./value.ts";

/** The values of a function's parameters, separated by commas. */
export function argumentsText(values: readonly FormValue[], params: readonly Named[]): string {
  return params.map(({ type }, index) => valueText(values[index], type)).join(", ");
}

export function valueText(value: FormValue | undefined, type: WitType): string {
  switch (value?.kind) {
    case undefined:
      return "";
    case "text":
      return writtenText(value.text, type);
    case "choice":
      return choiceText(value, type);
    case "items":
      return itemsText(value.items, type);
    case "flags":
      return `{${value.names.map(label).join(", ")}}`;
    case "handle":
      return value.name;
  }
}

function writtenText(text: string, type: WitType): string {
  if (type.kind === "string") return quoted(text, '"');
  if (type.kind === "char") return quoted(text, "'");
  // WAVE has no numbers that begin with needless zeros.
  return text.trim().replace(/^(-?)0+(?=\d)/, "$1");
}

function choiceText({ name, payload }: Extract<FormValue, { kind: "choice" }>, type: WitType): string {
  const written = type.kind === "variant" || type.kind === "enum" ? label(name) : name;
  const payloadType = payloadOf(type, name);
  return payloadType === undefined ? written : `${written}(${valueText(payload, payloadType)})`;
}

function payloadOf(type: WitType, name: string): WitType | undefined {
  switch (type.kind) {
    case "option":
      return name === "some" ? type.element : undefined;
    case "result":
      return name === "ok" ? type.ok : type.err;
    case "variant":
      return type.cases.find(item => item.name === name)?.type;
    default:
      return undefined;
  }
}

function itemsText(items: readonly FormValue[], type: WitType): string {
  switch (type.kind) {
    case "list":
      return `[${items.map(item => valueText(item, type.element)).join(", ")}]`;
    case "map":
      return `[${items.map(item => valueText(item, pairType(type))).join(", ")}]`;
    case "tuple":
      return `(${type.elements.map((element, index) => valueText(items[index], element)).join(", ")})`;
    case "record":
      return recordText(items, type.fields);
    default:
      return "";
  }
}

/** Options that are none are left out, as Wasmtime does. */
function recordText(items: readonly FormValue[], fields: readonly Named[]): string {
  const written = fields.flatMap(({ name, type }, index) => {
    const item = items[index];
    const isNone = type.kind === "option" && item?.kind === "choice" && item.name === "none";
    return isNone ? [] : [`${label(name)}: ${valueText(item, type)}`];
  });
  return written.length === 0 ? "{:}" : `{${written.join(", ")}}`;
}
