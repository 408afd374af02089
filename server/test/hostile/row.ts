// A row of the table of hostile texts and folders: what is tried, and what it may take at most.
import type { Clock } from "./clock.ts";

export type Reference = "accepts" | "rejects";

export interface Outcome {
  /** Whether no error was told of. */
  readonly ok: boolean;
  /** What features failed with, and other lines of the log. */
  readonly logged: readonly string[];
  /** The most diagnostics that one publish had. */
  readonly published: number;
}

export interface Bound {
  /** Processor milliseconds of everything that is done, and of the longest single thing. */
  readonly all: number;
  readonly longest: number;
  /** Megabytes that the process takes at most. */
  readonly memory: number;
}

export interface Row {
  /** How many there are of what the name says. */
  readonly size: number;
  readonly reference: Reference;
  readonly bound: Bound;
  readonly run: (size: number, clock: Clock) => Promise<Outcome>;
}

export type Table = Readonly<Record<string, Row>>;

export function row(
  size: number,
  reference: Reference,
  all: number,
  longest: number,
  memory: number,
  run: Row["run"],
): Row {
  return { size, reference, bound: { all, longest, memory }, run };
}
