// Random types, and random values of a type as a form holds them: the same seed gives the same.
import { type FormValue, pairType } from "../../src/form/value.ts";
import { casesOf, type IntegerKind, integerRange, type Named, type WitType } from "../../src/wave/wit-type.ts";

export type Random = (below: number) => number;

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return below => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[random(items.length)]!;
}

// Names that mean something elsewhere: in WAVE, in JavaScript, in jco.
const NAMES = ["a", "b-c", "true", "none", "some", "ok", "err", "inf", "nan", "constructor", "to-string", "x1", "HTTP"];
const INTEGERS: readonly IntegerKind[] = ["u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64"];
const FLAT = [...INTEGERS, "bool", "f32", "f64", "char", "string"] as const;
const DEEP = ["list", "sized", "map", "option", "result", "tuple", "record", "variant", "enum", "flags"] as const;

function someNames(random: Random): readonly string[] {
  const start = random(NAMES.length);
  return NAMES.slice(start, start + 1 + random(4));
}

export function randomType(random: Random, depth = 4): WitType {
  if (depth === 0 || random(3) === 0) return { kind: pick(random, FLAT) };
  const inner = (): WitType => randomType(random, depth - 1);
  const maybe = (): WitType | undefined => (random(3) === 0 ? undefined : inner());
  const kind = pick(random, DEEP);
  switch (kind) {
    case "list":
      return { kind, element: inner() };
    case "sized":
      return { kind: "list", element: inner(), size: 1 + random(3) };
    case "map":
      return { kind, key: { kind: pick(random, ["u8", "string", "char"] as const) }, value: inner() };
    case "option":
      return { kind, element: inner() };
    case "result":
      return { kind, ok: maybe(), err: maybe() };
    case "tuple":
      return { kind, elements: Array.from({ length: 1 + random(3) }, inner) };
    case "record":
      return { kind, fields: someNames(random).map(name => ({ name, type: inner() })) };
    case "variant":
      return { kind, cases: someNames(random).map(name => ({ name, type: maybe() })) };
    case "enum":
    case "flags":
      return { kind, names: someNames(random) };
  }
}

export function randomParams(random: Random): readonly Named[] {
  return Array.from({ length: random(4) }, (_, index) => ({ name: `p${index}`, type: randomType(random) }));
}

/** A right value of a type. */
export function randomValue(random: Random, type: WitType): FormValue {
  const cases = casesOf(type);
  if (cases !== undefined) {
    const { name, type: payload } = pick(random, cases);
    return { kind: "choice", name, ...(payload === undefined ? {} : { payload: randomValue(random, payload) }) };
  }
  const many = (length: number, of: WitType): FormValue => ({
    kind: "items",
    items: Array.from({ length }, () => randomValue(random, of)),
  });
  switch (type.kind) {
    case "list":
      return many(type.size ?? random(4), type.element);
    case "map":
      return withoutDoubles(many(random(4), pairType(type)));
    case "tuple":
      return { kind: "items", items: type.elements.map(element => randomValue(random, element)) };
    case "record":
      return { kind: "items", items: type.fields.map(field => randomValue(random, field.type)) };
    case "flags":
      return { kind: "flags", names: type.names.filter(() => random(2) === 0) };
    default:
      return { kind: "text", text: randomText(random, type) };
  }
}

function withoutDoubles(value: FormValue): FormValue {
  if (value.kind !== "items") return value;
  const keys = value.items.map(item => JSON.stringify(item.kind === "items" ? item.items[0] : undefined));
  return { kind: "items", items: value.items.filter((_, index) => keys.indexOf(keys[index]!) === index) };
}

const LETTERS = [
  "a",
  "Ü",
  "日",
  "😀",
  '"',
  "'",
  "\\",
  "\n",
  "\r",
  "\t",
  "\0",
  "\u007f",
  "{",
  "//",
  " ",
  "#1",
  "\u2028",
];
const FLOATS = ["0", "-0", "0.5", "-1.25", "nan", "inf", "-inf", "1e+21", "123456"];

function randomText(random: Random, { kind }: WitType): string {
  switch (kind) {
    case "string":
      return Array.from({ length: random(6) }, () => pick(random, LETTERS)).join("");
    case "char":
      return Array.from(pick(random, LETTERS))[0]!;
    case "f32":
    case "f64":
      return pick(random, FLOATS);
    default: {
      const [low, high] = integerRange(kind as IntegerKind);
      return String(pick(random, [low, high, 0n, 1n, low + BigInt(random(100))]));
    }
  }
}
