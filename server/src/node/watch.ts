// `wit check --watch`: runs the check again whenever a file below the paths changes, until it is ended.
import { type FSWatcher, watch as watchPath } from "node:fs";

/** Changes come in bursts; this many milliseconds without one end a burst. */
const quietMs = 80;

/** Runs `once` now and after each burst of changes; resolves, with the last result, when the process is asked to stop. */
export function watch(paths: readonly string[], once: () => Promise<number>): Promise<number> {
  return new Promise((resolve, reject) => {
    let running: Promise<number> = Promise.resolve(0);
    let timer: NodeJS.Timeout | undefined;
    const run = (): void => {
      running = running.then(() => once());
      running.catch(reject);
    };
    const changed = (_event: string, name: string | null): void => {
      if (name !== null && !/\.(?:wit|wasm|wat)$|(?:^|[\\/])(?:deps|(?:wkg|deps)\.(?:toml|lock))$/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(run, quietMs);
    };
    const watchers: FSWatcher[] = paths.map(path => watchPath(path, { recursive: true }, changed));
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
