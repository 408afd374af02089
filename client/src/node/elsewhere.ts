// A session whose output goes elsewhere than to the output "WIT Run", and that is stopped from there: a task's terminal, the debug console.
import type { Session } from "./session.ts";

export interface Elsewhere {
  /** Takes what a tool or component prints, or, with `isRemark`, a line that the extension says of it. */
  write(text: string, isRemark: boolean): void;
  readonly signal: AbortSignal;
}

export function elsewhere(session: Session, { write, signal }: Elsewhere): Session {
  return {
    ...session,
    output: {
      append: text => write(text, false),
      appendLine: line => write(`${line}\n`, true),
      show: () => {},
    },
    progress: (_title, work) => work(signal, message => write(`${message}\n`, true)),
  };
}
