// Says in words how a program ended when it did not end by itself.
import type { ToolEnding } from "./process.ts";

/** `undefined` for a program that exited: its exit code has a meaning of its own. */
export function describeEnding(how: ToolEnding): string | undefined {
  switch (how.kind) {
    case "exited":
      return undefined;
    case "cancelled":
      return "It was stopped on request.";
    case "timed-out":
      return `It was stopped after ${how.timeoutMs / 1000} s, the time limit.`;
    case "killed":
      return `It was ended from outside by signal ${how.signal}.`;
    case "not-started":
      return `It could not be started: ${how.reason}.`;
  }
}
