// Measures the quick fixes: node scripts/measure-fixes.mjs CASES [--set NAME] [--oracle] [--verbose] [--list CODE]
//
// CASES is a file of packages with the reference parser's verdicts, one JSON object a line, gzipped or not. For each that is rejected: is there a
// fix for the reference's error, is that error gone after the first fix, and is there an error afterwards that was not hidden behind it?
import { spawn } from "node:child_process";
import readline from "node:readline";
import { parseArgs } from "node:util";
import { analyse, loadCore, problemsIn, readCases } from "./lib/core.mjs";
import { Advice, main, say } from "./lib/log.mjs";
import { ensureOracle } from "./lib/oracle.mjs";

const sources = {
  "lineIndex, bytePositionOf": "base/line-index.ts",
  fixesOf: "features/code-actions.ts",
  memberAt: "features/locate.ts",
  "applyEdits, movedOffset": "features/edits/file-edit.ts",
};

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      set: { type: "string", default: "mutant" },
      oracle: { type: "boolean", default: false },
      verbose: { type: "boolean", default: false },
      list: { type: "string" },
    },
  });
  const [file] = positionals;
  if (file === undefined) throw new Advice("Say which cases: node scripts/measure-fixes.mjs CASES.jsonl.gz");
  const core = await loadCore(sources);
  const cases = (await readCases(file)).filter(c => c.set === values.set && c.verdict === "reject" && c.error);
  const measured = cases.map(each => measure(core, each));
  const judged = values.oracle ? await judge(measured) : measured;
  if (values.verbose || values.list) for (const m of judged) print(m, values.list);
  return report(judged);
});

/** What becomes of the reference's error by the first fix. */
function measure(core, each) {
  const before = analyse(core, each, each.files);
  const problems = problemsIn(core, before);
  const found = problems.find(p => p.problem.severity === "error" && isReferences(core, each, p));
  if (!found) return { each, status: "not found" };
  const code = found.problem.code;
  const [fix] = core.fixesOf({ root: before, ...found, roots: [before] });
  if (!fix) return { each, code, found, status: "no fix" };
  const files = { ...each.files };
  const edits = new Map();
  for (const edit of fix.edits) {
    files[edit.uri] = core.applyEdits(edit.create ? "" : files[edit.uri], edit.edits);
    edits.set(edit.uri, edit.edits);
  }
  const after = problemsIn(core, analyse(core, each, files));
  const moved = p => ({ ...p, start: core.movedOffset(p.problem.start, edits.get(p.file.source.uri) ?? []) });
  const known = problems.map(moved);
  const gone = !after.some(p => same(moved(found), p));
  const fresh = after.filter(p => p.problem.severity === "error" && !known.some(k => same(k, p)));
  const introduced = fresh.filter(p => !wasHidden(core, moved(found), p, edits));
  return { each, code, found, fix, files, edits, fresh, introduced, status: gone ? "gone" : "stays" };
}

function isReferences(core, { error, files }, { file, problem }) {
  const { elsewhere, at = elsewhere?.start } = problem;
  if (at === undefined) return !error.file || !error.line;
  const uri = elsewhere?.uri ?? file.source.uri;
  if (error.file !== uri) return false;
  const { line, col } = core.bytePositionOf(core.lineIndex(files[uri]), at);
  return line === error.line && col === error.col;
}

function same(a, b) {
  const start = a.start ?? a.problem.start;
  return a.file.source.uri === b.file.source.uri && a.problem.code === b.problem.code && start === b.problem.start;
}

/**
 * Whether the reader, or the check, could not get as far as `fresh` before. A syntax mistake hides what follows it and all that is wrong with its
 * item; other mistakes hide what is wrong with the item that they are in, and with what names it.
 */
