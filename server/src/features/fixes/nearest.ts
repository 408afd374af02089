// The name that was meant: the nearest of those that could stand there.
import { canonicalName } from "../../syntax/names.ts";

/** Names near enough to `name` to have been meant, nearest first; case and hyphens cost little. */
export function nearest(name: string, candidates: Iterable<string>, limit = 3): readonly string[] {
  const wanted = canonicalName(name);
  const most = wanted.length <= 4 ? 1 : wanted.length <= 8 ? 2 : 3;
  const found: { readonly name: string; readonly cost: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const other = canonicalName(candidate);
    if (candidate === name || Math.abs(other.length - wanted.length) > most) continue;
    const cost = distance(wanted, other, most);
    if (cost <= most && cost < Math.max(wanted.length, other.length)) found.push({ name: candidate, cost });
  }
  return found
    .sort((a, b) => a.cost - b.cost || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(f => f.name);
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other; more than `most` is not told apart. */
export function distance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j - 1]! + (same ? 0 : 1), row[j]! + 1, next[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length]!;
}
