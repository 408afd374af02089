// Holds the one instance that goes on running for the view "Invoke": started by the first call that needs it, ended with the view.
import type { HandleInfo } from "../embedded/session-messages.ts";
import { ComponentSession, type SessionAnswer, type SessionCall, type SessionWatch } from "./component-session.ts";
import { liveOutput } from "./live-output.ts";
import { prepareFolders } from "./run-targets/granted-folders.ts";
import type { Runtime } from "./run-targets/run-target.ts";
import type { Session } from "./session.ts";

// What the embedded runtime itself says on standard error is told as the call's end.
const OWN_WORDS = /^wit-tools: .*\n?/gm;

export class InstanceHolder {
  private readonly session: Session;
  private readonly onHandles: (handles: readonly HandleInfo[]) => void;
  private running: { readonly component: string; readonly process: ComponentSession } | undefined;
  /** How often it was ended. */
  private ends = 0;
  private onOutput: (text: string) => void = () => {};
  handles: readonly HandleInfo[] = [];

  constructor(session: Session, onHandles: (handles: readonly HandleInfo[]) => void) {
    this.session = session;
    this.onHandles = onHandles;
  }

  /** Calls a function in the instance of the component, which is started first where there is none, with what is granted then. */
  async call(
    runtime: Runtime,
    component: string,
    call: SessionCall,
    { timeoutMs, onOutput }: { readonly timeoutMs: number; readonly onOutput: (text: string) => void },
  ): Promise<SessionAnswer> {
    this.onOutput = onOutput;
    const process = await this.processFor(runtime, component);
    if (process === undefined) return { kind: "failed", message: "It was stopped on request.", ms: 0, ended: true };
    return process.call(call, timeoutMs);
  }

  async drop(handle: string): Promise<void> {
    await this.running?.process.drop(handle, 0);
  }

  /** Ends the instance and with it all its resources. */
  end(): void {
    this.ends++;
    const ended = this.running;
    this.running = undefined;
    ended?.process.stop();
    this.setHandles([]);
  }

  /** `undefined` where the instance was ended before it was started. */
  private async processFor(runtime: Runtime, component: string): Promise<ComponentSession | undefined> {
    if (this.running?.component === component && !this.running.process.ended) return this.running.process;
    this.end();
    const ends = this.ends;
    const granted = await prepareFolders(this.session.grants.get());
    if (ends !== this.ends) {
      await granted.remove();
      return undefined;
    }
    const live = liveOutput(this.session.output);
    const watch: SessionWatch = {
      onHandles: handles => {
        if (this.running?.process === process) this.setHandles(handles);
      },
      onOutput: (_stream, text) => {
        live.write(text);
        const printed = text.replace(OWN_WORDS, "");
        if (printed !== "" && this.running?.process === process) this.onOutput(printed);
      },
    };
    const process: ComponentSession = new ComponentSession(runtime, component, watch, granted);
    this.running = { component, process };
    return process;
  }

  private setHandles(handles: readonly HandleInfo[]): void {
    const isSame = JSON.stringify(handles) === JSON.stringify(this.handles);
    this.handles = handles;
    if (!isSame) this.onHandles(handles);
  }
}
