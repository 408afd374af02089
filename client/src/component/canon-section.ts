// Reads past the canonical definitions of a component (Binary.md, "Canonical Definitions") that are of no interest here.
import type { BinaryReader } from "./binary-reader.ts";

/** What follows the code of a definition: `i` an index or a byte, `o` options, `r` a result. Those not listed have nothing. */
const OPERANDS: Readonly<Record<number, string>> = {
  1: "iio", // lower: 0x00, function
  2: "i", // resource.new
  3: "i", // resource.drop
  4: "i", // resource.rep
  6: "i", // subtask.cancel
  7: "i", // resource.drop async
  9: "ro", // task.return
  10: "ii", // context.get
  11: "ii", // context.set
  12: "i", // thread.yield
  14: "i", // stream.new
  15: "io",
  16: "io",
  17: "ii",
  18: "ii",
  19: "i",
  20: "i",
  21: "i", // future.new
  22: "io",
  23: "io",
  24: "ii",
  25: "ii",
  26: "i",
  27: "i",
  28: "o", // error-context.new
  29: "o",
  32: "ii", // waitable-set.wait
  33: "ii", // waitable-set.poll
  39: "ii", // thread.new-indirect
  40: "i", // thread.switch-to
  41: "i", // thread.suspend
  43: "i", // thread.yield-to
  64: "i", // thread.spawn-ref
  65: "ii", // thread.spawn-indirect
};

/** `code` is the byte that the definition starts with, already read. */
export function skipOtherCanon(reader: BinaryReader, code: number): void {
  for (const operand of OPERANDS[code] ?? "") {
    if (operand === "i") reader.u32();
    else if (operand === "o") skipOptions(reader);
    else skipResult(reader);
  }
}

export function skipOptions(reader: BinaryReader): void {
  reader.vector(() => {
    // Memory, realloc, post-return, callback, core type and gc function have an index; encodings and async have none.
    if ([3, 4, 5, 7, 8].includes(reader.byte())) reader.u32();
  });
}

/** A value type, or the two bytes that stand for none. */
function skipResult(reader: BinaryReader): void {
  reader.byte();
  reader.u32();
}
