// Reads an item for its layout: the lists that can stand one element a line, what their author wants, and what its marks mean.
import { type Atom, isComment } from "./atoms.ts";
import type { Roles } from "./spacing.ts";

/** Elements between brackets, with commas between them; indexes into the item's atoms. */
export interface List {
  readonly open: number;
  close: number;
  /** The commas between its own elements, and the one after the last. */
  readonly commas: number[];
  /** Whether a comma may follow the last element. */
  readonly trailingComma: boolean;
  /** The parts of a record, variant, enum or flags. */
  readonly definition: boolean;
  /** Whether it stands on several lines even where one would do. */
  broken: boolean;
}

export interface Structure extends Roles {
  /** By the index of the opening bracket. */
  readonly lists: ReadonlyMap<number, List>;
}

/** What is one line whatever it holds. */
export const noStructure: Structure = { lists: new Map(), closeBraces: new Set(), pathColons: new Set() };

interface Open {
  readonly bracket: number;
  /** The list that the bracket opens, or the one around it. */
  readonly list: List | undefined;
}

interface Reader {
  readonly text: string;
  readonly atoms: readonly Atom[];
  readonly lists: Map<number, List>;
  readonly closeBraces: Set<number>;
  readonly stack: Open[];
}

/** Reads an item that has no mistake; `first` is its first token after its attributes. */
export function structureOf(text: string, atoms: readonly Atom[], first: number): Structure {
  const r: Reader = { text, atoms, lists: new Map(), closeBraces: new Set(), stack: [] };
  for (let i = first; i < atoms.length; i++) {
    const { kind } = atoms[i]!;
    if (kind === "(" || kind === "<" || kind === "{") open(r, i);
    else if (kind === ")" || kind === ">" || kind === "}") close(r, i);
    else if (kind === ",") addComma(r, i);
    else if (isComment(atoms[i]!)) addComment(r, i);
  }
  return { lists: r.lists, closeBraces: r.closeBraces, pathColons: pathColons(atoms, first) };
}

function open(r: Reader, i: number): void {
  const list = listAt(r, i);
  if (list && r.atoms[tokenBefore(r.atoms, i)]?.kind === ".") r.closeBraces.add(i);
  r.stack.push({ bracket: i, list: list ?? r.stack.at(-1)?.list });
}

/** The list that a bracket opens; `list`, `option` and others that hold one type are none. */
function listAt({ text, atoms }: Reader, i: number): List | undefined {
  const before = tokenBefore(atoms, i);
  const word = atoms[before]?.kind ?? "";
  const list = (trailingComma: boolean, definition = false): List => {
    return { open: i, close: i, commas: [], trailingComma, definition, broken: false };
  };
  switch (atoms[i]!.kind) {
    case "{":
      return list(true, word !== "." && word !== "with");
    case "<":
      return word === "tuple" || word === "result" || word === "map" ? list(word === "tuple") : undefined;
    default:
      return word === "func" || word === "constructor" || isAccessor(text, atoms, before) ? list(true) : undefined;
  }
}

/** `get(` and `set(` behind a colon; elsewhere they are names. */
function isAccessor(text: string, atoms: readonly Atom[], i: number): boolean {
  const word = atoms[i];
  if (word?.kind !== "id" || atoms[tokenBefore(atoms, i)]?.kind !== ":") return false;
  return /^[gs]et$/.test(text.slice(word.start, word.end));
}

function close(r: Reader, i: number): void {
  const opened = r.stack.pop();
  const list = opened?.list;
  if (!list || list.open !== opened.bracket) return;
  if (r.closeBraces.has(list.open)) r.closeBraces.add(i);
  list.close = i;
  // A `result` that holds one type only is never worth a line of its own.
  if (list.trailingComma || list.commas.length > 0) {
    r.lists.set(list.open, list);
    list.broken ||= wantsLines(r.atoms, list);
  }
  // A broken list breaks the one around it.
  const around = r.stack.at(-1)?.list;
  if (around && list.broken) around.broken = true;
}

function addComma({ stack }: Reader, i: number): void {
  const around = stack.at(-1);
  if (around?.list?.open === around?.bracket) around?.list?.commas.push(i);
}

/** A comment that starts or ends a line breaks the list around it, as does one of several lines. */
function addComment({ text, atoms, stack }: Reader, i: number): void {
  const around = stack.at(-1)?.list;
  if (!around) return;
  const { kind, start, end, breaks } = atoms[i]!;
  const ends = (atoms[i + 1]?.breaks ?? 0) > 0;
  if (kind === "//" || breaks > 0 || ends || text.slice(start, end).includes("\n")) around.broken = true;
}

/**
 * Whether its author put it on several lines: a definition with a line break anywhere in it; another list where the first
 * element starts a line, or where the last has a comma and the bracket starts a line.
 */
function wantsLines(atoms: readonly Atom[], { open: from, close: to, commas, definition }: List): boolean {
  const first = tokenAfter(atoms, from);
  if (first === to) return false;
  if (definition) return hasBreak(atoms, from, to);
  const last = commas.at(-1);
  const trailing = last !== undefined && tokenAfter(atoms, last) === to;
  return hasBreak(atoms, from, first) || (trailing && hasBreak(atoms, last, to));
}

function hasBreak(atoms: readonly Atom[], from: number, to: number): boolean {
  for (let i = from + 1; i <= to; i++) if (atoms[i]!.breaks > 0) return true;
  return false;
}

/** Index of the first token behind `atoms[i]`; the length where there is none. */
export function tokenAfter(atoms: readonly Atom[], i: number): number {
  let after = i + 1;
  while (after < atoms.length && isComment(atoms[after]!)) after++;
  return after;
}

/** Index of the last token in front of `atoms[i]`; -1 where there is none. */
function tokenBefore(atoms: readonly Atom[], i: number): number {
  let before = i - 1;
  while (before >= 0 && isComment(atoms[before]!)) before--;
  return before;
}

const naming: ReadonlySet<string> = new Set(["package", "use", "include", "import", "export"]);

/** The colons inside package names; the others stand between a name and what it is. */
function pathColons(atoms: readonly Atom[], first: number): ReadonlySet<number> {
  const word = atoms[first]!.kind;
  if (!naming.has(word)) return noStructure.pathColons;
  const tokens: number[] = [];
  for (let i = first; i < atoms.length && atoms[i]!.kind !== "("; i = tokenAfter(atoms, i)) tokens.push(i);
  const kindOf = (n: number): string | undefined => atoms[tokens[n] ?? atoms.length]?.kind;
  // `import name: …` but `import namespace:name/interface`.
  const named = (word === "import" || word === "export") && kindOf(2) === ":" && kindOf(4) !== "/";
  return new Set(tokens.slice(named ? 3 : 0).filter(i => atoms[i]!.kind === ":"));
}
