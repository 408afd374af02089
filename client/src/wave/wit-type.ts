// The types of WIT as data, resolved: what values of a component's functions look like.

export type WitType =
  | { readonly kind: Primitive }
  | { readonly kind: "list"; readonly element: WitType; readonly size?: number }
  | { readonly kind: "map"; readonly key: WitType; readonly value: WitType }
  | { readonly kind: "option"; readonly element: WitType }
  | { readonly kind: "result"; readonly ok: WitType | undefined; readonly err: WitType | undefined }
  | { readonly kind: "tuple"; readonly elements: readonly WitType[] }
  | { readonly kind: "record"; readonly fields: readonly Named[] }
  | { readonly kind: "variant"; readonly cases: readonly Case[] }
  | { readonly kind: "enum"; readonly names: readonly string[] }
  | { readonly kind: "flags"; readonly names: readonly string[] }
  /** Resources, streams, futures and error contexts: no text stands for them. */
  | { readonly kind: "handle"; readonly what: string };

export type IntegerKind = "u8" | "u16" | "u32" | "u64" | "s8" | "s16" | "s32" | "s64";
export type Primitive = IntegerKind | "bool" | "f32" | "f64" | "char" | "string";

export interface Named {
  readonly name: string;
  readonly type: WitType;
}

export interface Case {
  readonly name: string;
  readonly type: WitType | undefined;
}

export interface FunctionType {
  readonly params: readonly Named[];
  readonly result: WitType | undefined;
}

/** How a type is written in messages; long ones are cut at their kind. */
export function typeText(type: WitType): string {
  switch (type.kind) {
    case "list":
      return `list<${typeText(type.element)}${type.size === undefined ? "" : `, ${type.size}`}>`;
    case "map":
      return `map<${typeText(type.key)}, ${typeText(type.value)}>`;
    case "option":
      return `option<${typeText(type.element)}>`;
    case "result":
      return "result";
    case "tuple":
      return `tuple<${type.elements.map(typeText).join(", ")}>`;
    case "record":
      return `record { ${type.fields.map(field => field.name).join(", ")} }`;
    case "variant":
      return `variant { ${type.cases.map(item => item.name).join(", ")} }`;
    case "enum":
    case "flags":
      return `${type.kind} { ${type.names.join(", ")} }`;
    case "handle":
      return type.what;
    default:
      return type.kind;
  }
}

/** The name that jco gives to a field, flag or function: `welcome-all` becomes `welcomeAll`. */
export function camelCase(name: string): string {
  const [first = "", ...others] = name.toLowerCase().split("-");
  return first + others.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
