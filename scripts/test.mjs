// npm test: sets up what is missing, runs every suite (or those named as arguments), and closes with a table and the plain counts.
// `--verbose` relays what the suites print; without it only a failing suite's output is shown.
import { duration, main, say } from "./lib/log.mjs";
import { inCi } from "./lib/paths.mjs";
import { findProgram, howToGet } from "./lib/programs.mjs";
import { trySetUp } from "./lib/setup.mjs";
import { suites } from "./lib/suites.mjs";

await main(async () => {
  const names = process.argv.slice(2).filter(word => !word.startsWith("-"));
  const chosen = choose(names);
  const start = performance.now();
  const failures = await trySetUp(new Set(chosen.flatMap(suite => suite.needs ?? [])));
  const rows = [];
  for (const suite of chosen) rows.push(await runSuite(suite, failures));
  printTable(rows, performance.now() - start);
  const sum = key => rows.reduce((total, row) => total + row[key], 0);
  const [passed, failed, skipped] = [sum("passed"), sum("failed"), sum("skipped")];
  say(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  return failed > 0 || (inCi && skipped > 0) ? 1 : 0;
});

function choose(names) {
  const unknown = names.filter(name => !suites.some(suite => suite.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no suite ${unknown.join(", ")}; there are ${suites.map(suite => suite.name).join(", ")}.`,
    );
  }
  return suites.filter(suite => (names.length > 0 ? names.includes(suite.name) : (suite.applies?.() ?? true)));
}

async function runSuite(suite, failures) {
  say(`… ${suite.name}`);
  const start = performance.now();
  const verbose = process.argv.includes("--verbose");
  let output = "";
  const options = { show: verbose, timeout: 900_000, onOutput: text => (output += text) };
  const missing = whatIsMissing(suite, failures);
  const result =
    missing ?? (await suite.run(options).catch(error => ({ passed: 0, failed: 1, skipped: 0, note: error.message })));
  const ms = performance.now() - start;
  const bad = result.failed > 0 || (inCi && result.skipped > 0);
  if (bad && !verbose) say(output.trimEnd());
  say(`${bad ? "✗" : "✓"} ${suite.name}: ${counts(result)} (${duration(ms)})`);
  return { name: suite.name, ms, ...result };
}

/** A suite whose programs or fetched tools are missing fails in CI; on a person's machine it is skipped. A failed build always fails. */
function whatIsMissing({ needs = [], programs = [] }, failures) {
  const reasons = programs.filter(name => findProgram(name) === undefined).map(howToGet);
  reasons.push(...needs.filter(need => failures.has(need)).map(need => failures.get(need)));
  if (reasons.length === 0) return undefined;
  const fails = inCi || failures.has("build") || failures.has("package");
  return { passed: 0, failed: fails ? 1 : 0, skipped: fails ? 0 : 1, note: reasons.join("; ") };
}

function counts({ passed, failed, skipped, note }) {
  const skips = skipped > 0 ? `, ${skipped} skipped` : "";
  return `${passed} passed, ${failed} failed${skips}${note === undefined ? "" : `: ${note}`}`;
}

function printTable(rows, ms) {
  const line = (name, passed, failed, skipped, time) =>
    say(`${name.padEnd(16)}${passed.padStart(8)}${failed.padStart(8)}${skipped.padStart(9)}  ${time}`);
  say("");
  line("suite", "passed", "failed", "skipped", "time");
  for (const row of rows) line(row.name, `${row.passed}`, `${row.failed}`, `${row.skipped}`, duration(row.ms));
  say(`all in ${duration(ms)}`);
  for (const row of rows) if (row.note !== undefined) say(`note: ${row.name}: ${row.note}`);
  say("");
}
