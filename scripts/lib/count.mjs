// Reads how many tests passed, failed and were skipped out of what a test runner printed.

/** node --test: the counters at the end, as `ℹ pass 5` or `# pass 5`; undefined when there are none. */
export function countNodeTest(output) {
  const counter = name => Number(output.match(new RegExp(`^(?:ℹ|#) ${name} (\\d+)$`, "m"))?.[1] ?? Number.NaN);
  const passed = counter("pass");
  if (Number.isNaN(passed)) return undefined;
  return { passed, failed: counter("fail") + counter("cancelled"), skipped: counter("skipped") + counter("todo") };
}

/** Mocha's spec reporter: `5 passing (2s)`, `1 failing`, `1 pending`; undefined when it never came to its end. */
export function countMocha(output) {
  const counter = name => Number(output.match(new RegExp(`^\\s*(\\d+) ${name}\\b`, "m"))?.[1] ?? Number.NaN);
  const passed = counter("passing");
  if (Number.isNaN(passed)) return undefined;
  return { passed, failed: counter("failing") || 0, skipped: counter("pending") || 0 };
}

/** The plain closing line of the project's own scripts: `5 passed, 0 failed, 1 skipped`; the last one counts. */
export function countPlain(output) {
  const line = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  if (line === undefined) return undefined;
  return { passed: Number(line[1]), failed: Number(line[2]), skipped: Number(line[3] ?? 0) };
}

/**
 * A suite's result from its counts and exit code: what ended badly without a failed test, or without any test, counts as one failure,
 * so that a suite that did not run can never look green.
 */
export function resultOf(counts, code, name) {
  const { passed = 0, failed = 0, skipped = 0 } = counts ?? {};
  if (code !== 0 && failed === 0) return { passed, failed: 1, skipped, note: `${name} ended with exit code ${code}` };
  if (passed + failed + skipped === 0) return { passed: 0, failed: 1, skipped: 0, note: `${name} ran no test` };
  return { passed, failed, skipped };
}