function wasHidden(core, mistake, fresh, edits) {
  const { file, problem } = mistake;
  const member = core.memberAt(file, problem.start);
  const start = core.movedOffset(member?.start ?? 0, edits.get(file.source.uri) ?? []);
  const isSyntax = core.syntaxProblems(file).some(p => p.code === problem.code && p.start === problem.start);
  const here = fresh.file.source.uri === file.source.uri;
  if (isSyntax && here && fresh.problem.start >= start) return true;
  // What a fix adds may clash with what is there: no check of names hides that.
  if (!isSyntax && /^(duplicate-|name-clash)/.test(fresh.problem.code)) return false;
  const around = core.memberAt(fresh.file, fresh.problem.start);
  const now = core.memberAt(fresh.file, mistake.start);
  return here && around !== undefined && (around.start === start || around.start === now?.start);
}

/** Asks the reference parser itself whether its error is gone. */
async function judge(measured) {
  const asked = measured.filter(m => m.fix);
  const input = asked.map(({ each: { id, root, features, allFeatures }, files }) =>
    JSON.stringify({ id, root, features, allFeatures, files }),
  );
  const child = spawn(await ensureOracle(), [], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(`${input.join("\n")}\n`);
  const answers = new Map();
  for await (const line of readline.createInterface({ input: child.stdout })) {
    const answer = JSON.parse(line);
    answers.set(answer.id, answer);
  }
  return measured.map(m => (m.fix ? { ...m, answer: answers.get(m.each.id) } : m));
}

function print(m, code) {
  if (code && m.code !== code) return;
  const place = m.found ? `${m.found.file.source.uri}` : "";
  const bad = m.introduced?.map(p => `${p.problem.code} ${p.problem.message}`).join(" | ");
  const line = m.found && lineAround(m.found);
  say(
    `${m.status.padEnd(9)} ${m.code ?? "-"} ${m.each.id} ${place}: ${m.fix?.title ?? m.each.error.message.split("\n")[0]}`,
  );
  if (line && (m.status !== "gone" || code)) say(`          ${line}`);
  if (m.files && code) for (const [uri, e] of m.edits) say(`          ${uri} ${JSON.stringify(e)}`);
  if (bad) say(`   introduces ${bad}`);
  if (m.status === "gone" && m.answer && m.answer.error && sameReference(m))
    say(`   the reference still says ${m.answer.error.message.split("\n")[0]}`);
}

function sameReference({ each, answer, edits }) {
  const moved = edits.get(each.error.file);
  return (
    answer.error.message.split("\n")[0] === each.error.message.split("\n")[0] &&
    answer.error.line === each.error.line &&
    answer.error.col === each.error.col &&
    moved !== undefined
  );
}

function lineAround({ file, problem }) {
  const { text } = file.source;
  const start = text.lastIndexOf("\n", problem.start - 1) + 1;
  const end = text.indexOf("\n", problem.start);
  return `${text.slice(Math.max(start, problem.start - 80), problem.start)}⟨${text.slice(problem.start, problem.end)}⟩${text.slice(problem.end, Math.max(problem.end, end < 0 ? text.length : Math.min(end, problem.end + 60)))}`.replace(
    /\n/g,
    "⏎",
  );
}

function report(measured) {
  const count = test => measured.filter(test).length;
  const all = measured.length;
  const share = n => `${n} of ${all} (${((100 * n) / all).toFixed(1)}%)`;
  const offered = count(m => m.fix);
  const gone = count(m => m.status === "gone");
  const introduced = count(m => m.introduced?.length);
  say(`a fix is offered for the reference's error: ${share(offered)}`);
  say(`the error is gone after the first fix: ${share(gone)}`);
  if (measured.some(m => m.answer)) {
    const accepted = count(m => m.answer?.verdict === "accept");
    say(`the reference takes the package as valid after it: ${share(accepted)}`);
  }
  say(`the first fix brings in an error that was not hidden: ${share(introduced)}`);
  return offered >= 0.8 * all && gone >= 0.6 * all && introduced === 0 ? 0 : 1;
}
