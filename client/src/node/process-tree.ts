// Ends a program together with all that it started, by the means that the system has.
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

const GRACE_MS = 2_000;

/** `child` leads a process group of its own, but on Windows, which has none. */
export function endTree(
  child: ChildProcess,
  first: NodeJS.Signals = "SIGTERM",
  { platform, env }: Pick<NodeJS.Process, "platform" | "env"> = process,
): void {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null) return;
  if (platform === "win32") {
    endOnWindows(child, pid, env);
    return;
  }
  signalGroup(pid, first);
  setTimeout(() => signalGroup(pid, "SIGKILL"), GRACE_MS).unref();
}

/** By its path: Windows would look for a name alone in the current folder too. Where it can't be had, the program at least ends. */
function endOnWindows(child: ChildProcess, pid: number, env: NodeJS.ProcessEnv): void {
  const taskkill = path.join(env.SystemRoot ?? "C:\\Windows", "System32", "taskkill.exe");
  spawn(taskkill, ["/pid", String(pid), "/T", "/F"], { windowsHide: true, stdio: "ignore" }).on("error", () =>
    child.kill(),
  );
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}
