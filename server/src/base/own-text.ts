// Text that stands by itself.

/**
 * The same text, which keeps no other alive. An engine may hold a slice as a window on the text it was cut from: what is
 * kept of a text that changes with each keystroke would keep every one of its states.
 */
export function ownText(slice: string): string {
  // Joining writes a new text, where adding would only link the two.
  return slice.length < 2 ? slice : [slice.slice(0, 1), slice.slice(1)].join("");
}
