// Random choices that a seed repeats.
import type { TextEdit } from "../../src/syntax/recut.ts";

/** A whole number from 0 up to, and without, `limit`. */
export type Random = (limit: number) => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return limit => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
}

/** Takes away up to a few characters at a random place and puts one of `inserts` there. */
export function randomEdit(random: Random, text: string, inserts: readonly string[]): TextEdit {
  const start = random(text.length + 1);
  const length = random(10) === 0 ? random(400) : random(4);
  return { start, end: Math.min(text.length, start + length), insert: inserts[random(inserts.length)]! };
}
