// WIT types as TypeScript writes them, in the shapes in which jco gives and takes values.
import { type Type, type TypeDef, withoutAliases } from "../../wit/world-model.ts";
import { camel } from "../casing.ts";
import type { ModuleNames } from "./names.ts";

type TypeNames = ModuleNames["types"];

const ARRAYS: Readonly<Record<string, string>> = {
  u8: "Uint8Array",
  s8: "Int8Array",
  u16: "Uint16Array",
  s16: "Int16Array",
  u32: "Uint32Array",
  s32: "Int32Array",
  u64: "BigUint64Array",
  s64: "BigInt64Array",
  f32: "Float32Array",
  f64: "Float64Array",
};

/** The typed array that a list is; undefined for other lists, which are arrays. */
export function typedArray(element: Type): string | undefined {
  return ARRAYS[withoutAliases(element).kind];
}

export function typeText(type: Type, names: TypeNames): string {
  switch (type.kind) {
    case "bool":
      return "boolean";
    case "u64":
    case "s64":
      // QuickJS gives numbers, StarlingMonkey big ones; both take both.
      return "bigint | number";
    case "char":
    case "string":
      return "string";
    case "named":
      return names.get(type.def) ?? "unknown";
    case "own":
    case "borrow":
      return names.get(type.resource) ?? "unknown";
    case "list":
      return typedArray(type.element) ?? `Array<${typeText(type.element, names)}>`;
    case "map":
      return `Map<${typeText(type.key, names)}, ${typeText(type.value, names)}>`;
    case "option":
      return isOption(type.element)
        ? `{ tag: "none" } | { tag: "some", val: ${typeText(type.element, names)} }`
        : `${typeText(type.element, names)} | undefined`;
    case "result":
      return `${caseText("ok", type.ok, names)} | ${caseText("err", type.err, names)}`;
    case "tuple":
      return `[${type.elements.map(element => typeText(element, names)).join(", ")}]`;
    case "future":
    case "stream":
    case "error-context":
      return "unknown";
    default:
      return "number";
  }
}

/** What a function gives: the error of a result is thrown. */
export function resultText(result: Type | undefined, names: TypeNames): string {
  if (result === undefined) return "void";
  const real = withoutAliases(result);
  if (real.kind !== "result") return typeText(result, names);
  return real.ok === undefined ? "void" : typeText(real.ok, names);
}

/** What a type that is no resource is made of. */
export function bodyText({ body }: TypeDef, names: TypeNames): string {
  switch (body.kind) {
    case "record":
      return `{ ${body.fields.map(({ name, type }) => fieldText(name, type, names)).join(", ")} }`;
    case "variant":
      return body.cases.map(({ name, type }) => caseText(name, type, names)).join(" | ");
    case "enum":
      return body.names.map(name => JSON.stringify(name)).join(" | ");
    case "flags":
      return `{ ${body.names.map(name => `${camel(name)}?: boolean`).join(", ")} }`;
    case "alias":
      return typeText(body.type, names);
    case "resource":
      return "unknown";
  }
}

function fieldText(name: string, type: Type, names: TypeNames): string {
  const mayBeAbsent = type.kind === "option" && !isOption(type.element);
  return mayBeAbsent ? `${camel(name)}?: ${typeText(type.element, names)}` : `${camel(name)}: ${typeText(type, names)}`;
}

function caseText(tag: string, type: Type | undefined, names: TypeNames): string {
  return type === undefined
    ? `{ tag: ${JSON.stringify(tag)} }`
    : `{ tag: ${JSON.stringify(tag)}, val: ${typeText(type, names)} }`;
}

/** An option in an option can't be told from an absent one by `undefined` alone. */
export function isOption(type: Type): boolean {
  return withoutAliases(type).kind === "option";
}
