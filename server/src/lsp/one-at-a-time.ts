// Work in the background takes turns: what several parts of the server have to do would add up to one long wait for who asks meanwhile.

/** Runs functions in the order in which they are given, each in a turn of its own that `later` gives. */
export function oneAtATime(later: (run: () => void) => void): (run: () => void) => void {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    const run = waiting.shift();
    if (waiting.length > 0) later(next);
    run?.();
  };
  return run => {
    waiting.push(run);
    if (waiting.length === 1) later(next);
  };
}
