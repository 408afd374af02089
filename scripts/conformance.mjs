// Compares the command line with the reference parser's recorded verdicts: `wit check --jsonl` over the corpus beside the repository,
// then the corpus' own grader, whose table is printed. What may still differ is in conformance.json; it only ever goes down.
import { spawn } from "node:child_process";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import readline from "node:readline";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { withTempFolder } from "./lib/files.mjs";
import { Advice, duration, main, say } from "./lib/log.mjs";
import { at } from "./lib/paths.mjs";
import { findProgram, howToGet, installPrograms } from "./lib/programs.mjs";
import { run } from "./lib/run.mjs";

const corpus = at("..", "shared", "corpus");
const cases = path.join(corpus, "visible.jsonl.gz");
const oracle = path.join(corpus, "oracle", "wit-oracle");
const cli = at("server", "dist", "cli.js");

await main(async () => {
  if (!existsSync(cases))
    throw new Advice(`There is no corpus at ${path.relative(at(), cases)}: nothing to compare with.`);
  if (!existsSync(cli)) throw new Advice("server/dist/cli.js is missing: run npm run build.");
  await installPrograms(["python"]);
  const python = findProgram("python");
  if (python === undefined) throw new Advice(howToGet("python"));
  const limits = JSON.parse(await readFile(at("scripts", "conformance.json"), "utf8"));
  const checks = await withTempFolder("wit-conformance-", temp =>
    compare(python, limits, path.join(temp, "answers.jsonl")),
  );
  if (existsSync(oracle))
    checks.push(await compareWith("compare-resolve.mjs"), await compareWith("compare-format.mjs"));
  checks.push(await measureFixes());
  for (const { ok, text } of checks) say(`${ok ? "✓" : "✗"} ${text}`);
  const failed = checks.filter(check => !check.ok).length;
  say(`${checks.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

async function compare(python, limits, answers) {
  const start = performance.now();
  const code = await answerAll(answers);
  const took = duration(performance.now() - start);
  const graded = await run(python, [path.join(corpus, "grade.py"), answers, cases]);
  say(graded.output.trimEnd());
  const closing = /^(\d+) cases: (\d+) verdicts differ .*?(\d+) locations differ$/m.exec(graded.output);
  const [verdicts, locations] = [Number(closing?.[2] ?? Number.NaN), Number(closing?.[3] ?? Number.NaN)];
  const [asked, answered] = [await countLines(cases), await countLines(answers)];
  return [
    { ok: code === 0 || code === 1, text: `the run came to its end (exit code ${code}, ${took})` },
    { ok: asked === answered, text: `${answered} of ${asked} cases were answered` },
    {
      ok: verdicts <= limits.verdictsThatMayDiffer,
      text: `${verdicts} verdicts differ (at most ${limits.verdictsThatMayDiffer})`,
    },
    {
      ok: locations <= limits.locationsThatMayDiffer,
      text: `${locations} places differ (at most ${limits.locationsThatMayDiffer})`,
    },
  ];
}

/** Elaborated worlds, resolved packages and the canonical ABI of every accepted case, ours against the reference's; packages before and after formatting. */
async function compareWith(script) {
  const { code, output } = await run(process.execPath, [at("scripts", script), cases, oracle]);
  return { ok: code === 0, text: output.trimEnd() };
}

/** What becomes of the errors of the rejected mutants by the first quick fix; what must is in the script itself. */
async function measureFixes() {
  const { code, output } = await run(process.execPath, [at("scripts", "measure-fixes.mjs"), cases]);
  return { ok: code === 0, text: `quick fixes: ${output.trim().replaceAll("\n", "; ")}` };
}

/** Sends every case to `wit check --jsonl` and writes its answers; gives the exit code, 124 when it hung. */
async function answerAll(answers) {
  const child = spawn(process.execPath, [cli, "check", "--jsonl"], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise(resolve => child.on("close", (code, signal) => resolve(signal ? 124 : code)));
  const timer = setTimeout(() => child.kill("SIGKILL"), 300_000);
  // A process that ends early closes its input; the missing answers then tell.
  const asking = pipeline(createReadStream(cases), createGunzip(), child.stdin).catch(() => {});
  await Promise.all([asking, pipeline(child.stdout, createWriteStream(answers))]);
  const code = await ended;
  clearTimeout(timer);
  return code;
}

async function countLines(file) {
  const raw = createReadStream(file);
  const input = file.endsWith(".gz") ? raw.pipe(createGunzip()) : raw;
  let count = 0;
  for await (const line of readline.createInterface({ input })) if (line.trim() !== "") count++;
  return count;
}
