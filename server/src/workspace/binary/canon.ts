// Canonical definitions of a component (Binary.md "Canonical Definitions"): which functions are lifted, and of which types.
import { BinaryFault, byte, list, type Reader, u32 } from "./reader.ts";

/** What follows the code of a definition: `i` an index or a byte, `o` options, `r` a result. Those not listed have nothing. */
const operands: Readonly<Record<number, string>> = {
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

/** The type of the function that a definition lifts; undefined for those that make core functions. */
export function liftedType(r: Reader): number | undefined {
  const code = byte(r);
  if (code === 0) {
    if (byte(r) !== 0) throw new BinaryFault("a lifted function is of an unknown kind");
    u32(r);
    skipOptions(r);
    return u32(r);
  }
  for (const operand of operands[code] ?? "") {
    if (operand === "i") u32(r);
    else if (operand === "o") skipOptions(r);
    else skipResult(r);
  }
  return undefined;
}

function skipOptions(r: Reader): void {
  list(r, () => {
    // Memory, realloc, post-return, callback, core type and gc function have an index; encodings and async have none.
    if ([3, 4, 5, 7, 8].includes(byte(r))) u32(r);
  });
}

/** A value type, or the two bytes that stand for none. */
function skipResult(r: Reader): void {
  byte(r);
  u32(r);
}
