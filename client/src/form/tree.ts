// A value as a tree to look at: what each part is called, its type and its value.
import { member, printValue } from "../wave/print.ts";
import { readArguments } from "../wave/read.ts";
import { WaveError } from "../wave/tokens.ts";
import { camelCase, casesOf, type HandleType, typeText, type WitType } from "../wave/wit-type.ts";

export interface TreeNode {
  /** A field's, case's or parameter's name, or an item's number; empty for what stands alone. */
  readonly label: string;
  readonly type: string;
  /** WAVE. */
  readonly text: string;
  /** Whether it is the err of a result. */
  readonly isError: boolean;
  /** What it is made of, in order; made when asked for. */
  children(): readonly TreeNode[];
}

/** The tree of a value in WAVE; undefined when the text is none of the type (cut off, for example). */
export function treeOf(text: string, type: WitType): TreeNode | undefined {
  try {
    const [value] = readArguments(text, [{ name: "result", type }], { handle: name => name });
    return node("", value, type);
  } catch (error) {
    if (error instanceof WaveError) return undefined;
    throw error;
  }
}

const byName = (value: unknown, _type: HandleType): string => String(value);

function node(label: string, value: unknown, type: WitType): TreeNode {
  const isError = type.kind === "result" && (value as { readonly tag: string }).tag === "err";
  let text: string | undefined;
  return {
    label,
    type: typeText(type),
    get text() {
      text ??= printValue(value, type, byName);
      return text;
    },
    isError,
    children: () => parts(value, type),
  };
}

function parts(value: unknown, type: WitType): readonly TreeNode[] {
  switch (type.kind) {
    case "list":
      return Array.from(value as Iterable<unknown>, (item, index) => node(String(index), item, type.element));
    case "map":
      return Array.from(value as Iterable<readonly [unknown, unknown]>, ([key, item]) =>
        node(printValue(key, type.key, byName), item, type.value),
      );
    case "tuple":
      return type.elements.map((element, index) => node(String(index), (value as readonly unknown[])[index], element));
    case "record":
      return type.fields.map(field =>
        node(field.name, member(value as Readonly<Record<string, unknown>>, field.name), field.type),
      );
    case "flags":
      return type.names.map(name =>
        node(name, (value as Readonly<Record<string, unknown>>)[camelCase(name)] === true, { kind: "bool" }),
      );
    default:
      return payload(value, type);
  }
}

function payload(value: unknown, type: WitType): readonly TreeNode[] {
  if (type.kind === "option" && type.element.kind !== "option") {
    return value === undefined || value === null ? [] : [node("some", value, type.element)];
  }
  if (type.kind !== "option" && type.kind !== "variant" && type.kind !== "result") return [];
  const { tag, val } = value as { readonly tag: string; readonly val?: unknown };
  const found = casesOf(type)?.find(({ name }) => name === tag)?.type;
  return found === undefined ? [] : [node(tag, val, found)];
}
