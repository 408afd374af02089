// Drops what a WebAssembly module says about its making, so that the same grammar gives the same bytes anywhere.

const headerSize = 8;
const customSection = 0;
/** What the dynamic linker needs; web-tree-sitter reads it. */
const keptName = "dylink.0";

/** The module without its custom sections: names (which hold a process id), producers, target features. */
export function withoutNotes(wasm) {
  const kept = [wasm.subarray(0, headerSize)];
  for (let at = headerSize; at < wasm.length; ) {
    const size = readNumber(wasm, at + 1);
    const end = size.next + size.value;
    if (wasm[at] !== customSection || sectionName(wasm, size.next) === keptName) kept.push(wasm.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

function sectionName(wasm, at) {
  const length = readNumber(wasm, at);
  return wasm.toString("utf8", length.next, length.next + length.value);
}

/** An unsigned LEB128 number and the offset behind it. */
function readNumber(wasm, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at++) {
    value += (wasm[at] & 0x7f) * 2 ** shift;
    if (wasm[at] < 0x80) return { value, next: at + 1 };
  }
}
