// Passes a program's output on to a channel in gulps, and stops passing it on when there is too much for an editor to show.

/** What an output channel of VS Code offers, or a terminal. */
export interface Sink {
  append(text: string): void;
}

export interface LiveOutput {
  write(text: string): void;
  /** Passes the rest on; nothing may be written afterwards. */
  end(): void;
}

const SHOWN_CHARACTERS = 2_000_000;
const GULP_MS = 40;

/** `shown` is how many UTF-16 units reach the sink; what comes later is counted and left out. */
export function liveOutput(sink: Sink, shown = SHOWN_CHARACTERS): LiveOutput {
  let [pending, passed, dropped] = ["", 0, 0];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    timer = undefined;
    if (pending === "") return;
    sink.append(pending);
    pending = "";
  };
  return {
    write: text => {
      const room = Math.max(0, shown - passed);
      const fits = text.slice(0, room);
      if (room > 0 && text.length > room) pending += `${fits}\n… there is more output, which is not shown …\n`;
      else pending += fits;
      passed += fits.length;
      dropped += text.length - fits.length;
      timer ??= setTimeout(flush, GULP_MS);
    },
    end: () => {
      clearTimeout(timer);
      if (dropped > 0) pending += `… ${dropped} characters were left out …\n`;
      flush();
    },
  };
}
