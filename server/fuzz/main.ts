// The fuzzer: makes cases, asks the reference and ourselves, and tells where we differ.
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { FuzzCase } from "./case.ts";
import { dice } from "./dice.ts";
import { type Comparable, type Judge, judge, type Verdict } from "./judge.ts";
import { makeCase } from "./make.ts";
import { minimize } from "./minimize.ts";
import { type Oracle, startOracle } from "./oracle.ts";
import { loadMaker } from "./ours.ts";
import { caseOf, recorded } from "./recorded.ts";
import { rowIds, rowOf } from "./rows.ts";
import { editSession } from "./session-edits.ts";

const { values } = parseArgs({
  options: {
    oracle: { type: "string" },
    seed: { type: "string", default: "1" },
    cases: { type: "string", default: "10000" },
    minutes: { type: "string", default: "60" },
    from: { type: "string", default: "0" },
    out: { type: "string", default: ".tools/fuzz" },
    keep: { type: "string", default: "10" },
    rows: { type: "string", default: "0" },
    "edit-share": { type: "string", default: "0.1" },
    edits: { type: "boolean", default: false },
    comparable: { type: "string" },
  },
});

interface Totals {
  readonly verdicts: Record<string, number>;
  readonly rows: Map<string, number>;
  readonly mutations: Map<string, { cases: number; accepted: number }>;
  readonly differences: Map<string, { count: number; first: number; detail: string; case: FuzzCase }>;
  readonly bugs: Map<string, number>;
  cases: number;
}

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
  const oracle = startOracle(values.oracle);
  const comparable = values.comparable === undefined ? undefined : ((await import(values.comparable)) as Comparable);
  const j: Judge = { oracle, make: await loadMaker(), comparable, edits: Number(values["edit-share"]) };
  const totals: Totals = {
    verdicts: {},
    rows: new Map(),
    mutations: new Map(),
    differences: new Map(),
    bugs: new Map(),
    cases: 0,
  };
  const wrong = await askAgain(oracle);
  const end = performance.now() + Number(values.minutes) * 60_000;
  const ahead: Promise<void>[] = [];
  for (let i = from; i < from + cases && performance.now() < end; i++) {
    const { of, how } = makeCase(dice(seed, i));
    ahead.push(judge(j, of, dice(seed + 0x55, i)).then(v => count(totals, i, of, how, v)));
    if (ahead.length >= 16) await ahead.shift();
  }
  await Promise.all(ahead);
  report(totals, seed);
  await writeReproductions(j, totals, seed);
  oracle.end();
  const missed = rowIds.filter(id => (totals.rows.get(id) ?? 0) < Number(values.rows));
  if (missed.length > 0) console.log(`rows hit less than ${values.rows} times: ${missed.join(", ")}`);
  const failed = totals.differences.size + wrong + (missed.length > 0 ? 1 : 0);
  console.log(`${totals.cases - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Whether the reference still says of the recorded cases what is recorded; gives how many it judges otherwise. */
async function askAgain(oracle: Oracle): Promise<number> {
  let wrong = 0;
  for (const of of recorded) {
    const answer = await oracle.ask(caseOf(of));
    const { file, line, col } = answer.verdict === "accept" ? { file: undefined, line: 0, col: 0 } : answer.error;
    const said = answer.verdict === "accept" ? "accept" : file ? `${file}:${line}:${col}` : "nowhere";
    if (said === of.reference) continue;
    wrong++;
    console.log(`recorded as ${of.reference}, but the reference says ${said}: ${of.name}`);
  }
  return wrong;
}

function count(t: Totals, index: number, of: FuzzCase, how: string, v: Verdict): void {
  t.cases++;
  t.verdicts[v.answer.verdict] = (t.verdicts[v.answer.verdict] ?? 0) + 1;
  const m = t.mutations.get(how) ?? { cases: 0, accepted: 0 };
  t.mutations.set(how, { cases: m.cases + 1, accepted: m.accepted + (v.answer.verdict === "accept" ? 1 : 0) });
  if (v.answer.verdict === "reject")
    for (const row of rowOf(of, v.answer.error)) t.rows.set(row, (t.rows.get(row) ?? 0) + 1);
  if (v.bug !== undefined) t.bugs.set(v.bug, (t.bugs.get(v.bug) ?? 0) + 1);
  if (!v.difference) return;
  const key = `${v.difference.kind} ${v.difference.key}`;
  const known = t.differences.get(key);
  if (known) known.count++;
  else t.differences.set(key, { count: 1, first: index, detail: v.difference.detail, case: of });
}

function report(t: Totals, seed: number): void {
  console.log(
    `seed ${seed}: ${t.cases} cases: ${Object.entries(t.verdicts)
      .map(([v, n]) => `${n} ${v}`)
      .join(", ")}`,
  );
  for (const [how, { cases, accepted }] of [...t.mutations].sort())
    console.log(
      `  ${how.padEnd(28)}${String(cases).padStart(7)} cases, ${Math.round((100 * accepted) / cases)}% accepted`,
    );
  const hit = rowIds.filter(id => t.rows.has(id)).length;
  console.log(`${hit} of ${rowIds.length} rows hit; rarest: ${rarest(t)}`);
  for (const [bug, n] of t.bugs) console.log(`  bug of the reference, skipped: ${bug}: ${n}`);
}

function rarest(t: Totals): string {
  const counted = rowIds.map(id => ({ id, n: t.rows.get(id) ?? 0 })).sort((a, b) => a.n - b.n);
  return counted
    .slice(0, 25)
    .map(({ id, n }) => `${id} ${n}`)
    .join(", ");
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
