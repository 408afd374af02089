// One case of the fuzzer: a generated package, as it is or with mistakes put in.
import type { FuzzCase } from "./case.ts";
import type { Dice } from "./dice.ts";
import { generate } from "./generate.ts";
import { mutateItem, mutatePackage } from "./mutate-items.ts";
import { mutateRare } from "./mutate-rare.ts";
import { type Mutated, mutateBytes, mutateName, mutateToken } from "./mutate-tokens.ts";

export interface Made {
  readonly of: FuzzCase;
  /** Which mutation was made; `valid` for none. */
  readonly how: string;
}

/** How often each kind of mistake is made, in percent; the rest stays as generated. */
const shares: readonly (readonly [number, (d: Dice, of: FuzzCase) => Mutated])[] = [
  [12, mutateName],
  [11, mutateItem],
  [8, mutateToken],
  [13, mutateRare],
  [5, mutatePackage],
  [1, mutateBytes],
];

export function makeCase(d: Dice): Made {
  const { of, how } = make(d);
  return { of: { ...of, files: wellFormed(of.files) }, how };
}

/** Half a character can't be sent to the reference, whose texts are UTF-8. */
function wellFormed(files: FuzzCase["files"]): FuzzCase["files"] {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, text.replace(/\p{Surrogate}/gu, "\ufffd")]),
  );
}

function make(d: Dice): Made {
  const of = generate(d);
  let roll = d.below(100);
  for (const [share, mutate] of shares) {
    if (roll < share) {
      const once = mutate(d, of);
      return d.chance(0.1) ? { of: mutateItem(d, once.of).of, how: once.how } : once;
    }
    roll -= share;
  }
  return { of, how: "valid" };
}
