// Work that is done one after the other, in the order in which it came.

export interface WorkQueue {
  /** Starts at once where nothing is being done. */
  readonly add: (work: () => Promise<void>) => Promise<void>;
  /** The last of what is waiting or being done; none where nothing is. */
  readonly waiting: () => readonly Promise<void>[];
}

export function newWorkQueue(): WorkQueue {
  let last: Promise<void> | undefined;
  return {
    add: work => {
      const done = (last?.then(work, work) ?? work()).finally(() => {
        if (last === done) last = undefined;
      });
      last = done;
      return done;
    },
    waiting: () => (last === undefined ? [] : [last]),
  };
}
