// Lays out one item without mistakes: on one line where it fits, else with its lists broken, the outermost first.
import { type Atom, isComment } from "./atoms.ts";
import { lineBreak, maxColumns, type Printer, put } from "./printer.ts";
import { separate } from "./separate.ts";
import { spaced } from "./spacing.ts";
import { type List, noStructure, type Structure, structureOf, tokenAfter } from "./structure.ts";

interface Layout {
  readonly p: Printer;
  readonly atoms: readonly Atom[];
  readonly structure: Structure;
}

/** A stretch of an item: `atoms[from…to - 1]`, on lines of a level; `follows` is the width of what must stand on its last line. */
interface Stretch {
  readonly to: number;
  readonly level: number;
  readonly follows: number;
}

/** Puts the rest of an item whose first token, `atoms[first]`, is put already. */
export function putItem(p: Printer, atoms: readonly Atom[], first: number, level: number): void {
  const start = putAttributes(p, atoms, first, level);
  const structure = structureOf(p.text, atoms, start);
  putStretch({ p, atoms, structure }, start + 1, { to: atoms.length, level, follows: 0 });
}

/** Attributes stand on lines of their own. Gives the index of the first token behind them, which is put too. */
function putAttributes(p: Printer, atoms: readonly Atom[], first: number, level: number): number {
  let at = first;
  while (atoms[at]?.kind === "@") {
    const end = attributeEnd(atoms, at);
    putStretch({ p, atoms, structure: noStructure }, at + 1, { to: end + 1, level, follows: 0 });
    at = tokenAfter(atoms, end);
    separate(p, atoms, end + 1, at, { before: "item", level, blanks: false });
  }
  return at;
}

/** Index of the last token of the attribute that starts at `atoms[at]`. */
export function attributeEnd(atoms: readonly Atom[], at: number): number {
  let end = tokenAfter(atoms, at);
  if (atoms[tokenAfter(atoms, end)]?.kind !== "(") return end;
  while (atoms[end]!.kind !== ")") end++;
  return end;
}

function putStretch(l: Layout, from: number, stretch: Stretch): void {
  for (let i = from; i < stretch.to; i++) {
    put(l.p, l.atoms[i]!, spaceBefore(l, i, stretch.level));
    const list = l.structure.lists.get(i);
    if (!list || !(list.broken || tooWide(l, list, stretch))) continue;
    putBroken(l, list, stretch.level);
    i = list.close;
  }
}

/** White space inside an item: a comment that ends its line, or starts one, makes the rest go on below, indented. */
function spaceBefore(l: Layout, i: number, level: number): string {
  const after = l.atoms[i]!;
  if (l.atoms[i - 1]!.kind === "//" || (after.kind === "//" && after.breaks > 0)) return lineBreak(l.p, level + 1);
  return spaced(l.atoms, i, l.structure) ? " " : "";
}

/** Whether a list, whose bracket is put, does not fit on the line together with all that can't be parted from it. */
function tooWide(l: Layout, { open, close }: List, { to, follows }: Stretch): boolean {
  if (close === open + 1) return false;
  let width = l.p.column;
  for (let i = open + 1; i < to; i++) {
    const { kind, start, end } = l.atoms[i]!;
    if (kind === "//" || l.atoms[i - 1]!.kind === "//") return width > maxColumns;
    width += end - start + (spaced(l.atoms, i, l.structure) ? 1 : 0);
    if (i > close && l.structure.lists.get(i)?.broken) return width > maxColumns;
    if (width > maxColumns) return true;
  }
  return width + follows > maxColumns;
}

/** Puts each element of a list on lines of its own, and the bracket that closes it. */
function putBroken(l: Layout, list: List, level: number): void {
  const { p, atoms } = l;
  let before: "open" | "item" = "open";
  for (let from = list.open + 1, n = 0; ; n++) {
    const first = tokenAfter(atoms, from - 1);
    const between = { before, level: level + 1, closes: first === list.close, blanks: true };
    separate(p, atoms, from, first, between);
    if (first === list.close) return;
    const comma = list.commas[n];
    const to = comma ?? elementEnd(atoms, list.close);
    putStretch(l, first + 1, { to, level: level + 1, follows: comma !== undefined || list.trailingComma ? 1 : 0 });
    if (comma === undefined) p.comma = list.trailingComma;
    else put(p, atoms[comma]!, spaceBefore(l, comma, level + 1));
    from = comma === undefined ? to : comma + 1;
    before = "item";
  }
}

/** Index behind the last token of the element in front of a closing bracket. */
function elementEnd(atoms: readonly Atom[], close: number): number {
  let end = close;
  while (isComment(atoms[end - 1]!)) end--;
  return end;
}
