// The fuzzer: makes cases, asks the reference and ourselves, and tells where we differ.
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { judgeAgain } from "./again.ts";
import { withBinary } from "./binary.ts";
import { readCorpus } from "./corpus.ts";
import { type Dice, dice } from "./dice.ts";
import { type Comparable, type Judge, judge, unread } from "./judge.ts";
import { type Made, makeCase } from "./make.ts";
import { minimize } from "./minimize.ts";
import { startOracle } from "./oracle.ts";
import { loadMaker } from "./ours.ts";
import { caseOf, recorded } from "./recorded.ts";
import { editSession } from "./session-edits.ts";
import { count, mutationLines, newTotals, rareRows, type Totals, table } from "./totals.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    oracle: { type: "string" },
    seed: { type: "string", default: "1" },
    cases: { type: "string", default: "10000" },
    minutes: { type: "string", default: "60" },
    from: { type: "string", default: "0" },
    out: { type: "string", default: ".tools/fuzz" },
    keep: { type: "string", default: "10" },
    rows: { type: "string", default: "0" },
    "edit-share": { type: "string", default: "0.05" },
    "binary-share": { type: "string", default: "0.05" },
    edits: { type: "boolean", default: false },
    comparable: { type: "string" },
    corpus: { type: "string" },
  },
});

/** Edits in live sessions, `--cases` of them, instead of packages. */
async function runEdits(): Promise<number> {
  const [seed, from, wanted] = [Number(values.seed), Number(values.from), Number(values.cases)];
  const make = await loadMaker();
  const end = performance.now() + Number(values.minutes) * 60_000;
  const kinds = new Map<string, number>();
  let [edits, failed, sessions] = [0, 0, 0];
  for (let i = from; edits < wanted && failed < Number(values.keep) && performance.now() < end; i++) {
    const found = editSession(make, dice(seed, i), Math.min(40, wanted - edits));
    sessions++;
    edits += found.edits;
    for (const [kind, n] of found.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + n);
    if (found.difference === undefined) continue;
    failed++;
    console.log(`session ${i} with seed ${seed} differs from a fresh one ${found.difference}`);
  }
  console.log(
    `seed ${seed}: ${edits} edits in ${sessions} sessions: ${[...kinds].map(([k, n]) => `${n} ${k}`).join(", ")}`,
  );
  console.log(`${edits - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function run(): Promise<number> {
  if (values.oracle === undefined) throw new Error("--oracle PATH is missing; npm run fuzz gives it");
  const [seed, cases, from] = [Number(values.seed), Number(values.cases), Number(values.from)];
  const sources = { corpus: values.corpus === undefined ? [] : readCorpus(values.corpus) };
  const oracle = startOracle(values.oracle);
  const comparable = values.comparable === undefined ? undefined : ((await import(values.comparable)) as Comparable);
  const j: Judge = { oracle, make: await loadMaker(), comparable, edits: Number(values["edit-share"]) };
  const totals = newTotals();
  if (positionals.length > 0) return lookAgain(j);
  const wrong = await askAgain(j);
  const start = performance.now();
  const end = start + Number(values.minutes) * 60_000;
  const ahead: Promise<void>[] = [];
  for (let i = from; i < from + cases && performance.now() < end; i++) {
    const { of, how } = makeCase(dice(seed, i), sources);
    ahead.push(judgeOne(j, totals, { of, how }, i, dice(seed + 0x55, i)));
    if (ahead.length >= 16) await ahead.shift();
  }
  await Promise.all(ahead);
  for (const line of [...mutationLines(totals), ...table(totals, seed, performance.now() - start)]) console.log(line);
  await writeReproductions(j, totals, seed);
  oracle.end();
  const missed = rareRows(totals, Number(values.rows)).length;
  if (missed > 0) console.log(`${missed} rows were met less than ${values.rows} times`);
  const failed = totals.differences.size + wrong + (missed > 0 ? 1 : 0);
  console.log(`${totals.cases - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Judges the files that were named in place of new cases. */
async function lookAgain(j: Judge): Promise<number> {
  const differ = await judgeAgain(j, positionals);
  j.oracle.end();
  return differ === 0 ? 0 : 1;
}

/** Judges a case, and now and then the same with a dependency in binary form. */
async function judgeOne(j: Judge, totals: Totals, { of, how }: Made, index: number, d: Dice): Promise<void> {
  const verdict = await judge(j, of, d);
  count(totals, index, of, how, verdict);
  if (verdict.answer.verdict !== "accept" || !d.chance(Number(values["binary-share"]))) return;
  const binary = await withBinary(j.oracle, d, of);
  if (!binary) return;
  const read = await judge(j, binary, d);
  if (read.bug !== unread) count(totals, index, binary, "in binary form", read);
}

/** Whether the reference still says of the recorded cases what is recorded, and we the same; gives how many differ. */
async function askAgain(j: Judge): Promise<number> {
  let wrong = 0;
  for (const of of recorded) {
    const { answer, difference } = await judge(j, caseOf(of), dice(0, 0));
    const { file, line, col } = answer.verdict === "accept" ? { file: undefined, line: 0, col: 0 } : answer.error;
    const said = answer.verdict === "accept" ? "accept" : file ? `${file}:${line}:${col}` : "nowhere";
    if (said === of.reference && !difference) continue;
    wrong++;
    console.log(`recorded as ${of.reference}, the reference says ${said}: ${of.name}\n  ${difference?.detail ?? ""}`);
  }
  return wrong;
}

async function writeReproductions(j: Judge, t: Totals, seed: number): Promise<void> {
  if (t.differences.size === 0) return;
  mkdirSync(values.out, { recursive: true });
  const sorted = [...t.differences].sort((a, b) => b[1].count - a[1].count);
  console.log(`${sorted.length} kinds of differences:`);
  for (const [i, [key, { count, first, detail, case: of }]] of sorted.entries()) {
    console.log(`${String(count).padStart(5)} × ${key} (first: case ${first})\n        ${detail}`);
    if (i >= Number(values.keep)) continue;
    const small = await minimize(j, of, key);
    const file = `${values.out}/${seed}-${first}.json`;
    writeFileSync(file, `${JSON.stringify({ key, ...small }, undefined, 2)}\n`);
    console.log(`        ${small.detail}\n        → ${file}`);
    for (const [path, text] of Object.entries(small.case.files)) console.log(`        //- ${path}\n${text}`);
  }
}

process.exitCode = await (values.edits ? runEdits() : run());
