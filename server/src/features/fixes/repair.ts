// Mends syntax by trying: the smallest change of the tokens around a mistake after which the text is WIT.
import type { Span } from "../../base/span.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import { applyEdits, movedOffset } from "../edits/file-edit.ts";
import { tokensOf } from "../edits/words.ts";
import { type Fix, type FixContext, fixHere } from "./fix.ts";
import { type Attempt, attempts, type Mistake } from "./repair-attempts.ts";
import { problemsOfText } from "./syntax-check.ts";

/** More than these nobody reads. */
const offered = 3;

/** Fixes of a syntax problem, best first: those after which nothing is wrong any more, then those that get further. */
export function repairs(c: FixContext): readonly Fix[] {
  const mistake = mistakeAt(c);
  if (!mistake) return [];
  const tried = attempts(mistake).flatMap(attempt => tryOut(mistake, attempt) ?? []);
  tried.sort((a, b) => a.rank - b.rank);
  const seen = new Set<string>();
  const [first] = tried;
  // Beside a fix that is sure, guesses only distract.
  const most = first?.attempt.safe && first.rank < doubtful ? first.rank : Number.POSITIVE_INFINITY;
  const best = tried.filter(t => t.rank <= most && !seen.has(t.after) && seen.add(t.after)).slice(0, offered);
  return best.map(({ attempt, rank }) => {
    const edits = attempt.edits.map(e => ({ ...e, start: e.start + mistake.base, end: e.end + mistake.base }));
    return fixHere(c, attempt.title, edits, rank < doubtful && attempt.safe === true);
  });
}

/** From this rank on, an attempt leaves something to be mended. */
const doubtful = 100;

interface Tried {
  readonly attempt: Attempt;
  readonly rank: number;
  /** What the text becomes, to tell attempts that do the same. */
  readonly after: string;
}

/** Undefined where the attempt does not help. */
function tryOut(mistake: Mistake, attempt: Attempt): Tried | undefined {
  const after = applyEdits(mistake.text, attempt.edits);
  const problems = problemsOfText(after);
  const place = movedOffset(mistake.at, attempt.edits);
  const stays = problems.some(p => p.code === mistake.code && Math.abs(p.at - place) <= 1);
  if (problems.length < mistake.count && !stays) return { attempt, rank: attempt.cost, after };
  const next = problems.find(p => p.at >= Math.min(place, mistake.at));
  const same = next && next.at <= place + 1 && next.code === mistake.code;
  const further = problems.length === mistake.count && next !== undefined && !same && next.at > place;
  return further ? { attempt, rank: doubtful + attempt.cost, after } : undefined;
}

/** The top-level items around the problem, as a text of their own, and where in it the problem is. */
function mistakeAt({ file, problem }: FixContext): Mistake | undefined {
  if (problem.at === undefined) return undefined;
  const region = regionAround(file, {
    start: Math.min(problem.start, problem.at),
    end: Math.max(problem.end, problem.at),
  });
  const text = file.source.text.slice(region.start, region.end);
  const at = problem.at - region.start;
  const tokens = tokensOf(text);
  const found = tokens.findIndex(t => t.end > at);
  const index = found < 0 ? tokens.length : found;
  const missing = typeof problem.data?.missing === "string" ? problem.data.missing : undefined;
  const underlined = { start: problem.start - region.start, end: problem.end - region.start };
  const base = {
    text,
    base: region.start,
    at,
    tokens,
    index,
    underlined,
    code: problem.code,
    count: problemsOfText(text).length,
  };
  return missing === undefined ? base : { ...base, missing };
}

/** Whole members of the file that hold a stretch, and the one behind them. */
function regionAround({ root, source }: ParsedFile, { start, end }: Span): Span {
  const { starts } = root;
  let first = 0;
  while (first + 1 < starts.length && starts[first + 1]! <= start) first++;
  // What stands before may be cut short by the mistake.
  first = Math.max(first - 1, 0);
  let last = first;
  while (last < starts.length && starts[last]! <= end) last++;
  return { start: starts[first] ?? 0, end: starts[last + 1] ?? source.text.length };
}
