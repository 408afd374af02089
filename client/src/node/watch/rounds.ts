// Rounds of work, one at a time: a trigger ends the round that goes on and starts another.

export class Rounds {
  private readonly work: (signal: AbortSignal) => Promise<void>;
  private current: AbortController | undefined;
  private wanted = false;
  private stopped = false;
  private loop: Promise<void> = Promise.resolve();

  /** `work` does one round; it ends soon once its signal is aborted, and does not reject. */
  constructor(work: (signal: AbortSignal) => Promise<void>) {
    this.work = work;
  }

  /** Starts a round; one that goes on is ended first. Many triggers meanwhile make one round. */
  trigger(): void {
    if (this.stopped) return;
    this.current?.abort();
    if (this.wanted) return;
    this.wanted = true;
    this.loop = this.loop.then(() => this.round());
  }

  /** Ends the round that goes on, and starts no other; resolves once it is quiet. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.current?.abort();
    await this.loop;
  }

  private async round(): Promise<void> {
    this.wanted = false;
    if (this.stopped) return;
    const controller = new AbortController();
    this.current = controller;
    await this.work(controller.signal);
    if (this.current === controller) this.current = undefined;
  }
}
