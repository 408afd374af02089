// Names for generated packages: few, so that they meet again in other places, and of every form that is allowed.
import type { Dice } from "./dice.ts";

const plain = "a b c d e f g h ab x y z t r s v w foo bar baz qux node point".split(" ");
const forms =
  "a-b x-1 A AB a-B X-y-2 foo-bar long-name-here h2o get set version feature self own-it u8-x async-fn".split(" ");
const keywords =
  "use type func u8 resource own record flags variant enum string option result list map as from static".split(" ");

/** A name as it counts for uniqueness. */
export function canonical(name: string): string {
  return name.replace(/^%/, "").replaceAll("-", "").toLowerCase();
}

/** Names that are taken in one scope. */
export class Taken {
  readonly #names = new Set<string>();

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.add(name);
  }

  has(name: string): boolean {
    return this.#names.has(canonical(name));
  }

  add(name: string): void {
    this.#names.add(canonical(name));
  }

  /** A name that was not taken; now it is. Written as it must be: keywords have their `%`. */
  fresh(d: Dice): string {
    for (let i = 0; ; i++) {
      const name = i < 20 ? candidate(d) : `${d.pick(plain)}${d.below(1000)}`;
      if (this.has(name)) continue;
      this.add(name);
      return name;
    }
  }
}

function candidate(d: Dice): string {
  const roll = d.below(20);
  if (roll === 0) return `%${d.pick(keywords)}`;
  if (roll === 1) return `%${d.pick(plain)}`;
  return roll < 6 ? d.pick(forms) : d.pick(plain);
}

/** A name without its `%`, as messages and keys have it. */
export function bare(name: string): string {
  return name.replace(/^%/, "");
}
