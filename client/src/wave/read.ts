// Reads WAVE values of known types into the JavaScript values that jco's components take.
import { Cursor, type Reading } from "./cursor.ts";
import { tokenize, unquote, WaveError } from "./tokens.ts";
import {
  type Case,
  camelCase,
  type HandleType,
  type IntegerKind,
  integerRange,
  type Named,
  typeText,
  type WitType,
} from "./wit-type.ts";

/** Reads the values of a function's parameters, separated by commas; options at the end may be left out. Throws WaveError. */
export function readArguments(text: string, params: readonly Named[], reading: Reading = {}): readonly unknown[] {
  const cursor = new Cursor(tokenize(text), reading);
  const values: unknown[] = [];
  for (const [index, { name, type }] of params.entries()) {
    if (cursor.peek().kind === "end") {
      if (cursor.mayBegin) cursor.expect({ kind: "value", type });
      if (type.kind !== "option") throw cursor.error(`${name} (${typeText(type)}) is missing`);
      values.push(noneOf(type.element));
      continue;
    }
    values.push(readValue(cursor, type));
    if (cursor.peek().kind !== "end") cursor.take(",", index < params.length - 1 ? "a comma" : "the end");
  }
  if (cursor.peek().kind !== "end") throw cursor.error(tooMany(params.length));
  return values;
}

function tooMany(params: number): string {
  if (params === 0) return "no values are expected";
  return params === 1 ? "only 1 value is expected" : `only ${params} values are expected`;
}

function readValue(cursor: Cursor, type: WitType): unknown {
  cursor.expect({ kind: "value", type });
  switch (type.kind) {
    case "bool":
      return readName(cursor, ["true", "false"]) === "true";
    case "enum":
      return readName(cursor, type.names);
    case "char":
    case "string":
      return readText(cursor, type.kind);
    case "f32":
    case "f64":
      return readFloat(cursor);
    case "list":
      return readList(cursor, type.element, type.size);
    case "map":
      return new Map(readSequence(cursor, "[", "]", () => readPair(cursor, type.key, type.value)));
    case "tuple":
      return readTuple(cursor, type.elements);
    case "record":
      return readRecord(cursor, type.fields);
    case "flags":
      return readFlags(cursor, type.names);
    case "variant":
      return readCase(cursor, type.cases);
    case "option":
      return readOption(cursor, type.element);
    case "result":
      return readResult(cursor, type);
    case "handle":
      return readHandle(cursor, type);
    default:
      return readInteger(cursor, type.kind);
  }
}

function readName(cursor: Cursor, names: readonly string[]): string {
  const token = cursor.peek();
  const name = token.text.replace(/^%/, "");
  if (token.kind !== "word" || !names.includes(name)) throw cursor.error(`one of ${names.join(", ")} is expected`);
  cursor.next();
  return name;
}

function readText(cursor: Cursor, kind: "string" | "char"): string {
  if (cursor.peek().kind !== kind)
    throw cursor.error(kind === "string" ? 'a "string" is expected' : "a 'c'haracter is expected");
  return unquote(cursor.next());
}

function readFloat(cursor: Cursor): number {
  const token = cursor.next();
  if (token.text === "nan") return Number.NaN;
  if (token.text === "inf") return Number.POSITIVE_INFINITY;
  if (token.text === "-inf") return Number.NEGATIVE_INFINITY;
  if (token.kind !== "number") throw new WaveError("a number is expected", token.at);
  return Number(token.text);
}

function readInteger(cursor: Cursor, kind: IntegerKind): number | bigint {
  const token = cursor.peek();
  if (token.kind !== "number" || !/^-?\d+$/.test(token.text))
    throw cursor.error(`a whole number (${kind}) is expected`);
  const [low, high] = integerRange(kind);
  const value = BigInt(token.text);
  if (value < low || value > high)
    throw cursor.error(`${token.text} is out of the range of ${kind} (${low} to ${high})`);
  cursor.next();
  return kind.endsWith("64") ? value : Number(value);
}

function readSequence<Value>(cursor: Cursor, open: string, close: string, read: () => Value): Value[] {
  cursor.take(open);
  const values: Value[] = [];
  while (!cursor.skip(close)) {
    values.push(read());
    if (cursor.skip(",")) continue;
    cursor.take(close, `, or ${close}`);
    break;
  }
  return values;
}

function readList(cursor: Cursor, element: WitType, size: number | undefined): unknown {
  const { at } = cursor.peek();
  const values = readSequence(cursor, "[", "]", () => readValue(cursor, element));
  if (size !== undefined && values.length !== size) throw new WaveError(`${size} elements are expected`, at);
  return element.kind === "u8" ? Uint8Array.from(values as number[]) : values;
}

function readPair(cursor: Cursor, key: WitType, value: WitType): readonly [unknown, unknown] {
  cursor.take("(");
  const first = readValue(cursor, key);
  cursor.take(",");
  const second = readValue(cursor, value);
  cursor.take(")");
  return [first, second];
}

