// npm run bench: how long a keystroke takes until its diagnostics are there, beside the reference parser's full run over the same
// package in the same minutes, as ratios. --rival 'CMD ARGS' measures another server the same way; --baseline measures ours also while
// packages are compared with a baseline; --sizes 33,333,3333 --keys 60. Then how long features take, at 200 KB and over 250 files, and how
// long it takes from the start of the server, with WASI and in a workspace of 2,000 files;
// --only keystrokes, --only features or --only workspace leaves out the others.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { featureTimes } from "./lib/bench-features.mjs";
import { change, openDocument, withSession } from "./lib/bench-session.mjs";
import { generatedPackage } from "./lib/bench-texts.mjs";
import { workspaceTimes } from "./lib/bench-workspace.mjs";
import { withTempFolder } from "./lib/files.mjs";
import { Advice, main, say } from "./lib/log.mjs";
import { canHaveOracle, ensureOracle } from "./lib/oracle.mjs";
import { at } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { setUp } from "./lib/setup.mjs";

const { values } = parseArgs({
  options: {
    rival: { type: "string" },
    baseline: { type: "boolean" },
    sizes: { type: "string", default: "33,125,333,3333" },
    keys: { type: "string", default: "60" },
    only: { type: "string" },
  },
});

const parts = ["keystrokes", "features", "workspace"];

await main(async () => {
  if (values.only !== undefined && !parts.includes(values.only)) throw new Advice(`--only takes ${parts.join(", ")}.`);
  const wants = part => (values.only ?? part) === part;
  await setUp(new Set(["build"]));
  const servers = [{ name: "wit", command: [process.execPath, at("server", "dist", "cli.js"), "--stdio"] }];
  if (values.baseline) servers.push({ ...servers[0], name: "base", settings: { baseline: "./was" } });
  if (values.rival) servers.push({ name: "rival", command: values.rival.split(" ") });
  let failed = false;
  if (wants("keystrokes")) {
    const oracle = canHaveOracle() ? await ensureOracle() : undefined;
    if (!oracle) say("Without cargo there is no native parser to compare with; only our own times follow.");
    failed = await withTempFolder("wit-bench-", folder => measureAll(folder, servers, oracle));
  }
  if (wants("features")) await withTempFolder("wit-bench-", folder => measureFeatures(folder, servers));
  if (wants("workspace")) await withTempFolder("wit-bench-", folder => measureWorkspaces(folder, servers));
  return failed ? 1 : 0;
});

/** Without a baseline: it makes no difference to what is asked. */
async function measureFeatures(folder, servers) {
  const shown = servers.filter(({ settings }) => settings === undefined);
  say(`${"feature, right after a key".padEnd(26)}  ${shown.map(({ name }) => name.padEnd(14)).join("")}(p50/p95 ms)`);
  const all = [];
  for (const { name, command } of shown)
    all.push(await featureTimes(command, path.join(folder, name), Number(values.keys)));
  for (const feature of all[0].keys()) {
    const cells = all.map(times => cell(times.get(feature)).padEnd(14));
    say(`${feature.padEnd(26)}  ${cells.join("")}`.trimEnd());
  }
}

async function measureWorkspaces(folder, servers) {
  const shown = servers.filter(({ settings }) => settings === undefined);
  const all = [];
  for (const { name, command } of shown) all.push(await workspaceTimes(command, path.join(folder, name)));
  for (const what of all[0].keys())
    say(`${what.padEnd(28)}${all.map(figures => (figures.get(what) ?? "–").padEnd(14)).join("")}`.trimEnd());
}

function cell(times) {
  return times === undefined ? "–" : `${quantile(times, 0.5).toFixed(2)}/${quantile(times, 0.95).toFixed(2)}`;
}

async function measureAll(folder, servers, oracle) {
  say("input                       server  comment      type         rename       brace        (p50/p95 ms)");
  let wrong = false;
  for (const size of values.sizes.split(",").map(Number)) {
    for (const shape of size === 333 ? ["chain", "fan"] : ["chain"]) {
      const file = path.join(folder, `${shape}-${size}`, "all.wit");
      await mkdir(path.dirname(file), { recursive: true });
      const text = generatedPackage(size, shape);
      await writeFile(file, text);
      if (values.baseline) await writeBaseline(path.dirname(file), text);
      wrong = !(await measureFile(file, servers, oracle, shape)) || wrong;
    }
  }
  return wrong;
}

