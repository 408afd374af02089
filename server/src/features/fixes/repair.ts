// Mends syntax by trying: the smallest change of the tokens around a mistake after which the text is WIT.
import { type ParsedFile, syntaxProblems } from "../../syntax/file.ts";
import { applyEdits, movedOffset } from "../edits/file-edit.ts";
import { tokensOf } from "../edits/words.ts";
import { memberAt } from "../locate.ts";
import { startOf } from "../token-at.ts";
import { type Fix, type FixContext, fixHere } from "./fix.ts";
import { type Attempt, attempts, type Mistake } from "./repair-attempts.ts";
import { problemsAfter } from "./syntax-check.ts";
import { triesFor } from "./work.ts";

/** More than these nobody reads. */
const offered = 3;

/** Fixes of a syntax problem, best first: those after which nothing is wrong any more, then those that get further. */
export function repairs(c: FixContext): readonly Fix[] {
  const mistake = mistakeAt(c);
  if (!mistake) return [];
  const likeliest = [...attempts(mistake)].sort((a, b) => a.cost - b.cost).slice(0, triesFor(c.file));
  const tried = likeliest.flatMap(attempt => tryOut(c, mistake, attempt) ?? []);
  tried.sort((a, b) => a.rank - b.rank);
  const seen = new Set<string>();
  const [first] = tried;
  // Beside a fix that is sure, guesses only distract.
  const most = first === undefined ? 0 : first.rank + (first.attempt.safe && first.rank < doubtful ? 0 : likelihood);
  const best = tried.filter(t => t.rank <= most && !seen.has(t.after) && seen.add(t.after)).slice(0, offered);
  return best.map(({ attempt, rank }) => {
    return { ...fixHere(c, attempt.title, attempt.edits, rank < doubtful && attempt.safe === true), guess: true };
  });
}

/** What is so much more doubtful than the best is left out. */
const likelihood = 4;

/** From this rank on, an attempt leaves something to be mended. */
const doubtful = 100;

interface Tried {
  readonly attempt: Attempt;
  readonly rank: number;
  /** What the text becomes, to tell attempts that do the same. */
  readonly after: string;
}

/** Undefined where the attempt does not help. */
function tryOut({ file }: FixContext, mistake: Mistake, attempt: Attempt): Tried | undefined {
  const problems = problemsAfter(file, attempt.edits);
  const count = syntaxProblems(file).length;
  const place = movedOffset(mistake.at, attempt.edits);
  const after = changedPart(mistake.text, attempt);
  const stays = problems.some(p => p.code === mistake.code && Math.abs(p.at - place) <= 1);
  if (problems.length < count && !stays) return { attempt, rank: attempt.cost, after };
  const next = problems.find(p => p.at >= Math.min(place, mistake.at));
  const same = next && next.at <= place + 1 && next.code === mistake.code;
  const further = problems.length === count && next !== undefined && !same && next.at > place;
  return further ? { attempt, rank: doubtful + attempt.cost, after } : undefined;
}

/** What tells two attempts apart: the text around the mistake, as they make it. */
function changedPart(text: string, { edits }: Attempt): string {
  const start = Math.max(Math.min(...edits.map(e => e.start)) - around, 0);
  const end = Math.min(Math.max(...edits.map(e => e.end)) + around, text.length);
  const moved = edits.map(e => ({ ...e, start: e.start - start, end: e.end - start }));
  return applyEdits(text.slice(start, end), moved).replace(/\s+/g, " ").trim();
}

/** How much of the text before and behind a mistake is looked at. */
const around = 400;

/** The tokens around the problem, and which of them it is. */
function mistakeAt({ file, problem }: FixContext): Mistake | undefined {
  const { at } = problem;
  if (at === undefined) return undefined;
  const { text } = file.source;
  const tokens = tokensOf(text, windowStart(file, Math.min(problem.start, at)), Math.min(at + around, text.length));
  const found = tokens.findIndex(t => t.end > at);
  const index = found < 0 ? tokens.length : found;
  const missing = typeof problem.data?.missing === "string" ? problem.data.missing : undefined;
  const base = { text, at, tokens, index, underlined: problem, code: problem.code };
  return missing === undefined ? base : { ...base, missing };
}

/** Where the member before the one at an offset starts, or the head of what holds it: that lies between tokens. */
function windowStart(file: ParsedFile, offset: number): number {
  const placed = memberAt(file, offset);
  const holder = placed?.around.at(-1);
  if (!placed || !holder) return startOf(file.source.text);
  const index = holder.container.starts.indexOf(placed.start - holder.start);
  const start = index > 0 ? holder.start + holder.container.starts[index - 1]! : holder.start;
  return Math.max(start, startOf(file.source.text));
}
