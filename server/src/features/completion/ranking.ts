// The order of what is offered: how well it fits what is typed, then how near it is.
import type { Span } from "../../base/span.ts";
import { type ParsedFile, partOf } from "../../syntax/file.ts";
import type { Completion } from "./item.ts";

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

/** What decides where an offer comes in the list, in this order. */
export interface Ranked {
  readonly fit: Fit;
  readonly rank: number;
  /** Where it is listed, if it is a word of the language. */
  readonly listed: number;
  readonly order: number;
  readonly label: string;
}

/** What fits the word that is typed in a file. */
export function ranked(found: readonly Completion[], file: ParsedFile): Completions {
  const fitting: (Ranked & { readonly item: Completion })[] = [];
  let fitter = fitterFor("");
  let span: Span = { start: 0, end: 0 };
  for (let i = 0; i < found.length; i++) {
    const item = found[i]!;
    if (item.span.start !== span.start || item.span.end !== span.end) {
      span = item.span;
      fitter = fitterFor(partOf(file, span.start, span.end));
    }
    const fit = fitter.fitOf(item.label);
    if (fit === undefined) continue;
    const { rank, order = 0, label } = item;
    fitting.push({ item, fit, rank, listed: isListed(item) ? i : found.length, order, label });
  }
  fitting.sort(compareRanked);
  return { items: fitting.slice(0, maxItems).map(({ item }) => item), incomplete: fitting.length > maxItems };
}

function compareRanked(a: Ranked, b: Ranked): number {
  return (
    a.fit - b.fit ||
    a.rank - b.rank ||
    a.listed - b.listed ||
    a.order - b.order ||
    (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)
  );
}

/** Of very many offers, those that may be among the first that are shown, and enough to tell that there are more. */
export class Firsts<T extends Ranked> {
  #kept: T[] = [];
  #last: T | undefined;

  add(offer: T): void {
    if (this.#last && compareRanked(this.#last, offer) <= 0) return;
    this.#kept.push(offer);
    if (this.#kept.length > 3 * maxItems) this.#cut();
  }

  list(): readonly T[] {
    this.#cut();
    return this.#kept;
  }

  #cut(): void {
    this.#kept = this.#kept.sort(compareRanked).slice(0, maxItems + 1);
    this.#last = this.#kept[maxItems];
  }
}

/** Words of the language stay in the order in which they are listed, before the names of their rank. */
function isListed({ kind }: Completion): boolean {
  return kind === "keyword" || kind === "builtin" || kind === "version" || kind === "snippet";
}

export interface Fitter {
  /**
   * How well a label fits what is typed: 0 where it starts with that, 1 where a word in it does, 2 where the letters stand
   * in it in their order, as editors filter; undefined where they do not.
   */
  readonly fitOf: (label: string) => Fit | undefined;
}

export type Fit = 0 | 1 | 2;

export function fitterFor(typed: string): Fitter {
  if (typed === "") return { fitOf: () => 0 };
  // So long a word is no start of another.
  if (typed.length > longest) return { fitOf: label => (label === typed ? 0 : undefined) };
  const wanted = typed.toLowerCase().replace(/[\s%]+/g, "");
  return { fitOf: label => fitOf(label.toLowerCase().replaceAll("%", ""), wanted) };
}

function fitOf(name: string, wanted: string): Fit | undefined {
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
