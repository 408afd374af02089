// Work ahead of the first question, in short slices: a workspace of thousands of files then answers at once.
import { prepareSymbols } from "../features/workspace-symbols.ts";
import { allFiles } from "./places.ts";
import type { Snapshot } from "./session.ts";

/** Milliseconds at a time. */
const slice = 5;

/** Reads off each file what a search for symbols looks through. `later` runs a function when messages have been answered. */
export function prepare(snapshot: Snapshot, later: (run: () => void) => void, now: () => number): void {
  const files = allFiles(snapshot)[Symbol.iterator]();
  const run = (): void => {
    for (const end = now() + slice; now() < end; ) {
      const next = files.next();
      if (next.done) return;
      prepareSymbols(next.value);
    }
    later(run);
  };
  later(run);
}
