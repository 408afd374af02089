// Documentation and gates of a WIT package in binary form: its `package-docs` section, a version and JSON.
import type { ExternName } from "./types.ts";

/** What is noted of an item, and of what lies in it, by kind and name; as it was read, so nothing is certain. */
export interface Notes {
  readonly docs?: unknown;
  readonly stability?: unknown;
  readonly [inner: string]: unknown;
}

declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

/** The notes in the contents of a section; none where they can't be read. */
export function readNotes(contents: Uint8Array): Notes | undefined {
  if (contents[0] === undefined || contents[0] > 1) return undefined;
  try {
    return asNotes(JSON.parse(new TextDecoder().decode(contents.subarray(1))));
  } catch {
    return undefined;
  }
}

/** What is noted of an item; `where` are the maps that may hold it, the first of which counts. */
export function notesOn(notes: Notes | undefined, where: readonly string[], name: string): Notes | undefined {
  for (const map of where) {
    const inner = asNotes(notes?.[map]);
    if (inner && Object.hasOwn(inner, name)) {
      const note = inner[name];
      return typeof note === "string" ? { docs: note } : asNotes(note);
    }
  }
  return undefined;
}

function asNotes(value: unknown): Notes | undefined {
  return typeof value === "object" && value !== null ? (value as Notes) : undefined;
}

/** Lines in front of an item: its documentation, its gates, its name outside of WIT. */
export function noteLines(notes: Notes | undefined, { externalId }: Partial<ExternName> = {}): readonly string[] {
  const id = externalId === undefined ? [] : [`@external-id(${stringText(externalId)})`];
  return [...docLines(notes?.docs), ...gateLines(notes?.stability), ...id];
}

export function docLines(docs: unknown): readonly string[] {
  if (typeof docs !== "string") return [];
  const lines = docs.split("\n");
  // Only a block keeps white space at the ends of lines.
  if (/\p{White_Space}\n/u.test(docs) && !/^ |\*\/|\/\*|^\/|^$/.test(docs)) return [`/**${docs}*/`];
  // A space in front of every line is taken off again, but not one that stood there before.
  const indented = lines.every(line => line === "" || /^[ \t\f\r]/.test(line));
  return lines.map(line => (line === "" || indented ? `///${line}` : `/// ${line}`));
}

function gateLines(stability: unknown): readonly string[] {
  const { stable, unstable } = (asNotes(stability) ?? {}) as Record<string, unknown>;
  const [since, feature] = [asNotes(stable)?.since, asNotes(unstable)?.feature];
  const deprecated = asNotes(stable ?? unstable)?.deprecated;
  const lines: string[] = [];
  if (typeof since === "string") lines.push(`@since(version = ${since})`);
  if (typeof feature === "string") lines.push(`@unstable(feature = ${feature})`);
  if (typeof deprecated === "string" && lines.length > 0) lines.push(`@deprecated(version = ${deprecated})`);
  return lines;
}

/** A text as WIT writes it. */
function stringText(text: string): string {
  const inside = text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these can't stand in a text as they are
    /["\\\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g,
    char => (char === '"' || char === "\\" ? `\\${char}` : `\\u{${char.charCodeAt(0).toString(16)}}`),
  );
  return `"${inside}"`;
}
