// Random choices that a seed repeats.

export interface Dice {
  /** A whole number from 0 up to, and without, `limit`. */
  readonly below: (limit: number) => number;
  /** Whether something happens that happens with a probability of `p`. */
  readonly chance: (p: number) => boolean;
  /** One of the items; there must be one. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** The items in a random order. */
  readonly shuffle: <T>(items: readonly T[]) => T[];
}

/** Two seeds, so that each case of a run has dice of its own and can be made again alone. */
export function dice(seed: number, index: number): Dice {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: p => next() < p,
    pick: items => items[below(items.length)]!,
    shuffle: items => {
      const mixed = items.slice();
      for (let i = mixed.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
      }
      return mixed;
    },
  };
}
