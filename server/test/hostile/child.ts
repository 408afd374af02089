// A process in which hostile texts are tried, one after another.
import { newClock, type Step } from "./clock.ts";
import type { Outcome } from "./row.ts";
import { rows } from "./rows.ts";

export interface Request {
  readonly name: string;
  readonly size: number;
}

export type Message =
  /** What is begun. */
  | { readonly begun: string }
  /** What came of it, and the megabytes that the process has taken at most. */
  | { readonly outcome: Outcome; readonly steps: readonly Step[]; readonly memory: number }
  | { readonly failure: string };

const send = (message: Message): void => void process.send!(message);

process.on("message", ({ name, size }: Request) => {
  // What is left of the row before is not this one's.
  globalThis.gc?.();
  const clock = newClock(begun => send({ begun }));
  rows[name]!.run(size, clock).then(
    outcome => send({ outcome, steps: clock.steps, memory: process.resourceUsage().maxRSS / 1024 }),
    (error: Error) => send({ failure: error.stack ?? error.message }),
  );
});
