// Says what is wrong with what a form holds, and where.
import type { Reading } from "../wave/cursor.ts";
import { readArguments } from "../wave/read.ts";
import { WaveError } from "../wave/tokens.ts";
import { casesOf, type HandleType, type Named, typeText, type WitType } from "../wave/wit-type.ts";
import { valueText } from "./to-wave.ts";
import { type FormValue, pairType } from "./value.ts";

export interface FormProblem {
  /** Indexes from the parameters inwards: of parameters, fields and items; a payload is 0. */
  readonly path: Path;
  readonly message: string;
}

type Path = readonly number[];
type Problems = Generator<FormProblem, void, undefined>;
type ReadHandle = Reading["handle"];

/** What the values of a function's parameters lack; none when the call can be made. */
export function formProblems(
  values: readonly FormValue[],
  params: readonly Named[],
  handle?: ReadHandle,
): readonly FormProblem[] {
  return params.flatMap(({ type }, index) => [...check(values[index], type, [index], handle)]);
}

function* check(value: FormValue | undefined, type: WitType, path: Path, handle: ReadHandle): Problems {
  switch (value?.kind) {
    case undefined:
      yield { path, message: `a ${typeText(type)} is missing` };
      return;
    case "text":
      yield* problemAt(path, textProblem(value.text, type));
      return;
    case "choice":
      yield* checkChoice(value, type, path, handle);
      return;
    case "items":
      yield* checkItems(value.items, type, path, handle);
      return;
    case "flags":
      return;
    case "handle":
      yield* problemAt(path, handleProblem(value.name, type as HandleType, handle));
  }
}

function* problemAt(path: Path, message: string | undefined): Problems {
  if (message !== undefined) yield { path, message };
}

function textProblem(text: string, type: WitType): string | undefined {
  if (/\p{Surrogate}/u.test(text)) return "this holds half of a character, which is no text";
  if (type.kind === "string") return undefined;
  if (type.kind === "char") return Array.from(text).length === 1 ? undefined : "exactly one character is expected";
  const written = text.trim();
  if (type.kind === "f32" || type.kind === "f64") {
    return FLOAT.test(written) ? undefined : "a number is expected (also nan, inf and -inf)";
  }
  return WHOLE.test(written) ? waveProblem(written, type) : `a whole number (${type.kind}) is expected`;
}

const WHOLE = /^-?\d+$/;
const FLOAT = /^(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|nan|-?inf)$/;

/** The message that the same text gets as WAVE. */
function waveProblem(text: string, type: WitType): string | undefined {
  try {
    readArguments(text, [{ name: "this", type }]);
    return undefined;
  } catch (error) {
    if (!(error instanceof WaveError)) throw error;
    return error.message;
  }
}

type Choice = Extract<FormValue, { readonly kind: "choice" }>;

function* checkChoice({ name, payload }: Choice, type: WitType, path: Path, handle: ReadHandle): Problems {
  const found = casesOf(type)?.find(item => item.name === name);
  if (found === undefined) yield { path, message: "one of the cases has to be chosen" };
  if (found?.type !== undefined) yield* check(payload, found.type, [...path, 0], handle);
}

function* checkItems(items: readonly FormValue[], type: WitType, path: Path, handle: ReadHandle): Problems {
  switch (type.kind) {
    case "list":
      if (type.size !== undefined && type.size !== items.length) {
        yield { path, message: `${type.size} elements are expected` };
      }
      for (const [index, item] of items.entries()) yield* check(item, type.element, [...path, index], handle);
      return;
    case "map":
      for (const [index, item] of items.entries()) yield* check(item, pairType(type), [...path, index], handle);
      yield* checkKeys(items, type.key, path);
      return;
    case "tuple":
      for (const [index, element] of type.elements.entries()) {
        yield* check(items[index], element, [...path, index], handle);
      }
      return;
    case "record":
      for (const [index, field] of type.fields.entries()) {
        yield* check(items[index], field.type, [...path, index], handle);
      }
  }
}

function* checkKeys(items: readonly FormValue[], key: WitType, path: Path): Problems {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const text = valueText(item.kind === "items" ? item.items[0] : undefined, key);
    if (seen.has(text)) yield { path: [...path, index, 0], message: "this key is there twice" };
    seen.add(text);
  }
}

function handleProblem(name: string, type: HandleType, handle: ReadHandle): string | undefined {
  if (type.resource === undefined) return `no ${type.what} can be given here`;
  if (name === "") return `no ${type.resource.name || type.what} is chosen`;
  try {
    handle?.(name, type);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
