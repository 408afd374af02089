// Bytes of a WebAssembly component, read front to back (component-model Binary.md).

/** Why bytes are not what they should be; thrown inside this folder, and turned into words at its edge. */
export class BinaryFault extends Error {}

export interface Reader {
  readonly bytes: Uint8Array;
  at: number;
  readonly end: number;
}

export function byte(r: Reader): number {
  if (r.at >= r.end) throw new BinaryFault("the file ends too early");
  return r.bytes[r.at++]!;
}

/** An unsigned LEB128 number of at most 32 bits. */
export function u32(r: Reader): number {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const next = byte(r);
    value += (next & 0x7f) * 2 ** shift;
    if (next < 0x80) return value;
  }
  throw new BinaryFault("a number is too long");
}

/** A signed LEB128 number of at most 33 bits: a type's index, or below zero a primitive type. */
export function s33(r: Reader): number {
  let value = 0;
  for (let shift = 0; shift < 40; shift += 7) {
    const next = byte(r);
    value += (next & 0x7f) * 2 ** shift;
    if (next < 0x80) return (next & 0x40) !== 0 ? value - 2 ** (shift + 7) : value;
  }
  throw new BinaryFault("a number is too long");
}

export function part(r: Reader, length: number): Reader {
  if (length > r.end - r.at) throw new BinaryFault("a part reaches past the end of the file");
  const inner = { bytes: r.bytes, at: r.at, end: r.at + length };
  r.at += length;
  return inner;
}

export function text(r: Reader): string {
  const { bytes, at, end } = part(r, u32(r));
  let encoded = "";
  for (let i = at; i < end; i++) encoded += `%${bytes[i]!.toString(16).padStart(2, "0")}`;
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new BinaryFault("a name is not valid UTF-8");
  }
}

/** A list: its length, then each item. */
export function list<T>(r: Reader, item: (r: Reader) => T): T[] {
  const length = u32(r);
  if (length > r.end - r.at) throw new BinaryFault("a list is longer than the file");
  return Array.from({ length }, () => item(r));
}

/** An item behind a byte that says whether it is there. */
export function optional<T>(r: Reader, item: (r: Reader) => T): T | undefined {
  const there = byte(r);
  if (there > 1) throw new BinaryFault("neither there nor absent");
  return there === 1 ? item(r) : undefined;
}
