// One case of the fuzzer: a package, generated or from elsewhere, as it is or with mistakes put in.
import type { FuzzCase } from "./case.ts";
import type { Dice } from "./dice.ts";
import { generate } from "./generate.ts";
import { graft } from "./graft.ts";
import { mutateItem, mutatePackage } from "./mutate-items.ts";
import { mutateRare } from "./mutate-rare.ts";
import { type Mutated, mutateBytes, mutateName, mutateToken } from "./mutate-tokens.ts";

export interface Made {
  readonly of: FuzzCase;
  /** Which mutation was made; `valid` for none. */
  readonly how: string;
}

/** Where packages come from that are not generated; none means that all are. */
export interface Sources {
  readonly corpus: readonly FuzzCase[];
}

type Mutate = (d: Dice, of: FuzzCase, other: () => FuzzCase) => Mutated;

/** How often each kind of mistake is made, in percent; the rest stays as it was. */
const shares: readonly (readonly [number, Mutate])[] = [
  [14, mutateName],
  [14, mutateItem],
  [9, mutateToken],
  [15, mutateRare],
  [5, mutatePackage],
  [3, graft],
  [2, mutateBytes],
];
const share = shares.reduce((sum, [percent]) => sum + percent, 0);

export function makeCase(d: Dice, sources: Sources = { corpus: [] }): Made {
  const { of, how } = make(d, sources);
  return { of: { ...of, files: wellFormed(possible(of.files)) }, how };
}

/** Without files in what is a file itself. */
function possible(files: FuzzCase["files"]): FuzzCase["files"] {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => !Object.keys(files).some(file => path.startsWith(`${file}/`))),
  );
}

/** Half a character can't be sent to the reference, whose texts are UTF-8. */
function wellFormed(files: FuzzCase["files"]): FuzzCase["files"] {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, text.replace(/\p{Surrogate}/gu, "\ufffd")]),
  );
}

function make(d: Dice, { corpus }: Sources): Made {
  const fresh = (): FuzzCase => (corpus.length > 0 && d.chance(0.8) ? d.pick(corpus) : generate(d));
  const of = fresh();
  // What comes from elsewhere is known as it is.
  if (corpus.length === 0 && d.below(100) >= share) return { of, how: "valid" };
  const once = mutateSome(d, of, fresh);
  return d.chance(0.3) ? { of: more(d, once.of, fresh), how: once.how } : once;
}

/** Several mistakes: the reference tells of the first alone, which must be among those that are found. */
function more(d: Dice, of: FuzzCase, fresh: () => FuzzCase): FuzzCase {
  let last = of;
  for (let i = d.below(3); i >= 0; i--) last = mutateSome(d, last, fresh).of;
  return last;
}

function mutateSome(d: Dice, of: FuzzCase, fresh: () => FuzzCase): Mutated {
  let roll = d.below(share);
  for (const [percent, mutate] of shares) {
    if (roll < percent) return mutate(d, of, fresh);
    roll -= percent;
  }
  return { of, how: "valid" };
}
