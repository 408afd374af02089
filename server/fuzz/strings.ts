// What stands between the quotes of a text: plain characters and escapes, valid ones unless asked for others.
import type { Dice } from "./dice.ts";

const plain = ["a", "é", "日", "🐘", " ", "a b", "/*", "//", "{", ";", "'", "\u2028", "\u200b", "\ufeff"];
const escapes = [
  "\\t",
  "\\n",
  "\\r",
  '\\"',
  "\\'",
  "\\\\",
  "\\u{41}",
  "\\u{1F418}",
  "\\u{0_0_4_1}",
  "\\61",
  "\\c3\\a9",
];
const wrong = [
  "\\u{}",
  "\\u{D800}",
  "\\u{_1}",
  "\\u{1__2}",
  "\\u{1_}",
  "\\u{110000}",
  "\\u{100000041}",
  "\\u41",
  "\\u{4 1}",
  "\\4",
  "\\4g",
  "\\é",
  "\\ff",
  "\\c3",
  "\\a",
  "\\",
  "\t",
  "\n",
];

/** A valid text. */
export function anyString(d: Dice): string {
  return Array.from({ length: d.below(4) }, () => d.pick(d.chance(0.5) ? plain : escapes)).join("");
}

/** A text that most likely is none. */
export function wrongString(d: Dice): string {
  return anyString(d) + d.pick(wrong) + anyString(d);
}
