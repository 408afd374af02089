// `wit check --watch`: runs the check again whenever a file below the paths changes, until it is ended.
import { type FSWatcher, statSync, watch as watchPath } from "node:fs";
import path from "node:path";

/** Changes come in bursts; this many milliseconds without one end a burst. */
const quietMs = 80;

/** Runs `once` now and after each burst of changes; resolves, with the last result, when the process is asked to stop. */
export function watch(paths: readonly string[], once: () => Promise<number>): Promise<number> {
  return new Promise((resolve, reject) => {
    let running: Promise<number> = Promise.resolve(0);
    let timer: NodeJS.Timeout | undefined;
    const run = (): void => {
      running = running.then(async () => {
        startAnew();
        const code = await once();
        console.error(`wit: checked at ${new Date().toLocaleTimeString()}; again when a file changes (Ctrl+C ends).`);
        return code;
      });
      running.catch(reject);
    };
    const changed = (_event: string, name: string | null): void => {
      if (name !== null && !/\.(?:wit|wasm|wat)$|(?:^|[\\/])(?:deps|(?:wkg|deps)\.(?:toml|lock))$/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(run, quietMs);
    };
    const watchers: FSWatcher[] = [...new Set(paths.map(folderOf))].map(folder =>
      watchPath(folder, { recursive: true }, changed),
    );
    for (const watcher of watchers) watcher.on("error", reject);
    const stop = (): void => {
      for (const watcher of watchers) watcher.close();
      clearTimeout(timer);
      running.then(resolve, reject);
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    run();
  });
}

/** A file stands for its package, and editors put a new file in its place when they save. */
function folderOf(name: string): string {
  const found = statSync(name, { throwIfNoEntry: false });
  if (!found) throw new Error(`${name}: there is no such file or folder`);
  return found.isDirectory() ? name : path.dirname(name);
}

/** A terminal shows the last result alone. */
function startAnew(): void {
  if (process.stdout.isTTY && process.env.TERM !== "dumb") process.stdout.write("\u001b[2J\u001b[3J\u001b[H");
}
