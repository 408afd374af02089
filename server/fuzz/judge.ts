// Judges one case: the reference's answer, ours, and whether an edit gives what a fresh start gives.
import type { UnitMaker } from "../src/syntax/cut.ts";
import type { FuzzCase, OracleAnswer } from "./case.ts";
import { compare, type Difference, referenceBug } from "./compare.ts";
import type { Dice } from "./dice.ts";
import type { Oracle } from "./oracle.ts";
import { type OurAnswer, ourAnswer } from "./ours.ts";

export interface Judge {
  readonly oracle: Oracle;
  readonly make: UnitMaker;
}

export interface Verdict {
  readonly answer: OracleAnswer;
  readonly bug?: string;
  readonly difference?: Difference;
}

/** Longer than this, in ms, no small case may take. */
const patience = 2000;

export async function judge(j: Judge, of: FuzzCase, _d: Dice): Promise<Verdict> {
  const asked = j.oracle.ask(of);
  const start = performance.now();
  let ours: OurAnswer | Error;
  try {
    ours = ourAnswer(of, j.make);
  } catch (error) {
    ours = error instanceof Error ? error : new Error(String(error));
  }
  const took = performance.now() - start;
  const answer = await asked;
  const bug = referenceBug(of, answer);
  if (ours instanceof Error) {
    const key = ours.message.slice(0, 80);
    return { answer, difference: { kind: "crash", key, detail: ours.stack ?? key } };
  }
  if (took > patience)
    return { answer, difference: { kind: "slow", key: "slow", detail: `it took ${Math.round(took)} ms` } };
  if (bug !== undefined) return { answer, bug };
  const difference = compare(answer, ours.errors);
  return difference ? { answer, difference } : { answer };
}
