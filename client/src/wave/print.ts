// Writes the JavaScript values that jco's components give as WAVE, like Wasmtime prints them.
import { type Case, camelCase, type Named, type WitType } from "./wit-type.ts";

// Words that stand for values of their own: a name among them gets a % before it.
const RESERVED = new Set(["true", "false", "inf", "nan", "some", "none", "ok", "err"]);

export function printValue(value: unknown, type: WitType): string {
  switch (type.kind) {
    case "string":
      return `"${escaped(String(value), '"')}"`;
    case "char":
      return `'${escaped(String(value), "'")}'`;
    case "f32":
    case "f64":
      return printFloat(Number(value), type.kind);
    case "list":
      return `[${Array.from(value as Iterable<unknown>, item => printValue(item, type.element)).join(", ")}]`;
    case "map":
      return `[${Array.from(value as Iterable<[unknown, unknown]>, ([key, item]) => `(${printValue(key, type.key)}, ${printValue(item, type.value)})`).join(", ")}]`;
    case "tuple":
      return `(${type.elements.map((element, index) => printValue((value as unknown[])[index], element)).join(", ")})`;
    case "record":
      return printRecord(value as Record<string, unknown>, type.fields);
    case "flags":
      return `{${type.names
        .filter(name => (value as Record<string, unknown>)[camelCase(name)] === true)
        .map(label)
        .join(", ")}}`;
    case "enum":
      return label(String(value));
    case "variant":
      return printCase(value as Tagged, type.cases);
    case "option":
      return printOption(value, type.element);
    case "result":
      return printResult(value as Tagged, type);
    case "handle":
      return `<${type.what}>`;
    default:
      return String(value);
  }
}

interface Tagged {
  readonly tag: string;
  readonly val?: unknown;
}

function label(name: string): string {
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
function printRecord(value: Record<string, unknown>, fields: readonly Named[]): string {
  const present = fields.filter(({ name, type }) => type.kind !== "option" || value[camelCase(name)] != null);
  if (present.length === 0) return "{:}";
  return `{${present.map(({ name, type }) => `${label(name)}: ${printValue(value[camelCase(name)], type)}`).join(", ")}}`;
}

function printCase({ tag, val }: Tagged, cases: readonly Case[]): string {
  const type = cases.find(item => item.name === tag)?.type;
  return type === undefined ? label(tag) : `${label(tag)}(${printValue(val, type)})`;
}

function printOption(value: unknown, element: WitType): string {
  if (element.kind === "option") {
    const { tag, val } = value as Tagged;
    return tag === "none" ? "none" : `some(${printValue(val, element)})`;
  }
  return value === undefined || value === null ? "none" : `some(${printValue(value, element)})`;
}

function printResult({ tag, val }: Tagged, { ok, err }: Extract<WitType, { kind: "result" }>): string {
  const type = tag === "ok" ? ok : err;
  return type === undefined ? tag : `${tag}(${printValue(val, type)})`;
}

const NAMED_ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };

function escaped(text: string, quote: string): string {
  return Array.from(text, char => {
    if (char === quote) return `\\${char}`;
    const named = NAMED_ESCAPES[char];
    if (named !== undefined) return named;
    const code = char.codePointAt(0)!;
    return code < 0x20 || code === 0x7f ? `\\u{${code.toString(16)}}` : char;
  }).join("");
}
