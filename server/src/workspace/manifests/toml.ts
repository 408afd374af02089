// TOML as data, and where things stand in its text: the parser gives values without places.
import { parse, TomlError } from "smol-toml";
import type { Span } from "../../base/span.ts";
import type { ManifestFault } from "./types.ts";

export type TomlTable = Readonly<Record<string, unknown>>;

export type Toml =
  | { readonly kind: "table"; readonly table: TomlTable }
  | { readonly kind: "fault"; readonly fault: ManifestFault };

export function readToml(text: string): Toml {
  try {
    return { kind: "table", table: parse(text) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { kind: "fault", fault: { message: reason(error), ...lineAt(text, error.line) } };
  }
}

/** The first line of the parser's message: what follows quotes the text. */
function reason({ message }: TomlError): string {
  return message.split("\n", 1)[0]!.replace(/^Invalid TOML document: /, "");
}

function lineAt(text: string, line: number): Span {
  const lines = text.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const own = lines[line - 1] ?? "";
  return { start: start + own.length - own.trimStart().length, end: start + own.trimEnd().length };
}

/** A value that is a table; an empty one where it is something else. */
export function tableOf(value: unknown): TomlTable {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as TomlTable) : {};
}

/** The tables in a value that is a list. */
export function tablesOf(value: unknown): readonly TomlTable[] {
  return Array.isArray(value) ? value.map(tableOf) : [];
}

/** The property `key` with a text as its value; nothing where there is none. */
export function textOf<K extends string>(table: TomlTable, key: K): { readonly [P in K]?: string } {
  const value = table[key];
  return typeof value === "string" ? ({ [key]: value } as { readonly [P in K]: string }) : {};
}

const nowhere: Span = { start: 0, end: 0 };

/** Tells where texts stand in quotes, asked for in the order of the file; the start of the file where one does not. */
export function quotedPlaces(text: string): (value: string) => Span {
  const all = [...text.matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)].map(match => ({
    value: match[1] ?? match[2]!,
    start: match.index + 1,
  }));
  let next = 0;
  return value => {
    let i = next;
    while (i < all.length && all[i]!.value !== value) i++;
    if (i === all.length) return nowhere;
    next = i + 1;
    const { start } = all[i]!;
    return { start, end: start + value.length };
  };
}

/** Tells where a key stands: in a table's header, or at the start of a line; the start of the file where it does not. */
export function keyPlaces(text: string): (key: string) => Span {
  const places = new Map<string, Span>();
  for (const line of text.matchAll(/^[ \t]*\[{0,2}((?:[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*[.=\]])+)/gm)) {
    const start = line.index + line[0].length - line[1]!.length;
    for (const part of line[1]!.matchAll(/([\w-]+)|"([^"]*)"|'([^']*)'/g)) {
      const key = part[1] ?? part[2] ?? part[3]!;
      const at = start + part.index + (part[1] === undefined ? 1 : 0);
      if (!places.has(key)) places.set(key, { start: at, end: at + key.length });
    }
  }
  return key => places.get(key) ?? nowhere;
}
