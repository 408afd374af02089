// Takes apart what a runtime printed for a call: the component's own output, and the result in the last line.

/** How much of what one call prints the form shows, in UTF-16 units; the output "WIT Run" has more. */
export const MOST_OUTPUT = 100_000;

export interface PrintedCall {
  readonly output: string;
  /** WAVE, which is always one line. */
  readonly result: string;
}

export function printedCall(stdout: string): PrintedCall {
  const text = stdout.replace(/\r?\n$/, "");
  const last = text.lastIndexOf("\n") + 1;
  return { output: text.slice(0, last), result: text.slice(last).trim() };
}
