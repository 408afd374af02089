// What a run of the fuzzer counts, and the table that it ends with.
import type { FuzzCase } from "./case.ts";
import type { Verdict } from "./judge.ts";
import { rowIds, rowOf } from "./rows.ts";

export interface Found {
  readonly first: number;
  readonly detail: string;
  readonly case: FuzzCase;
  count: number;
}

export interface Totals {
  cases: number;
  readonly verdicts: { accept: number; reject: number; panic: number };
  readonly rows: Map<string, number>;
  readonly mutations: Map<string, { cases: number; accepted: number }>;
  /** By kind and key; crashes and cases that took too long are among them. */
  readonly differences: Map<string, Found>;
  /** Bugs of the reference that were met, by name. */
  readonly bugs: Map<string, number>;
  slowest: { index: number; took: number };
}

/** Rows of the catalogue that were met less often than this are listed. */
export const enough = 20;
/** So many of them. */
const most = 20;

export function newTotals(): Totals {
  return {
    cases: 0,
    verdicts: { accept: 0, reject: 0, panic: 0 },
    rows: new Map(),
    mutations: new Map(),
    differences: new Map(),
    bugs: new Map(),
    slowest: { index: 0, took: 0 },
  };
}

/** Takes in the verdict on case number `index`, which was made by the mutation `how`. */
export function count(t: Totals, index: number, of: FuzzCase, how: string, v: Verdict): void {
  const { answer } = v;
  t.cases++;
  t.verdicts[answer.verdict]++;
  const m = t.mutations.get(how) ?? { cases: 0, accepted: 0 };
  t.mutations.set(how, { cases: m.cases + 1, accepted: m.accepted + (answer.verdict === "accept" ? 1 : 0) });
  if (answer.verdict === "reject") for (const row of rowOf(of, answer.error)) more(t.rows, row);
  if (v.bug !== undefined) more(t.bugs, v.bug);
  if (v.took > t.slowest.took) t.slowest = { index, took: v.took };
  if (!v.difference) return;
  const key = `${v.difference.kind} ${v.difference.key}`;
  const known = t.differences.get(key);
  if (known) known.count++;
  else t.differences.set(key, { count: 1, first: index, detail: v.difference.detail, case: of });
}

function more(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Ids of the rows that were met less than so many times, the rarest first. */
export function rareRows({ rows }: Totals, least: number): readonly string[] {
  const times = (id: string): number => rows.get(id) ?? 0;
  return rowIds.filter(id => times(id) < least).sort((a, b) => times(a) - times(b));
}

/** The table of a run that took `ms`: lines of text. */
export function table(t: Totals, seed: number, ms: number): readonly string[] {
  const { accept, reject, panic } = t.verdicts;
  const sum = (kinds: readonly string[]): number =>
    [...t.differences].reduce((n, [key, { count }]) => n + (kinds.includes(key.split(" ")[0]!) ? count : 0), 0);
  const all = [...t.differences.values()].reduce((n, { count }) => n + count, 0);
  const broken = sum(["crash", "slow"]);
  const named = (ids: readonly string[]): string => ids.map(id => `${id} ${t.rows.get(id) ?? 0}`).join(", ");
  const rare = rareRows(t, enough);
  const unsaid = rare.length > most ? `, and ${rare.length - most} more` : "";
  const [rarest] = rareRows(t, Number.POSITIVE_INFINITY);
  const line = (name: string, value: string): string => `  ${name.padEnd(20)}${value}`;
  return [
    line("seed", String(seed)),
    line("cases", `${t.cases} in ${duration(ms)}`),
    line("accepted", `${accept} (${((100 * accept) / Math.max(1, t.cases)).toFixed(1)}%)`),
    line("rejected", String(reject)),
    line(
      "reference's bugs",
      `${panic}${panic > 0 ? `: ${[...t.bugs].map(([bug, n]) => `${bug} ${n}`).join(", ")}` : ""}`,
    ),
    line(
      "rows met",
      `${t.rows.size} of ${rowIds.length}, the rarest ${rarest === undefined ? "" : named([rarest])} times`,
    ),
    line(`rows under ${enough}`, named(rare.slice(0, most)) + unsaid || "none"),
    line("differences", `${all - broken} of ${t.differences.size} kinds`),
    line("crashes, hangs", String(broken)),
    line("slowest case", `${t.slowest.index}: ${Math.round(t.slowest.took)} ms`),
  ];
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s (${(ms / 1000).toFixed(0)} s)`;
}

/** How often each mutation was made, and how often the reference took its result. */
export function mutationLines({ mutations }: Totals): readonly string[] {
  return [...mutations]
    .sort()
    .map(
      ([how, { cases, accepted }]) =>
        `  ${how.padEnd(28)}${String(cases).padStart(7)} cases, ${Math.round((100 * accepted) / cases)}% accepted`,
    );
}
