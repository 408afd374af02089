// Formats every file of a corpus with `wit format` and compares before and after: words and comments, what a second run does,
// and how the reference parser resolves each accepted package. node scripts/compare-format.mjs CASES.jsonl.gz ORACLE [--cli FILE]
import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { comparableResolve, firstDifference } from "./lib/comparable.mjs";
import { withTempFolder } from "./lib/files.mjs";
import { Advice, duration, main, say } from "./lib/log.mjs";
import { at } from "./lib/paths.mjs";
import { wordDifference } from "./lib/wit-words.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cli: { type: "string", default: at("server", "dist", "cli.js") } },
});

/** How many differences of a kind are shown. */
const shown = 5;

await main(async () => {
  const [file, oracle] = positionals;
  if (oracle === undefined) throw new Advice("usage: node scripts/compare-format.mjs CASES.jsonl.gz ORACLE");
  const start = performance.now();
  const raw = await readFile(file);
  const cases = (file.endsWith(".gz") ? gunzipSync(raw) : raw).toString().trim().split("\n").map(JSON.parse);
  const texts = [
    ...new Set(
      cases.flatMap(({ files }) =>
        Object.entries(files)
          .filter(isWit)
          .map(([, text]) => text),
      ),
    ),
  ];
  const { afters, again } = await withTempFolder("wit-format-", folder => formatAll(folder, texts));
  const words = texts.filter(text => tell("words", wordDifference(text, afters.get(text)))).length;
  const packages = await compareResolved(oracle, cases, afters);
  const changed = texts.filter(text => afters.get(text) !== text).length;
  say(
    `${texts.length} files, ${changed} not formatted as written: ${words} lose or change words, a second run ` +
      `changes ${again}; ${packages.differ} of ${packages.count} accepted packages resolve differently (${duration(performance.now() - start)})`,
  );
  return texts.length > 0 && packages.count > 0 && words + packages.differ + again === 0 ? 0 : 1;
});

function isWit([name, text]) {
  return typeof text === "string" && name.endsWith(".wit");
}

const told = new Map();

/** Shows the first differences of a kind; gives whether there is one. */
function tell(kind, difference) {
  if (difference === undefined) return false;
  const count = (told.get(kind) ?? 0) + 1;
  told.set(kind, count);
  if (count <= shown) say(`${kind}: ${difference}`);
  return true;
}

/** Each text formatted, and how many results are not formatted yet. */
async function formatAll(folder, texts) {
  const name = i => path.join(folder, `${i}.wit`);
  for (const [i, text] of texts.entries()) await writeFile(name(i), text);
  const wit = [values.cli, "format", folder];
  await ended(process.execPath, wit, "");
  const afters = new Map();
  for (const [i, text] of texts.entries()) afters.set(text, await readFile(name(i), "utf8"));
  const { output } = await ended(process.execPath, [...wit, "--check"], "");
  if (!/^(?:All )?\d+ .*\.$/m.test(output)) throw new Advice("wit format ended without a word.");
  return { afters, again: output.match(/ is not formatted$/gm)?.length ?? 0 };
}

/** Runs a program to its end; what it says on standard error is left out. */
async function ended(command, args, input) {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "ignore"] });
  const chunks = [];
  child.stdout.on("data", chunk => chunks.push(chunk));
  // A program that ends early closes its input; the missing answers then tell.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const code = await new Promise((resolve, reject) => child.on("close", resolve).on("error", reject));
  return { code, output: Buffer.concat(chunks).toString() };
}

/** How many accepted packages the reference resolves, and how many of them differently when formatted. */
async function compareResolved(oracle, cases, afters) {
  const accepted = cases.filter(({ verdict }) => verdict === "accept");
  const [before, after] = [
    await resolved(oracle, accepted, text => text),
    await resolved(oracle, accepted, text => afters.get(text) ?? text),
  ];
  let [count, differ] = [0, 0];
  for (const [i, { id }] of accepted.entries()) {
    if (!before[i]?.ok) continue;
    count++;
    const [left, right] = [before[i], after[i]].map(answer => comparableResolve(answer?.resolve) ?? "nothing");
    const difference = firstDifference(left, right, "");
    if (tell("resolve", difference && `${id} differs at ${difference}`)) differ++;
  }
  return { count, differ };
}

async function resolved(oracle, cases, of) {
  const requests = cases.map(({ id, files, root, features, allFeatures }) => {
    const changed = Object.entries(files).map(([name, text]) => [name, isWit([name, text]) ? of(text) : text]);
    return JSON.stringify({ id, files: Object.fromEntries(changed), root, features, allFeatures, resolve: true });
  });
  const { output } = await ended(oracle, [], `${requests.join("\n")}\n`);
  return output.trim().split("\n").map(JSON.parse);
}
