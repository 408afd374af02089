// How long things take, in processor time: what others do on the machine does not count.

/** Something done, and the milliseconds of processor time that it took. */
export interface Step {
  readonly what: string;
  readonly ms: number;
}

export interface Clock {
  readonly steps: readonly Step[];
  readonly timed: (what: string, run: () => void) => void;
  readonly timedAsync: (what: string, run: () => Promise<void>) => Promise<void>;
}

/** `begin` hears of each step before it is done, so that one that never ends is known. */
export function newClock(begin: (what: string) => void): Clock {
  const steps: Step[] = [];
  const start = (what: string): (() => void) => {
    begin(what);
    const from = processorTime();
    return () => void steps.push({ what, ms: processorTime() - from });
  };
  return {
    steps,
    timed: (what, run) => {
      const end = start(what);
      run();
      end();
    },
    timedAsync: async (what, run) => {
      const end = start(what);
      await run();
      end();
    },
  };
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
