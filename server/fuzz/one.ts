// Judges the cases in the files named as arguments, which the fuzzer wrote: to look at a difference again.
import { readFileSync } from "node:fs";
import type { FuzzCase } from "./case.ts";
import { dice } from "./dice.ts";
import { type Comparable, judge } from "./judge.ts";
import { startOracle } from "./oracle.ts";
import { loadMaker, ourAnswer } from "./ours.ts";

const [program, comparable, ...files] = process.argv.slice(2);
const oracle = startOracle(program!);
const make = await loadMaker();
const j = { oracle, make, comparable: (await import(comparable!)) as Comparable, edits: 0 };
for (const file of files) {
  const json = JSON.parse(readFileSync(file, "utf8")) as FuzzCase | { readonly case: FuzzCase };
  const of = "case" in json ? json.case : json;
  const { answer, bug, difference } = await judge(j, of, dice(0, 0));
  console.log(`${difference ? "✗" : "✓"} ${file}${bug ? ` (${bug})` : ""}`);
  if (difference) console.log(`  ${difference.detail}`);
  console.log(`  reference: ${answer.verdict === "accept" ? "accept" : JSON.stringify(answer.error)}`);
  for (const e of ourAnswer(of, make).errors)
    console.log(`  ours: ${e.file}:${e.line}:${e.col} [${e.code}] ${e.message}`);
}
oracle.end();
