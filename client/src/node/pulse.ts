// Something that is on for a moment.

export interface Pulse {
  /** Has it on for a moment, a while after the last start. */
  start(): void;
  /** Nothing more comes; what is on goes off. */
  dispose(): void;
}

const WAIT_MS = 1_000;
const LENGTH_MS = 300;

export function pulse(set: (isOn: boolean) => void): Pulse {
  let timer: NodeJS.Timeout | undefined;
  let isOn = false;
  const off = (): void => {
    if (isOn) set(false);
    isOn = false;
  };
  const on = (): void => {
    isOn = true;
    set(true);
    timer = setTimeout(off, LENGTH_MS);
  };
  const stop = (): void => {
    clearTimeout(timer);
    off();
  };
  return {
    start() {
      stop();
      timer = setTimeout(on, WAIT_MS);
    },
    dispose: stop,
  };
}
