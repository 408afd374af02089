// The terminal of a task: shows what a command prints, ends with its exit code, and stops it when it is closed.
import { type Event, EventEmitter, type Pseudoterminal } from "vscode";
import { elsewhere } from "../elsewhere.ts";
import type { Session } from "../session.ts";

/** What a command gives, as far as a task needs it. */
export interface Ended {
  readonly ok: boolean;
  readonly exitCode?: number;
  readonly message?: string;
}

export class CommandTerminal implements Pseudoterminal {
  private readonly written = new EventEmitter<string>();
  private readonly closed = new EventEmitter<number>();
  private readonly controller = new AbortController();
  private readonly session: Session;
  private readonly work: (session: Session, signal: AbortSignal) => Promise<Ended>;
  private said = "";
  readonly onDidWrite: Event<string> = this.written.event;
  readonly onDidClose: Event<number> = this.closed.event;

  constructor(session: Session, work: (session: Session, signal: AbortSignal) => Promise<Ended>) {
    this.session = elsewhere(session, {
      write: (text, isRemark) => this.write(text, isRemark),
      signal: this.controller.signal,
    });
    this.work = work;
  }

  /** VS Code calls it when it listens. */
  open(): void {
    void this.work(this.session, this.controller.signal).then(({ ok, exitCode, message }) => {
      // What was refused before anything was started is in the result alone.
      if (!ok && message !== undefined && !this.said.includes(message)) this.write(`${message}\n`, true);
      this.closed.fire(exitCode ?? (ok ? 0 : 1));
    });
  }

  close(): void {
    this.controller.abort();
  }

  private write(text: string, isRemark: boolean): void {
    if (isRemark) this.said += text;
    this.written.fire(text.replace(/\r?\n/g, "\r\n"));
  }
}
