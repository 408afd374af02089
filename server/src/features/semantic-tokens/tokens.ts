// The tokens of interfaces and worlds, kept from one answer to the next: only what names of other items are is asked each time.
import { memo, sameItems } from "../../base/memo.ts";
import type { RootAnalysis } from "../../semantics/analysis.ts";
import type { ContainerAnalysis } from "../../semantics/item.ts";
import { itemById } from "../../semantics/symbol-lookup.ts";
import type { SymbolId } from "../../semantics/symbols.ts";
import type { PathTarget } from "../../semantics/targets.ts";
import type { UsePath } from "../../syntax/ast.ts";
import type { TokenCode } from "./legend.ts";
import { type Mark, marksInside, marksOf } from "./marks.ts";
import { foreignCode, outerCode, ownCode, tellerOf } from "./surroundings.ts";

/** Three numbers a token, in the order of the text: its start and its end, counted from where the list is placed, and its code. */
export type Tokens = readonly number[];

/** The tokens of what stands outside of interfaces and worlds; names that lead nowhere are left out. */
export function outerTokens(marks: readonly Mark[], target: (path: UsePath) => PathTarget): Tokens {
  const found: number[] = [];
  for (const mark of marks) {
    const code = mark.code ?? outerCode(mark, target);
    if (code !== undefined) found.push(mark.start, mark.end, code);
  }
  return found;
}

/** The tokens of an interface or world, its name among them: the same list as before while they are the same. */
export function tokensIn(root: RootAnalysis, analysis: ContainerAnalysis): Tokens {
  const known = knownTokens(analysis);
  if (known.last && isStill(root, known.last.told)) return known.last.tokens;
  const answers = known.asked.map(({ mark, within }) => foreignCode(root, mark, within));
  const same = known.last && sameItems(known.last.answers, answers);
  const tokens = same ? known.last!.tokens : tokensWith(known.places, answers);
  known.last = { answers, tokens, told: tellers(root, known.asked) };
  return tokens;
}

function tokensWith(places: readonly Place[], answers: readonly (TokenCode | undefined)[]): Tokens {
  const tokens: number[] = [];
  for (const { start, end, code, ask } of places) {
    const found = ask === undefined ? code : answers[ask];
    if (found !== undefined) tokens.push(start, end, found);
  }
  return tokens;
}

/** Interfaces that alone tell what was asked, as they were then; undefined where they are not all. */
type Told = ReadonlyMap<SymbolId, ContainerAnalysis | undefined> | undefined;

function isStill(root: RootAnalysis, told: Told): boolean {
  if (!told) return false;
  for (const [id, analysis] of told) if (itemById(root, id)?.analysis !== analysis) return false;
  return true;
}

function tellers(root: RootAnalysis, asked: readonly Asked[]): Told {
  const told = new Map<SymbolId, ContainerAnalysis | undefined>();
  for (const { mark, within } of asked) {
    const teller = tellerOf(root, mark, within);
    if (!teller) return undefined;
    if (teller.id !== undefined) told.set(teller.id, teller.analysis);
  }
  return told;
}

interface Known {
  readonly places: Place[];
  readonly asked: Asked[];
  last?: { readonly answers: readonly (TokenCode | undefined)[]; readonly tokens: Tokens; readonly told: Told };
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly code: TokenCode | undefined;
  /** Index among what is asked, where the item itself does not tell what stands there. */
  readonly ask: number | undefined;
}

/** A name that stands for something of another item, and the interface or world that it is mentioned in. */
interface Asked {
  readonly mark: Mark;
  readonly within: ContainerAnalysis;
}

/** What the analysis of an item tells of its names, without the items that it names. */
const knownTokens: (analysis: ContainerAnalysis) => Known = memo(analysis => {
  const known: Known = { places: [], asked: [] };
  const { head } = analysis.container;
  if (head) addPlaces({ known, within: analysis, types: new Map() }, marksOf(head), 0);
  addInside(known, analysis, 0);
  return known;
});

function addInside(known: Known, within: ContainerAnalysis, base: number): void {
  const adding = { known, within, types: new Map<string, number>() };
  for (const { marks, body } of marksInside(within.container).pieces) {
    addPlaces(adding, marks, base);
    const inner = body === undefined ? undefined : within.bodies.get(body);
    if (inner) addInside(known, inner, base + body!);
  }
}

interface Adding {
  readonly known: Known;
  readonly within: ContainerAnalysis;
  /** Types of other items by their names here: each is asked for once. */
  readonly types: Map<string, number>;
}

function addPlaces(a: Adding, marks: readonly Mark[], base: number): void {
  for (const mark of marks) {
    const ask = askFor(a, mark);
    const code = mark.code ?? (ask === undefined ? ownCode(mark, a.within) : undefined);
    a.known.places.push({ start: base + mark.start, end: base + mark.end, code, ask });
  }
}

function askFor({ known, within, types }: Adding, mark: Mark): number | undefined {
  const { lookup } = mark;
  if (!lookup || lookup.kind === "path") return undefined;
  if (lookup.kind !== "type") return known.asked.push({ mark, within }) - 1;
  if (within.scope.entries.get(lookup.name)?.kind !== "use") return undefined;
  const before = types.get(lookup.name);
  if (before !== undefined) return before;
  const ask = known.asked.push({ mark, within }) - 1;
  types.set(lookup.name, ask);
  return ask;
}
