// Says what a script is doing and how long each step took.

/** Prints one line at once. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** A duration in milliseconds for people: `850 ms`, `12.3 s`, `2 min 05 s`. */
export function duration(ms) {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 100_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}

/** Runs `action`, saying its name before and its time after, also when it fails. */
export async function step(name, action) {
  say(`… ${name}`);
  const start = performance.now();
  try {
    const value = await action();
    say(`✓ ${name} (${duration(performance.now() - start)})`);
    return value;
  } catch (error) {
    say(`✗ ${name} (${duration(performance.now() - start)})`);
    throw error;
  }
}

/** A problem that the person can act on: printed without a stack. */
export class Advice extends Error {}

/** Runs a script's main function; an error ends the process with code 1 and a message for people. */
export async function main(action) {
  // Started programs have process groups of their own; only an orderly exit runs the listeners that end them.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));
  try {
    const code = await action();
    if (typeof code === "number") process.exitCode = code;
  } catch (error) {
    process.stderr.write(`${error instanceof Advice ? error.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}
