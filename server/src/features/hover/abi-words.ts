// How hover words what the canonical ABI says: sizes, flattened values, and the line that heads them.
import { codeSpan } from "../../base/markdown.ts";
import type { CoreType, Layout } from "../../semantics/model/layout.ts";
import { most } from "../../semantics/model/signature.ts";
import type { Section } from "../sections.ts";
import { specificationLink } from "./specification.ts";

/** The line that heads the part; `anchor` is a place in the specification. */
export function heading(words: string, anchor: "element-size" | "flattening"): Section {
  const title = `**${specificationLink("Canonical ABI", "CanonicalABI", anchor)}**`;
  return { kind: "part", markdown: words === "" ? title : `${title}: ${words}` };
}

/** `12 bytes, aligned to 4; flattens to i32 i32 i32`. */
export function layoutWords(layout: Layout): string {
  const { flat } = layout;
  const flattened =
    flat.length === 0
      ? "flattens to nothing"
      : flat.length > most.params
        ? `flattens to more than ${most.params} core values, so it is passed in memory`
        : `flattens to ${codeSpan(coreTypes(flat))}`;
  return `${sizeWords(layout)}; ${flattened}`;
}

/** `12 bytes, aligned to 4`. */
export function sizeWords({ size, align }: Layout): string {
  return `${bytes(size)}, aligned to ${align}`;
}

export function bytes(count: number): string {
  return count === 1 ? "1 byte" : `${count.toLocaleString("en-US")} bytes`;
}

const coreNames: Readonly<Record<CoreType, string>> = {
  I32: "i32",
  I64: "i64",
  F32: "f32",
  F64: "f64",
  Pointer: "i32",
  PointerOrI64: "i64",
  Length: "i32",
};

/** Core types for 32-bit memories: `i32 i64`. */
export function coreTypes(types: readonly CoreType[]): string {
  return types.map(type => coreNames[type]).join(" ");
}

/** For a cell of a table. */
export function flatCell({ flat }: Layout): string {
  if (flat.length > most.params) return `more than ${most.params}`;
  return flat.length === 0 ? "" : codeSpan(coreTypes(flat));
}
