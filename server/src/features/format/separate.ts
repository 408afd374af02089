// What stands between two items (members, or the elements of a list on lines of their own): line breaks and comments.
import { type Atom, isComment } from "./atoms.ts";
import { lineBreak, type Printer, put, putAsIs, spaceBeforeTrailing } from "./printer.ts";

export interface Between {
  /** What stands in front: nothing, an opening bracket, an item, or something broken, that is left alone. */
  readonly before: "start" | "open" | "item" | "broken";
  /** Indentation of the items. */
  readonly level: number;
  /** Whether the last of the atoms is the bracket that closes the items. */
  readonly closes?: boolean;
  /** Whether an empty line may stay. */
  readonly blanks: boolean;
  /** Whether an empty line is put between items that stood on one line. */
  readonly apart?: boolean;
}

/**
 * Puts the comments between two items and the first token of the second: `atoms[from…to]`. Comments that end the line of
 * the first stay there; each other starts a line. Without a second item `atoms[to]` is the last comment.
 */
export function separate(p: Printer, atoms: readonly Atom[], from: number, to: number, between: Between): void {
  const trailing = trailingEnd(atoms, from, to, between);
  let sameLine = true;
  for (let i = from; i <= to; i++) {
    const atom = atoms[i]!;
    sameLine &&= atom.breaks === 0;
    if (between.before === "start" && i === from) put(p, atom, "");
    else if (between.before === "broken" && sameLine) putAsIs(p, atom);
    else if (i < trailing) put(p, atom, spaceBeforeTrailing(p, atom));
    else if (i > from && atom.breaks === 0 && !(between.closes && i === to)) put(p, atom, " ");
    else put(p, atom, newLine(p, atom, i, from, to, between));
  }
}

/** Index after the comments that end the line of what stands before them. */
function trailingEnd(atoms: readonly Atom[], from: number, to: number, { before, closes }: Between): number {
  if (before === "start") return from;
  for (let i = from; i <= to; i++) if (atoms[i]!.breaks > 0) return i;
  // Without a line break all of it leads the second item, if there is one.
  if (isComment(atoms[to]!)) return to + 1;
  return closes && before === "item" ? to : from;
}

function newLine(p: Printer, atom: Atom, i: number, from: number, to: number, between: Between): string {
  const closing = between.closes === true && i === to;
  const inside = !closing && !(between.before === "open" && i === from);
  const blank = inside && ((between.blanks && atom.breaks > 1) || (between.apart === true && atom.breaks === 0));
  const level = closing ? between.level - 1 : between.level;
  // The lines of a comment stay below each other: their white space is part of it.
  if (atom.kind === "/*" && atom.breaks > 0 && p.text.slice(atom.start, atom.end).includes("\n"))
    return lineBreak(p, 0, blank) + p.text.slice(p.text.lastIndexOf("\n", atom.start) + 1, atom.start);
  return lineBreak(p, level, blank);
}
