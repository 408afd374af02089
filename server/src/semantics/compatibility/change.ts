// A change between an earlier state and now, and whom it breaks.
import type { Span } from "../../base/span.ts";
import type { TypeExpr, Unit } from "../../syntax/ast.ts";
import { oneLine } from "../../syntax/one-line.ts";
import type { FilePlace } from "../problem.ts";

/** Something that is another now; UTF-16 offsets of the container that holds it now. */
export interface Difference extends Span {
  /** What is another, as a main clause: "`f` is gone from `i`". */
  readonly what: string;
}

/** A difference that breaks somebody; UTF-16 offsets of the item. */
export interface Breach extends Difference {
  /** Whom it breaks, as an object: "whoever imports `i`". */
  readonly whom: string;
  /** What stood in its place in the baseline. */
  readonly was?: FilePlace;
  /** The members that comments may allow it on, the innermost first. */
  readonly units: readonly Unit[];
  readonly restore?: Restore;
}

/** A whole member of the baseline, its comments included where it is gone, for a fix that puts it back. */
export interface Restore extends FilePlace {
  /** As people call it. */
  readonly title: string;
  /** Where the interface or world that it belongs to starts now. */
  readonly into: number;
  /** The resource that it belongs to. */
  readonly resource?: string;
  /** The member that it takes the place of now; absent where it is gone. */
  readonly member?: Span;
}

/** What became of one item. */
export interface ItemChanges {
  readonly breaches: readonly Breach[];
  /** The first thing that is another and breaks nobody, as a main clause. */
  readonly added?: string;
}

/** Who meets a change in the members of an interface. */
export interface Audience {
  /** What holds the members: "`i`". */
  readonly of: string;
  /** Whom it breaks that a member is gone; absent: nobody. */
  readonly removed?: string;
  readonly changed: string;
  /** Components that export it; absent where a new member breaks nobody. */
  readonly exporting?: string;
}

/** A type as written, on one line and in backquotes. */
export function quoted(unit: Unit, part: TypeExpr | Span): string {
  return `\`${oneLine(unit.text.slice(part.start, part.end)).replace(/,$/, "")}\``;
}

/** A name in backquotes. */
export function named(name: string): string {
  return `\`${name}\``;
}

/** Whether an item or member may change or go at any time. */
export function isUnstable({ attributes }: Unit): boolean {
  return attributes.some(({ kind }) => kind === "unstable");
}
