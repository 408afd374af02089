// Judges one case: the reference's answer, ours, and whether an edit gives what a fresh start gives.
import { abiModel, exactNumbers } from "../src/semantics/model/abi.ts";
import { resolveModel } from "../src/semantics/model/resolve.ts";
import type { UnitMaker } from "../src/syntax/cut.ts";
import type { FuzzCase, OracleAnswer } from "./case.ts";
import { compare, type Difference, referenceBug } from "./compare.ts";
import type { Dice } from "./dice.ts";
import { checkEdits } from "./incremental.ts";
import type { Oracle } from "./oracle.ts";
import { type OurAnswer, ourAnswer } from "./ours.ts";

/** Compares resolved packages whatever their indexes (scripts/lib/comparable.mjs). */
export interface Comparable {
  readonly comparableResolve: (resolve: unknown) => unknown;
  readonly comparableAbi: (abi: unknown) => unknown;
  /** Where two values differ, in words. */
  readonly firstDifference: (wanted: unknown, given: unknown, at: string) => string | undefined;
}

export interface Judge {
  readonly oracle: Oracle;
  readonly make: UnitMaker;
  /** Without it, resolved packages are not compared. */
  readonly comparable: Comparable | undefined;
  /** The share of cases whose edits are checked. */
  readonly edits: number;
}

export interface Verdict {
  readonly answer: OracleAnswer;
  /** How long our own answer took, in ms of the processor; 0 where there was none. */
  readonly took: number;
  readonly bug?: string;
  readonly difference?: Difference;
}

/** Longer than this, in ms of the processor, no small case may take. */
const patience = 2000;

/** Whether a list's length is such that the reference counts for minutes when it lays out what has no size. */
function isLong(of: FuzzCase): boolean {
  return Object.values(of.files).some(text => /,\s*0*[1-9]\d{4,}/.test(text));
}

export async function judge(j: Judge, of: FuzzCase, d: Dice): Promise<Verdict> {
  const asked = j.oracle.ask(of, j.comparable !== undefined, j.comparable !== undefined && !isLong(of));
  const ours = answerOrError(of, j.make);
  const answer = await asked;
  const bug = referenceBug(of, answer);
  if (of.binaries && isUnread(answer)) return { answer, took: 0, bug: unread };
  if (ours instanceof Error) return { answer, took: 0, difference: crash(ours) };
  const { took } = ours;
  if (took > patience)
    return { answer, took, difference: { kind: "slow", key: "slow", detail: `it took ${Math.round(took)} ms` } };
  if (bug !== undefined) return { answer, took, bug };
  const difference = guarded(
    () =>
      compare(answer, ours.errors) ??
      compareResolve(j.comparable, answer, ours, of.binaries ? plainDocs : value => value) ??
      (of.binaries ? undefined : compareAbi(j.comparable, answer, ours)) ??
      (d.chance(j.edits) && !of.binaries ? checkEdits(of, j.make, d) : undefined),
  );
  return difference ? { answer, took, difference } : { answer, took };
}

function guarded(find: () => Difference | undefined): Difference | undefined {
  try {
    return find();
  } catch (error) {
    return crash(error instanceof Error ? error : new Error(String(error)));
  }
}

function crash(error: Error): Difference {
  const key = error.message.slice(0, 80);
  return { kind: "crash", key, detail: error.stack ?? key };
}

function answerOrError(of: FuzzCase, make: UnitMaker): (OurAnswer & { readonly took: number }) | Error {
  try {
    const first = timed(of, make);
    // Memory may have been collected, or code compiled, that came from other cases.
    return first.took > patience ? timed(of, make) : first;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function timed(of: FuzzCase, make: UnitMaker): OurAnswer & { readonly took: number } {
  const start = process.cpuUsage();
  const answer = ourAnswer(of, make);
  const { user, system } = process.cpuUsage(start);
  return { ...answer, took: (user + system) / 1000 };
}

/** In place of a bug's name: the reference does not read the package in binary form. */
export const unread = "unread";

/** Of packages in binary form the reference reads none that is not valid, and none that is there as source, too. */
function isUnread(answer: OracleAnswer): boolean {
  return answer.verdict !== "accept" && (answer.error.kind === "Other" || answer.error.message.includes("re-add"));
}

/** Without white space that WIT can't write at the ends of documentation's lines. */
function plainDocs(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) =>
    key === "contents" && typeof inner === "string" ? inner.replace(/^[^\S\n]+|[^\S\n]+$/gm, "") : inner,
  );
}

function compareResolve(
  c: Comparable | undefined,
  answer: OracleAnswer,
  ours: OurAnswer,
  plain: (resolve: unknown) => unknown,
): Difference | undefined {
  if (!c || answer.verdict !== "accept") return undefined;
  const given = JSON.parse(JSON.stringify(resolveModel(ours.analysis))) as unknown;
  const found = c.firstDifference(c.comparableResolve(plain(answer.resolve)), c.comparableResolve(plain(given)), "");
  if (found === undefined) return undefined;
  return { kind: "resolve", key: resolveKey(found), detail: `resolved: ${found}` };
}

/** Figures that the reference can't count with (it panics) are not compared. */
function compareAbi(c: Comparable | undefined, answer: OracleAnswer, ours: OurAnswer): Difference | undefined {
  if (!c || answer.verdict !== "accept" || answer.abi === null || answer.abi === undefined) return undefined;
  const given = JSON.parse(exactNumbers(JSON.stringify(abiModel(ours.analysis) ?? null))) as unknown;
  const found = c.firstDifference(c.comparableAbi(answer.abi), c.comparableAbi(given), "");
  return found === undefined ? undefined : { kind: "abi", key: abiKey(found), detail: `canonical ABI: ${found}` };
}

/** Which figures differ, without names. */
function abiKey(found: string): string {
  return /\/(?:size|align|params|results|retptr|indirectParams)\b/.exec(found)?.[0] ?? "items";
}

const resolveWords = new Set(
  "name docs interfaces worlds imports exports interface function type types functions stability kind params result".split(
    " ",
  ),
);

/** Where two resolved packages differ, without names. */
function resolveKey(found: string): string {
  const [path = ""] = found.split(": expected");
  return path
    .split("/")
    .filter(word => resolveWords.has(word))
    .join("/");
}
