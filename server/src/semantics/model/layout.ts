// How the canonical ABI lays out a value in a 32-bit memory and flattens it into core values (CanonicalABI.md,
// "Alignment", "Element Size", "Flattening").

/**
 * Core values as bindings tell them apart. For WebAssembly with 32-bit memories `Pointer` and `Length` are `i32`, and
 * `PointerOrI64` is `i64`.
 */
export type CoreType = "I32" | "I64" | "F32" | "F64" | "Pointer" | "PointerOrI64" | "Length";

/** A field, or the payload of a case. */
export interface PartLayout {
  readonly name: string;
  /** Bytes from the start of the value. */
  readonly offset: number;
  /** Absent for a case without payload. */
  readonly layout?: Layout;
}

export interface Layout {
  /** In bytes. */
  readonly size: number;
  readonly align: number;
  /** Flattened; cut off after `maxFlat` values, which no signature passes directly. */
  readonly flat: readonly CoreType[];
  /** Fields, elements of a tuple, or cases. */
  readonly parts?: readonly PartLayout[];
  /** Bytes that tell the cases apart. */
  readonly tag?: number;
}

/** One more than the most values that a signature passes directly. */
export const maxFlat = 17;

const scalar = (size: number, flat: CoreType): Layout => ({ size, align: size, flat: [flat] });

/** A list, map or string: where it starts and how long it is. */
export const listLayout: Layout = { size: 8, align: 4, flat: ["Pointer", "Length"] };

/** A handle of a resource, a stream or a future: an index. */
export const handleLayout: Layout = scalar(4, "I32");

const primitives: ReadonlyMap<string, Layout> = new Map([
  ["bool", scalar(1, "I32")],
  ["u8", scalar(1, "I32")],
  ["s8", scalar(1, "I32")],
  ["u16", scalar(2, "I32")],
  ["s16", scalar(2, "I32")],
  ["u32", scalar(4, "I32")],
  ["s32", scalar(4, "I32")],
  ["char", scalar(4, "I32")],
  ["u64", scalar(8, "I64")],
  ["s64", scalar(8, "I64")],
  ["f32", scalar(4, "F32")],
  ["f64", scalar(8, "F64")],
  ["string", listLayout],
  ["error-context", handleLayout],
]);

export function primitiveLayout(name: string): Layout | undefined {
  return primitives.get(name);
}

/** A record, or a tuple whose elements are named by their numbers. */
export function recordLayout(fields: readonly { readonly name: string; readonly layout: Layout }[]): Layout {
  let end = 0;
  let align = 1;
  const flat: CoreType[] = [];
  const parts = fields.map(({ name, layout }) => {
    const offset = alignTo(end, layout.align);
    end = offset + layout.size;
    align = Math.max(align, layout.align);
    pushFlat(flat, layout.flat);
    return { name, offset, layout };
  });
  return { size: alignTo(end, align), align, flat, parts };
}

/** A variant, enum, option or result: a tag, and room for the largest payload. */
export function variantLayout(cases: readonly { readonly name: string; readonly layout?: Layout }[]): Layout {
  const tag = tagSize(cases.length);
  let [size, align] = [0, 1];
  const payload: CoreType[] = [];
  for (const { layout } of cases) {
    if (!layout) continue;
    size = Math.max(size, layout.size);
    align = Math.max(align, layout.align);
    for (const [i, type] of layout.flat.entries()) {
      const before = payload[i];
      payload[i] = before === undefined ? type : joined(before, type);
    }
  }
  const offset = alignTo(tag, align);
  const whole = Math.max(align, tag);
  const flat: CoreType[] = ["I32"];
  pushFlat(flat, payload);
  return { size: alignTo(offset + size, whole), align: whole, flat, tag, parts: cases.map(c => ({ ...c, offset })) };
}

function tagSize(cases: number): number {
  return cases <= 0x100 ? 1 : cases <= 0x1_0000 ? 2 : 4;
}

/** One bit a flag, in whole bytes. */
export function flagsLayout(count: number): Layout {
  if (count <= 8) return scalar(1, "I32");
  if (count <= 16) return scalar(2, "I32");
  const words = Math.ceil(count / 32);
  return { size: 4 * words, align: 4, flat: Array.from({ length: Math.min(words, maxFlat) }, () => "I32" as const) };
}

/** A list of fixed length: its elements side by side. */
export function fixedListLayout({ size, align, flat: element }: Layout, length: number): Layout {
  const flat: CoreType[] = [];
  for (let i = 0; i < length && element.length > 0 && flat.length < maxFlat; i++) pushFlat(flat, element);
  return { size: size * length, align, flat };
}

export function alignTo(offset: number, align: number): number {
  return Math.ceil(offset / align) * align;
}

export function pushFlat(into: CoreType[], types: readonly CoreType[]): void {
  for (const type of types) if (into.length < maxFlat) into.push(type);
}

const pointers: ReadonlySet<CoreType> = new Set(["Pointer", "Length", "PointerOrI64"]);
const wide: ReadonlySet<CoreType> = new Set(["I64", "F64"]);

/** The core value that can hold either of two, where cases share it. */
function joined(a: CoreType, b: CoreType): CoreType {
  if (a === b) return a;
  if (a === "PointerOrI64" || b === "PointerOrI64") return "PointerOrI64";
  const holdsPointer = a === "Pointer" || b === "Pointer";
  if (wide.has(a) || wide.has(b)) return holdsPointer ? "PointerOrI64" : "I64";
  if (holdsPointer) return "Pointer";
  return pointers.has(a) || pointers.has(b) ? "Length" : "I32";
}
