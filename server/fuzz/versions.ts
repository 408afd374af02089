// Versions for packages and gates: ordinary ones, and those that are hard to compare.
import type { Dice } from "./dice.ts";

const numbers = ["0", "1", "2", "9", "10", "18446744073709551615"];
const identifiers = ["alpha", "rc", "1", "0", "9", "10", "a-b", "-", "00a", "99999999999999999999", "A", "x--"];
const builds = ["build", "1", "01", "001", "0", "10", "-", "a-b"];

/** Any version. */
export function anyVersion(d: Dice): string {
  const part = (): string => d.pick(numbers);
  const joined = (of: readonly string[]): string => Array.from({ length: 1 + d.below(3) }, () => d.pick(of)).join(".");
  const core = d.chance(0.7) ? `1.0.${d.below(2)}` : `${part()}.${part()}.${part()}`;
  return `${core}${d.chance(0.6) ? `-${joined(identifiers)}` : ""}${d.chance(0.4) ? `+${joined(builds)}` : ""}`;
}
