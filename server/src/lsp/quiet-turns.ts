// Turns for work that nobody waits for: none comes while a person types.

/** Runs the last of the functions given to it once no other has come for a while. */
export type Pause = (run: () => void) => void;

export interface QuietTurns {
  /** To be called at each key. */
  readonly typed: () => void;
  /** Resolves in a later turn, while somebody types only after a pause. */
  readonly turn: () => Promise<void>;
}

export function quietTurns(pause: Pause, later: (run: () => void) => void): QuietTurns {
  const waiting: (() => void)[] = [];
  let isTyping = false;
  const rest = (): void => {
    isTyping = false;
    for (const run of waiting.splice(0)) later(run);
  };
  return {
    typed: () => {
      isTyping = true;
      pause(rest);
    },
    turn: () =>
      new Promise(resolve => {
        if (isTyping) waiting.push(resolve);
        else later(resolve);
      }),
  };
}