function readTuple(cursor: Cursor, elements: readonly WitType[]): unknown[] {
  cursor.take("(");
  const values = elements.map((element, index) => {
    if (index > 0) cursor.take(",");
    return readValue(cursor, element);
  });
  cursor.skip(",");
  cursor.take(")");
  return values;
}

function readRecord(cursor: Cursor, fields: readonly Named[]): Record<string, unknown> {
  const { at } = cursor.peek();
  const values: Record<string, unknown> = {};
  const seen = new Set<string>();
  if (cursor.peek().text === "{" && cursor.peek(1).text === ":") {
    cursor.next();
    cursor.next();
    cursor.take("}");
  } else {
    readSequence(cursor, "{", "}", () => readField(cursor, fields, values, seen));
  }
  for (const { name, type } of fields) if (!seen.has(name)) leaveOut(values, camelCase(name), type);
  const missing = fields.find(({ name, type }) => !seen.has(name) && type.kind !== "option");
  if (missing !== undefined)
    throw new WaveError(`the field ${missing.name} (${typeText(missing.type)}) is missing`, at);
  return values;
}

function readField(cursor: Cursor, fields: readonly Named[], values: Record<string, unknown>, seen: Set<string>): void {
  cursor.expect({ kind: "field", fields: fields.filter(({ name }) => !seen.has(name)) });
  const name = cursor.peek().text.replace(/^%/, "");
  const field = fields.find(field => field.name === name);
  if (field === undefined)
    throw cursor.error(`one of the fields ${fields.map(({ name }) => name).join(", ")} is expected`);
  if (seen.has(name)) throw cursor.error(`the field ${name} is there twice`);
  cursor.next();
  cursor.take(":");
  seen.add(name);
  values[camelCase(name)] = readValue(cursor, field.type);
}

/** An option that is left out is none, also where every object has a member of its name (`toString`). */
function leaveOut(values: Record<string, unknown>, key: string, type: WitType): void {
  const none = type.kind === "option" ? noneOf(type.element) : undefined;
  if (none !== undefined || key in values) values[key] = none;
}

function readFlags(cursor: Cursor, names: readonly string[]): Record<string, boolean> {
  const seen = new Set<string>();
  const set = readSequence(cursor, "{", "}", () => {
    cursor.expect({ kind: "flag", names: names.filter(name => !seen.has(name)) });
    const name = readName(cursor, names);
    seen.add(name);
    return name;
  });
  return Object.fromEntries(set.map(name => [camelCase(name), true]));
}

function readCase(cursor: Cursor, cases: readonly Case[]): { tag: string; val?: unknown } {
  const name = cursor.peek().text.replace(/^%/, "");
  const found = cases.find(item => item.name === name);
  if (found === undefined) throw cursor.error(`one of ${cases.map(item => item.name).join(", ")} is expected`);
  cursor.next();
  return found.type === undefined ? { tag: name } : { tag: name, val: readPayload(cursor, found.type) };
}

function readPayload(cursor: Cursor, type: WitType): unknown {
  cursor.take("(");
  const value = readValue(cursor, type);
  cursor.take(")");
  return value;
}

/** jco takes `undefined` for none; an option within an option is told apart by tags. */
function readOption(cursor: Cursor, element: WitType): unknown {
  const nested = element.kind === "option";
  const wrap = (val: unknown): unknown => (nested ? { tag: "some", val } : val);
  if (cursor.peek().text === "none") {
    cursor.next();
    return noneOf(element);
  }
  if (cursor.peek().text === "some" && cursor.peek(1).text === "(") {
    cursor.next();
    return wrap(readPayload(cursor, element));
  }
  return wrap(readValue(cursor, element));
}

function noneOf(element: WitType): unknown {
  return element.kind === "option" ? { tag: "none" } : undefined;
}

function readResult(cursor: Cursor, { ok, err }: Extract<WitType, { kind: "result" }>): unknown {
  const { text } = cursor.peek();
  if (text !== "ok" && text !== "err") {
    if (ok === undefined) throw cursor.error("ok or err is expected");
    return { tag: "ok", val: readValue(cursor, ok) };
  }
  cursor.next();
  const type = text === "ok" ? ok : err;
  return type === undefined ? { tag: text } : { tag: text, val: readPayload(cursor, type) };
}

function readHandle(cursor: Cursor, type: HandleType): unknown {
  const { handle } = cursor.reading;
  if (handle === undefined) throw cursor.error(`a ${type.what} can't be written as text`);
  const token = cursor.peek();
  if (token.kind !== "handle")
    throw cursor.error(`a ${typeText(type)} is expected, by its name: ${handleExample(type)}`);
  try {
    const value = handle(token.text, type);
    cursor.next();
    return value;
  } catch (error) {
    throw cursor.error(error instanceof Error ? error.message : String(error));
  }
}

function handleExample({ what, resource }: HandleType): string {
  return `${resource?.name || what}#1`;
}
