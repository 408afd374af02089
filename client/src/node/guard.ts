// Programs end with this process, also where it is killed and can do nothing about them: a small process of its own (keeper.ts) sees its end.
import { type ChildProcess, spawn } from "node:child_process";
import type { Socket } from "node:net";
import type { ToolCall } from "./process.ts";

/** How long the keeper waits for more to do: it is started in no time that anybody waits for, but takes as much memory as any Node.js. */
const IDLE_MS = 30_000;

/** Keeps the process groups that must not outlive this process. Not for Windows, which ends children with their parent. */
export class Guard {
  private readonly call: ToolCall;
  private readonly groups = new Set<number>();
  private keeper: ChildProcess | undefined;
  private idle: NodeJS.Timeout | undefined;

  /** `call` starts the keeper, when there is something to keep. */
  constructor(call: ToolCall) {
    this.call = call;
  }

  add(group: number): void {
    clearTimeout(this.idle);
    this.groups.add(group);
    if (this.keeper === undefined) this.start();
    else this.tell(`+${group}`);
  }

  remove(group: number): void {
    if (!this.groups.delete(group)) return;
    this.tell(`-${group}`);
    if (this.groups.size === 0) this.idle = setTimeout(() => this.end(), IDLE_MS).unref();
  }

  private start(): void {
    const { program, args, cwd, env } = this.call;
    const keeper = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["pipe", "ignore", "ignore"],
      // What ends this process's group must not end the keeper.
      detached: true,
    });
    this.keeper = keeper;
    const forget = (): void => {
      if (this.keeper === keeper) this.keeper = undefined;
    };
    keeper.on("error", forget).on("exit", forget);
    keeper.stdin?.on("error", forget);
    // This process need not wait for it.
    keeper.unref();
    (keeper.stdin as Socket | null)?.unref();
    for (const group of this.groups) this.tell(`+${group}`);
  }

  private tell(line: string): void {
    this.keeper?.stdin?.write(`${line}\n`);
  }

  private end(): void {
    this.keeper?.stdin?.end();
    this.keeper = undefined;
  }
}
