// Runs one program without a shell: its output is relayed while it comes, and it can be stopped together with all it started.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { StringDecoder } from "node:string_decoder";
import { fileURLToPath } from "node:url";
import { CappedText } from "./capped-text.ts";
import { Guard } from "./guard.ts";
import { endTree } from "./process-tree.ts";

export interface ToolCall {
  /** Path of the program; never a command line. */
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface ToolWatch {
  readonly signal?: AbortSignal;
  /** Stops the program after this many milliseconds; 0 or absent lets it run. */
  readonly timeoutMs?: number;
  readonly onOutput?: (stream: OutputStream, text: string) => void;
  /** Opens a channel for messages beside the outputs, for a program of Node.js; called when the program was started. */
  readonly onChannel?: (channel: ToolChannel) => void;
}

export interface ToolChannel {
  /** Does nothing after the program's end. */
  send(message: object): void;
  receive(listener: (message: unknown) => void): void;
}

export type OutputStream = "stdout" | "stderr";

export interface ToolEnd {
  readonly how: ToolEnding;
  readonly stdout: string;
  readonly stderr: string;
  /** Milliseconds from start to end. */
  readonly ms: number;
}

export type ToolEnding =
  | { readonly kind: "exited"; readonly code: number }
  | { readonly kind: "killed"; readonly signal: string }
  | { readonly kind: "cancelled" }
  | { readonly kind: "timed-out"; readonly timeoutMs: number }
  | { readonly kind: "not-started"; readonly reason: string };

const KEPT_CHARACTERS = 1_000_000;
const DRAIN_MS = 1_000;

/** What ends within this time is not guarded: most programs are only asked for their version. */
const GUARDED_AFTER_MS = 200;

const running = new Set<ChildProcess>();

/** Runs a program to its end. Never rejects: what went wrong is in `how`. */
export function runTool(call: ToolCall, watch: ToolWatch = {}): Promise<ToolEnd> {
  const start = performance.now();
  const texts = { stdout: new CappedText(KEPT_CHARACTERS), stderr: new CappedText(KEPT_CHARACTERS) };
  return new Promise(resolve => {
    let stopped: ToolEnding | undefined;
    let settled = false;
    const end = (how: ToolEnding): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      watch.signal?.removeEventListener("abort", cancel);
      const [stdout, stderr] = [texts.stdout.toString(), texts.stderr.toString()];
      resolve({ how: stopped ?? how, stdout, stderr, ms: performance.now() - start });
    };
    const child = launch(call, end, watch.onChannel !== undefined);
    if (child === undefined) return;
    const stop = (how: ToolEnding): void => {
      if (settled || stopped !== undefined) return;
      stopped = how;
      endTree(child);
    };
    const cancel = (): void => stop({ kind: "cancelled" });
    const timeoutMs = watch.timeoutMs ?? 0;
    const timer = timeoutMs > 0 ? setTimeout(() => stop({ kind: "timed-out", timeoutMs }), timeoutMs) : undefined;
    watch.signal?.addEventListener("abort", cancel);
    if (watch.signal?.aborted === true) cancel();
    relay(child, "stdout", texts.stdout, watch);
    relay(child, "stderr", texts.stderr, watch);
    settle(child, end);
    watch.onChannel?.(channelOf(child));
  });
}

/** Stops every program that still runs, at once; for when the extension ends. */
export function stopAll(): void {
  for (const child of running) endTree(child, "SIGKILL");
}

/** The call that runs a JavaScript file with the Node.js that runs this extension (Electron's, on the desktop). */
export function nodeCall(
  script: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): ToolCall {
  return { program: process.execPath, args: [script, ...args], cwd, env: { ...env, ELECTRON_RUN_AS_NODE: "1" } };
}

function launch(call: ToolCall, end: (how: ToolEnding) => void, withChannel: boolean): ChildProcess | undefined {
  try {
    const child = spawn(call.program, call.args, {
      cwd: call.cwd,
      env: { ...process.env, ...call.env },
      stdio: ["ignore", "pipe", "pipe", ...(withChannel ? (["ipc"] as const) : [])],
      // Its own process group, which can be ended as a whole.
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    running.add(child);
    guardTree(child);
    child.on("error", error => {
      if (child.pid !== undefined) return;
      running.delete(child);
      end({ kind: "not-started", reason: reasonOf(call, error) });
    });
    return child;
  } catch (error) {
    end({ kind: "not-started", reason: reasonOf(call, error) });
    return undefined;
  }
}

/** Beside the bundle, as beside this file. */
const guard = new Guard(nodeCall(fileURLToPath(new URL("./keeper.js", import.meta.url)), [], path.resolve("/")));

/** Sees to it that a program and what it started end with this process. Windows does so by itself. */
function guardTree(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined || process.platform === "win32") return;
  const later = setTimeout(() => guard.add(pid), GUARDED_AFTER_MS).unref();
  child.once("exit", () => {
    clearTimeout(later);
    guard.remove(pid);
  });
}

/** The system names the program also where it is the folder that is gone. */
function reasonOf({ cwd }: ToolCall, error: unknown): string {
  if (!existsSync(cwd)) return `the folder ${cwd} is not there`;
  return error instanceof Error ? error.message : String(error);
}

function channelOf(child: ChildProcess): ToolChannel {
  return {
    send: message => {
      // A program that ends at this moment is told of by its end.
      if (child.connected) child.send(message, () => {});
    },
    receive: listener => void child.on("message", listener),
  };
}

function relay(child: ChildProcess, stream: OutputStream, kept: CappedText, watch: ToolWatch): void {
  const decoder = new StringDecoder("utf8");
  child[stream]?.on("data", (bytes: Buffer) => {
    const text = decoder.write(bytes);
    kept.add(text);
    watch.onOutput?.(stream, text);
  });
}

/** Ends when the streams are closed too, but does not wait for ever for a grandchild that keeps them open. */
function settle(child: ChildProcess, end: (how: ToolEnding) => void): void {
  const done = (code: number | null, signal: NodeJS.Signals | null): void => {
    running.delete(child);
    end(code === null ? { kind: "killed", signal: signal ?? "unknown" } : { kind: "exited", code });
  };
  child.on("close", done);
  child.on("exit", (code, signal) => setTimeout(() => done(code, signal), DRAIN_MS).unref());
}
