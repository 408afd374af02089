// Compares `wit check --jsonl` with the reference parser over a corpus: the resolved packages of every accepted case, and
// the canonical ABI. node scripts/compare-resolve.mjs CASES.jsonl.gz ORACLE [--show N] [--cli FILE]
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { comparableAbi, comparableResolve, firstDifference } from "./lib/comparable.mjs";
import { Advice, duration, main, say } from "./lib/log.mjs";
import { at } from "./lib/paths.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: "string", default: "5" }, cli: { type: "string", default: at("server", "dist", "cli.js") } },
});

await main(async () => {
  const [cases, oracle] = positionals;
  if (oracle === undefined) throw new Advice("usage: node scripts/compare-resolve.mjs CASES.jsonl.gz ORACLE");
  const requests = await acceptedCases(cases);
  const [expected] = await answers(oracle, [], requests);
  const [actual, took] = await answers(process.execPath, [values.cli, "check", "--jsonl"], requests);
  const counts = { resolve: 0, abi: 0, identical: 0, compared: 0 };
  for (const { id } of requests) compare(id, expected.get(id), actual.get(id), counts);
  say(
    `${counts.compared} accepted cases: ${counts.resolve} resolve differently, ${counts.abi} have another ABI; ` +
      `${counts.identical} are identical down to the indexes (${duration(took)})`,
  );
  return counts.compared > 0 && counts.resolve + counts.abi === 0 ? 0 : 1;
});

/** The requests for the cases that the reference accepts. */
async function acceptedCases(file) {
  const raw = await readFile(file);
  const text = (file.endsWith(".gz") ? gunzipSync(raw) : raw).toString();
  const cases = text.split("\n").filter(line => line.trim() !== "");
  return cases
    .map(line => JSON.parse(line))
    .filter(({ verdict }) => verdict === undefined || verdict === "accept")
    .map(({ id, files, root, features, allFeatures }) => {
      return { id, files, root, features, allFeatures, resolve: true, abi: true };
    });
}

/** The answers of a program by id, and how long it took in milliseconds. */
async function answers(command, args, requests) {
  const start = performance.now();
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const chunks = [];
  child.stdout.on("data", chunk => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => child.on("close", resolve).on("error", reject));
  // A process that ends early closes its input; the missing answers then tell.
  child.stdin.on("error", () => {});
  child.stdin.end(requests.map(request => `${JSON.stringify(request)}\n`).join(""));
  await ended;
  const lines = Buffer.concat(chunks).toString().split("\n");
  const found = new Map();
  // The reference's figure for a resource's other name is beyond exact numbers: kept as text.
  for (const line of lines.filter(text => text !== ""))
    record(found, JSON.parse(line.replaceAll(/("(?:size|align)"):(\d{16,})/g, '$1:"$2"')));
  return [found, performance.now() - start];
}

function record(found, answer) {
  found.set(answer.id, answer);
}

function compare(id, expected, actual, counts) {
  if (!expected?.ok) return;
  counts.compared++;
  const sides = [
    ["resolve", expected.resolve, actual?.resolve, comparableResolve],
    ["abi", expected.abi, actual?.abi, comparableAbi],
  ];
  for (const [what, wanted, given, comparable] of sides) {
    const [left, right] = [comparable(wanted), given === undefined ? undefined : comparable(given)];
    const difference = firstDifference(left, right, "");
    if (difference === undefined) continue;
    if (counts[what]++ < Number(values.show)) say(`${what} of ${id} differs at ${difference}${errorOf(actual)}`);
  }
  if (isDeepStrictEqual(ordered(expected.resolve), ordered(actual?.resolve))) counts.identical++;
}

function errorOf(answer) {
  const error = answer?.errors?.[0];
  return error ? ` (${error.code}: ${error.message})` : "";
}

/** JSON text keeps the order of keys, which equality of objects does not. */
function ordered(value) {
  return JSON.stringify(value);
}
