// The types of WIT as data, resolved: what values of a component's functions look like.

export type WitType = Shape & {
  /** What the WIT calls the type, and says of it, where that is known. */
  readonly name?: string;
  readonly docs?: string;
};

type Shape =
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
  /** Resources, streams, futures and error contexts: what stands for them has a meaning only in one running instance. */
  | { readonly kind: "handle"; readonly what: string; readonly resource?: Resource; readonly borrowed?: boolean };

/** A resource type; within one component each has a number of its own, whatever it is called. */
export interface Resource {
  readonly id: number;
  readonly name: string;
}

export type HandleType = Extract<WitType, { readonly kind: "handle" }>;

export type IntegerKind = "u8" | "u16" | "u32" | "u64" | "s8" | "s16" | "s32" | "s64";
export type Primitive = IntegerKind | "bool" | "f32" | "f64" | "char" | "string";

export interface Named {
  readonly name: string;
  readonly type: WitType;
  readonly docs?: string;
}

export interface Case {
  readonly name: string;
  readonly type: WitType | undefined;
  readonly docs?: string;
}

export interface FunctionType {
  readonly params: readonly Named[];
  readonly result: WitType | undefined;
}

/** How a type is written in messages: by its name where it has one; long ones are cut at their kind. */
export function typeText(type: WitType): string {
  if (type.name !== undefined) return type.name;
  switch (type.kind) {
    case "list":
      return `list<${typeText(type.element)}${type.size === undefined ? "" : `, ${type.size}`}>`;
    case "map":
      return `map<${typeText(type.key)}, ${typeText(type.value)}>`;
    case "option":
      return `option<${typeText(type.element)}>`;
    case "result":
      return resultText(type);
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
      return handleText(type);
    default:
      return type.kind;
  }
}

function resultText({ ok, err }: { readonly ok: WitType | undefined; readonly err: WitType | undefined }): string {
  if (err === undefined) return ok === undefined ? "result" : `result<${typeText(ok)}>`;
  return `result<${ok === undefined ? "_" : typeText(ok)}, ${typeText(err)}>`;
}

function handleText({ what, resource, borrowed }: HandleType): string {
  const name = resource?.name || what;
  return borrowed === true ? `borrow<${name}>` : name;
}

/** The name that jco gives to a field, flag or function: `welcome-all` becomes `welcomeAll`. */
export function camelCase(name: string): string {
  const [first = "", ...others] = name.toLowerCase().split("-");
  return first + others.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** The lowest and the highest value of an integer type. */
export function integerRange(kind: IntegerKind): readonly [low: bigint, high: bigint] {
  const bits = BigInt(kind.slice(1));
  return kind.startsWith("u") ? [0n, (1n << bits) - 1n] : [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n];
}

/** What a value of a type is one of; `undefined` for types that are no choice between cases. */
export function casesOf(type: WitType): readonly Case[] | undefined {
  switch (type.kind) {
    case "bool":
      return [
        { name: "false", type: undefined },
        { name: "true", type: undefined },
      ];
    case "enum":
      return type.names.map(name => ({ name, type: undefined }));
    case "variant":
      return type.cases;
    case "option":
      return [
        { name: "none", type: undefined },
        { name: "some", type: type.element },
      ];
    case "result":
      return [
        { name: "ok", type: type.ok },
        { name: "err", type: type.err },
      ];
    default:
      return undefined;
  }
}
