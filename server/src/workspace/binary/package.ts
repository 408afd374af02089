// A WIT package in binary form, read back as WIT text (WIT.md "Package Format"). Each interface is a component type that
// exports one instance; each world is one that exports a component.

import { append } from "../../base/append.ts";
import { decodeText } from "../host.ts";
import { foreignLines, type Items, interfaceLines, worldLines } from "./items.ts";
import { docLines, type Notes, readNotes } from "./notes.ts";
import { BinaryFault, byte, list, part, type Reader, text, u32 } from "./reader.ts";
import { packageText, splitId } from "./text.ts";
import { extern, externName, type TypeDef, typeDef } from "./types.ts";

/** WIT text of the packages that a file holds, or why it is none. */
export type DecodedPackage =
  | { readonly kind: "wit"; readonly text: string }
  | { readonly kind: "fault"; readonly message: string };

/** Whether bytes are WebAssembly in binary form. */
export function isWasm(bytes: Uint8Array): boolean {
  return bytes.length >= 8 && bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d;
}

/** The text of a file that is WIT, whatever its name says: the reference parser takes for WIT what is no WebAssembly. */
export function textInstead(bytes: Uint8Array): string | undefined {
  if (holdsWasm(bytes)) return undefined;
  const content = decodeText(bytes);
  return content.kind === "text" ? content.text : undefined;
}

/** Whether bytes are WebAssembly in binary form, or in text form by their first token. */
function holdsWasm(bytes: Uint8Array): boolean {
  if (isWasm(bytes)) return true;
  let i = 0;
  for (let before = -1; before !== i; ) {
    before = i;
    while (isSpace(bytes[i])) i++;
    if (bytes[i] === 0x3b && bytes[i + 1] === 0x3b) i = lineEnd(bytes, i);
    if (bytes[i] === 0x28 && bytes[i + 1] === 0x3b) i = commentEnd(bytes, i);
  }
  return bytes[i] === 0x28;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** After a comment `;; …`. */
function lineEnd(bytes: Uint8Array, start: number): number {
  const newline = bytes.indexOf(0x0a, start);
  return newline < 0 ? bytes.length : newline + 1;
}

/** After a comment `(; … ;)`, which may hold others; the end where it is not closed. */
function commentEnd(bytes: Uint8Array, start: number): number {
  let depth = 0;
  for (let i = start; i < bytes.length; i++) {
    if (bytes[i] === 0x28 && bytes[i + 1] === 0x3b) depth++;
    else if (bytes[i] === 0x3b && bytes[i + 1] === 0x29) depth--;
    else continue;
    i++;
    if (depth === 0) return i + 1;
  }
  return bytes.length;
}

export function decodePackage(bytes: Uint8Array): DecodedPackage {
  try {
    if (!isWasm(bytes)) throw new BinaryFault("this is not WebAssembly");
    if (bytes[6] !== 1)
      throw new BinaryFault("this is a core module; a dependency must be a WIT package in binary form");
    return { kind: "wit", text: printPackage(readTypes({ bytes, at: 8, end: bytes.length })) };
  } catch (error) {
    if (error instanceof BinaryFault || error instanceof RangeError) return { kind: "fault", message: error.message };
    throw error;
  }
}

interface Section {
  readonly types: readonly TypeDef[];
  readonly exports: readonly { readonly name: string; readonly type: number }[];
  readonly notes?: Notes;
}

function readTypes(r: Reader): Section {
  const types: TypeDef[] = [];
  const exports: { name: string; type: number }[] = [];
  let notes: Notes | undefined;
  while (r.at < r.end) {
    const id = byte(r);
    const section = part(r, u32(r));
    if (id === 0) {
      if (text(section) === "package-docs") notes = readNotes(section.bytes.subarray(section.at, section.end));
    } else if (id === 7) append(types, list(section, typeDef));
    else if (id === 11) {
      for (const found of list(section, topExport)) {
        exports.push(found);
        types.push(types[found.type]!);
      }
    } else throw new BinaryFault(isComponent);
  }
  if (exports.length === 0) throw new BinaryFault(isComponent);
  return { types, exports, ...(notes ? { notes } : {}) };
}

const isComponent = "this is a component; a dependency must be a WIT package in binary form";

function topExport(r: Reader): { name: string; type: number } {
  const { name } = externName(r);
  if (byte(r) !== 0x03) throw new BinaryFault(isComponent);
  const type = u32(r);
  if (byte(r) === 1) extern(r);
  return { name, type };
}

/** The package that the file holds, and in blocks what it holds of others. */
function printPackage({ types, exports, notes }: Section): string {
  let items: Items | undefined;
  const parts: string[][] = [];
  for (const { type } of exports) {
    const component = types[type];
    if (component?.kind !== "component") throw new BinaryFault("an export is not of a WIT package's kind");
    const last = component.decls.at(-1);
    if (last?.kind !== "export") throw new BinaryFault("an interface or world is empty");
    const { key, name } = splitId(last.name);
    items ??= { own: key, foreign: new Map(), notes };
    if (items.own !== key) throw new BinaryFault("it holds several packages");
    const lines = last.extern.kind === "component" ? worldLines : interfaceLines;
    parts.push([...lines(items, component.decls, name)]);
  }
  if (!items) throw new BinaryFault("the package is empty");
  for (const [key, interfaces] of items.foreign) parts.push(packageBlock(key, foreignLines(interfaces)));
  const head = [...docLines(notes?.docs), `package ${packageText(items.own)};`];
  return `${[head, ...parts].map(lines => lines.join("\n")).join("\n\n")}\n`;
}

/** A package as a block of a file that holds another. */
export function packageBlock(key: string, lines: readonly string[]): string[] {
  return [`package ${packageText(key)} {`, ...lines.map(line => `  ${line}`), "}"];
}
