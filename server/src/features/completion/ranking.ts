// The order of what is offered: how well it fits what is typed, then how near it is.
import { type Completion, type Draft, finished } from "./item.ts";

export interface Completions {
  /** In the order in which they are to be shown. */
  readonly items: readonly Completion[];
  /** Whether more would be offered for a longer word. */
  readonly incomplete: boolean;
}

/** A word that is typed by hand, a path with a version included, is not longer than this. */
const longest = 500;

/** More than this no list holds: the rest comes as the word grows. */
const maxItems = 100;

interface Ranked {
  readonly item: Draft;
  readonly fit: number;
  readonly listed: number;
  readonly order: number;
}

/** What fits the word that is typed; `text` is that of the file. */
export function ranked(found: readonly Draft[], text: string): Completions {
  const fitting: Ranked[] = [];
  let fitter = fitterFor("");
  for (let i = 0; i < found.length; i++) {
    const item = found[i]!;
    const typed = text.slice(item.span.start, item.span.end);
    if (typed !== fitter.typed) fitter = fitterFor(typed);
    const fit = fitter.fitOf(item.label);
    if (fit !== undefined)
      fitting.push({ item, fit, listed: isListed(item) ? i : found.length, order: item.order ?? 0 });
  }
  fitting.sort(
    (a, b) =>
      a.fit - b.fit ||
      a.item.rank - b.item.rank ||
      a.listed - b.listed ||
      a.order - b.order ||
      compare(a.item.label, b.item.label),
  );
  return { items: fitting.slice(0, maxItems).map(({ item }) => finished(item)), incomplete: fitting.length > maxItems };
}

/** Words of the language stay in the order in which they are listed, before the names of their rank. */
function isListed({ kind }: Completion): boolean {
  return kind === "keyword" || kind === "builtin" || kind === "version" || kind === "snippet";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export interface Fitter {
  readonly typed: string;
  /**
   * How well a label fits what is typed: 0 where it starts with that, 1 where a word in it does, 2 where the letters stand
   * in it in their order, as editors filter; undefined where they do not.
   */
  readonly fitOf: (label: string) => 0 | 1 | 2 | undefined;
}

export function fitterFor(typed: string): Fitter {
  if (typed === "") return { typed, fitOf: () => 0 };
  // So long a word is no start of another.
  if (typed.length > longest) return { typed, fitOf: label => (label === typed ? 0 : undefined) };
  const wanted = typed.toLowerCase().replace(/[\s%]+/g, "");
  return { typed, fitOf: label => fitOf(label.toLowerCase().replaceAll("%", ""), wanted) };
}

function fitOf(name: string, wanted: string): 0 | 1 | 2 | undefined {
  if (name.startsWith(wanted)) return 0;
  for (let at = name.indexOf(wanted, 1); at > 0; at = name.indexOf(wanted, at + 1))
    if (!/[a-z0-9]/.test(name[at - 1]!)) return 1;
  let at = 0;
  for (const char of wanted) {
    at = name.indexOf(char, at) + 1;
    if (at === 0) return undefined;
  }
  return 2;
}