/** The package with one interface more, so that there is something to tell once it is read. */
async function writeBaseline(folder, text) {
  await mkdir(path.join(folder, "was"), { recursive: true });
  await writeFile(path.join(folder, "was", "all.wit"), `${text}interface gone {}\n`);
}

async function measureFile(file, servers, oracle, shape) {
  const text = await readFile(file, "utf8");
  const label = `${shape}, ${Math.round(text.length / 1000)} KB`.padEnd(26);
  const native = oracle ? await nativeMs(oracle, path.dirname(file)) : undefined;
  const worsts = {};
  for (const { name, command, settings } of servers) {
    const times = await keystrokes(command, file, text, settings);
    const worst = Math.max(...Object.values(times).map(list => quantile(list, 0.5)));
    worsts[name] = worst;
    const cells = Object.values(times).map(l => cell(l).padEnd(12));
    say(`${label}  ${name.padEnd(6)}  ${cells.join(" ")}`);
  }
  const { wit: own, rival, base } = worsts;
  if (native !== undefined)
    say(`${label}  native  ${native.toFixed(1)} ms a full run; our worst p50 is ${(own / native).toFixed(2)} × that`);
  if (base !== undefined) say(`${label}  our worst p50 is ${(base / own).toFixed(2)} × that while there is a baseline`);
  if (rival !== undefined) say(`${label}  our worst p50 is ${(own / rival).toFixed(2)} × the rival's`);
  return Number.isFinite(own);
}

async function nativeMs(oracle, folder) {
  const { output } = await run(oracle, ["bench", folder, "15"]);
  return JSON.parse(output.trim().split("\n").at(-1)).medianMs;
}

function quantile(times, q) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
}

/** Four ways of typing in the middle of a file; each keystroke waits for the diagnostics of its own version. */
function keystrokes(command, file, text, settings) {
  const capabilities = settings ? { workspace: { configuration: true } } : {};
  return withSession(command, path.dirname(file), session => typeInMiddle(session, file, text, settings), {
    capabilities,
    settings,
  });
}

async function typeInMiddle(session, file, text, settings) {
  const document = await openDocument(session, file, text);
  if (settings)
    await session.client.next((_, params) => params?.diagnostics?.some(({ code }) => code === "breaking-change"));
  const middle = text.length >> 1;
  const keys = Number(values.keys);
  return {
    comment: await typeKeys(document, keys, after(text, "\n", middle), "// ", "x", ""),
    type: await typeKeys(document, keys, after(text, "func(", middle), "zz: ", "s", ", "),
    rename: await toggleKeys(document, keys, definitionEnd(text, middle), 0, "q"),
    brace: await toggleKeys(document, Math.min(keys, 40), text.indexOf("}", middle), 1, ""),
  };
}

/** Types the same key again and again between `before` and `behind`, then takes all of it away. */
async function typeKeys(document, count, offset, before, key, behind) {
  await change(document, offset, 0, behind === "" ? `${before}\n` : before + behind);
  const times = [];
  for (let i = 0; i < count; i++) times.push(await change(document, offset + before.length + i, 0, key));
  await change(document, offset, before.length + count + (behind === "" ? 1 : behind.length), "");
  return times;
}

/** Makes a change and takes it back, again and again. */
async function toggleKeys(document, count, offset, remove, insert) {
  const removed = document.text.slice(offset, offset + remove);
  const times = [];
  for (let i = 0; i < count; i += 2) {
    times.push(await change(document, offset, remove, insert), await change(document, offset, insert.length, removed));
  }
  return times;
}

function after(text, what, from) {
  const index = text.indexOf(what, from);
  if (index < 0) throw new Advice(`There is no ${JSON.stringify(what)} in the second half of the file.`);
  return index + what.length;
}

function definitionEnd(text, from) {
  const match = /\n\s*record [a-z0-9-]+/.exec(text.slice(from));
  if (!match) throw new Advice("There is no record in the second half of the file.");
  return from + match.index + match[0].length;
}
