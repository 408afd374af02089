// Writes the JavaScript values that jco's components give as WAVE, like Wasmtime prints them.
import { type Case, camelCase, type HandleType, type Named, type WitType } from "./wit-type.ts";

// Words that stand for values of their own: a name among them gets a % before it.
const RESERVED = new Set(["true", "false", "inf", "nan", "some", "none", "ok", "err"]);

/** The name of a resource of a running instance. */
export type HandleNames = (value: unknown, type: HandleType) => string;

const UNNAMED: HandleNames = (_value, { what }) => `<${what}>`;

export function printValue(value: unknown, type: WitType, names: HandleNames = UNNAMED): string {
  switch (type.kind) {
    case "string":
      return quoted(String(value), '"');
    case "char":
      return quoted(String(value), "'");
    case "f32":
    case "f64":
      return printFloat(Number(value), type.kind);
    case "list":
      return `[${Array.from(value as Iterable<unknown>, item => printValue(item, type.element, names)).join(", ")}]`;
    case "map":
      return `[${Array.from(value as Iterable<[unknown, unknown]>, ([key, item]) => `(${printValue(key, type.key, names)}, ${printValue(item, type.value, names)})`).join(", ")}]`;
    case "tuple":
      return `(${type.elements.map((element, index) => printValue((value as unknown[])[index], element, names)).join(", ")})`;
    case "record":
      return printRecord(value as Record<string, unknown>, type.fields, names);
    case "flags":
      return `{${type.names
        .filter(name => (value as Record<string, unknown>)[camelCase(name)] === true)
        .map(label)
        .join(", ")}}`;
    case "enum":
      return label(String(value));
    case "variant":
      return printCase(value as Tagged, type.cases, names);
    case "option":
      return printOption(value, type.element, names);
    case "result":
      return printResult(value as Tagged, type, names);
    case "handle":
      return names(value, type);
    default:
      return String(value);
  }
}

interface Tagged {
  readonly tag: string;
  readonly val?: unknown;
}

/** A name as WAVE writes it. */
export function label(name: string): string {
  return RESERVED.has(name) ? `%${name}` : name;
}

function printFloat(value: number, kind: "f32" | "f64"): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Object.is(value, -0)) return "-0";
  // JavaScript holds an f32 as the nearest f64, whose shortest form has too many digits.
  return kind === "f32" ? shortestFloat32(value) : String(value);
}

function shortestFloat32(value: number): string {
  for (let digits = 1; digits <= 9; digits++) {
    const text = Number(value.toPrecision(digits));
    if (Math.fround(text) === value) return String(text);
  }
  return String(value);
}

/** Options that are none are left out, as Wasmtime does. */
function printRecord(value: Record<string, unknown>, fields: readonly Named[], names: HandleNames): string {
  const written = fields.flatMap(({ name, type }) => {
    const text = printValue(member(value, name), type, names);
    return type.kind === "option" && text === "none" ? [] : [`${label(name)}: ${text}`];
  });
  return written.length === 0 ? "{:}" : `{${written.join(", ")}}`;
}

/** The value of a field in the object that jco makes of a record; what every object has is no field. */
export function member(value: Readonly<Record<string, unknown>>, name: string): unknown {
  const key = camelCase(name);
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function printCase({ tag, val }: Tagged, cases: readonly Case[], names: HandleNames): string {
  const type = cases.find(item => item.name === tag)?.type;
  return type === undefined ? label(tag) : `${label(tag)}(${printValue(val, type, names)})`;
}

function printOption(value: unknown, element: WitType, names: HandleNames): string {
  if (element.kind === "option") {
    const { tag, val } = value as Tagged;
    return tag === "none" ? "none" : `some(${printValue(val, element, names)})`;
  }
  return value === undefined || value === null ? "none" : `some(${printValue(value, element, names)})`;
}

function printResult({ tag, val }: Tagged, type: Extract<WitType, { kind: "result" }>, names: HandleNames): string {
  const payload = tag === "ok" ? type.ok : type.err;
  return payload === undefined ? tag : `${tag}(${printValue(val, payload, names)})`;
}

const NAMED_ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };

/** A string or character in its quotes. */
export function quoted(text: string, quote: string): string {
  return (
    quote +
    Array.from(text, char => {
      if (char === quote) return `\\${char}`;
      const named = NAMED_ESCAPES[char];
      if (named !== undefined) return named;
      const code = char.codePointAt(0)!;
      return code < 0x20 || code === 0x7f ? `\\u{${code.toString(16)}}` : char;
    }).join("") +
    quote
  );
}
