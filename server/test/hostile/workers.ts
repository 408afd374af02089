// The processes in which rows are tried: each tries one after another, until it has taken much memory or failed.
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Message } from "./child.ts";
import type { Step } from "./clock.ts";
import type { Outcome } from "./row.ts";

export interface Tried {
  readonly outcome: Outcome;
  readonly steps: readonly Step[];
  /** Megabytes that the process has taken at most, also for what it tried before. */
  readonly memory: number;
}

export interface Limits {
  /** Megabytes that a process's heap may have. */
  readonly heap: number;
  /** Megabytes after which a process takes no other row. */
  readonly used: number;
}

export interface Workers {
  /** Rejects where the row fails, runs out of memory, or sees no end in so many milliseconds. */
  readonly attempt: (name: string, size: number, patience: number) => Promise<Tried>;
  readonly end: () => void;
}

export function newWorkers({ heap, used }: Limits): Workers {
  const idle: ChildProcess[] = [];
  const start = (): ChildProcess =>
    fork(fileURLToPath(new URL("child.js", import.meta.url)), {
      execArgv: [`--max-old-space-size=${heap}`, "--expose-gc"],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
  return {
    attempt: async (name, size, patience) => {
      const child = idle.pop() ?? start();
      const tried = await attempt(child, name, size, patience);
      if (tried.memory > used) child.kill();
      else idle.push(child);
      return tried;
    },
    end: () => {
      for (const child of idle.splice(0)) child.kill();
    },
  };
}

function attempt(child: ChildProcess, name: string, size: number, patience: number): Promise<Tried> {
  return new Promise((resolve, reject) => {
    let begun = "the start";
    const settle = (then: () => void): void => {
      clearTimeout(waiting);
      child.removeAllListeners();
      then();
    };
    const fail = (problem: string): void =>
      settle(() => {
        child.kill("SIGKILL");
        reject(new Error(`${problem} (in ${begun})`));
      });
    const waiting = setTimeout(() => fail(`no end is seen in ${Math.round(patience / 1000)} s`), patience);
    child.on("message", (message: Message) => {
      if ("begun" in message) begun = message.begun;
      else if ("failure" in message) fail(message.failure);
      else settle(() => resolve(message));
    });
    child.on("exit", (code, signal) => fail(`the process ended with ${code ?? signal}`));
    child.send({ name, size });
  });
}
