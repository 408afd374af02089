// Looks at cases again that the fuzzer wrote: what the reference says of each, and what we say.
import { readFileSync } from "node:fs";
import type { FuzzCase } from "./case.ts";
import { dice } from "./dice.ts";
import { type Judge, judge } from "./judge.ts";
import { ourAnswer } from "./ours.ts";

/** Judges the cases in these files, and gives how many still differ. */
export async function judgeAgain(j: Judge, files: readonly string[]): Promise<number> {
  let differ = 0;
  for (const file of files) {
    const json = JSON.parse(readFileSync(file, "utf8")) as FuzzCase | { readonly case: FuzzCase };
    const of = "case" in json ? json.case : json;
    const { answer, bug, difference } = await judge(j, of, dice(0, 0));
    if (difference) differ++;
    console.log(`${difference ? "✗" : "✓"} ${file}${bug === undefined ? "" : ` (${bug})`}`);
    if (difference) console.log(`  ${difference.detail}`);
    console.log(`  reference: ${answer.verdict === "accept" ? "accept" : JSON.stringify(answer.error)}`);
    for (const e of ourAnswer(of, j.make).errors)
      console.log(`  ours: ${e.file}:${e.line}:${e.col} [${e.code}] ${e.message}`);
  }
  return differ;
}
