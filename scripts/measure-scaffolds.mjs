// Measures new projects: node scripts/measure-scaffolds.mjs CASES [--language rust|c|javascript] [--every 10] [--from 0] [--show 5]
//
// CASES is a file of packages with the reference parser's verdicts, one JSON object a line, gzipped or not. For every tenth world with exports of
// those that are accepted, a project is written and its own tools look at it: bindings are made and the compiler checks the source against them.
// The project of a world that is refused is written all the same: it must not build. (Linkers know less than wit-bindgen: what they lack builds here.)
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { analyse, loadCore, readCases } from "./lib/core.mjs";
import { Advice, main, say, step } from "./lib/log.mjs";
import { at, tool } from "./lib/paths.mjs";
import { node, run, which } from "./lib/run.mjs";
import { ensureWitBindgen } from "./lib/wit-bindgen.mjs";

const client = "../../client/src";
const sources = {
  describeWorlds: "semantics/describe.ts",
  resolveModel: "semantics/model/resolve.ts",
  readWorld: `${client}/wit/read-world.ts`,
  guests: `${client}/node/guests/list.ts`,
  obstacleTo: `${client}/node/guests/limits.ts`,
};

const checks = { c: checkC, javascript: checkJavascript, rust: checkRust };

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      language: { type: "string", default: "rust" },
      every: { type: "string", default: "10" },
      from: { type: "string", default: "0" },
      show: { type: "string", default: "5" },
    },
  });
  const [file] = positionals;
  const check = checks[values.language];
  if (file === undefined) throw new Advice("Say which cases: node scripts/measure-scaffolds.mjs CASES.jsonl.gz");
  if (check === undefined)
    throw new Advice(`There is no check for ${values.language}; there is ${Object.keys(checks).join(", ")}.`);
  const core = await loadCore(sources);
  const worlds = (await readCases(file))
    .filter(each => each.verdict === "accept")
    .flatMap(each => worldsOf(core, each));
  const chosen = worlds.filter((_, i) => i % Number(values.every) === Number(values.from));
  const folder = tool("measure", `scaffolds-${values.language}`);
  await rm(folder, { recursive: true, force: true });
  try {
    const projects = await Promise.all(
      chosen.map((each, i) => writeProject(core, values.language, each, folder, `w${i}`)),
    );
    const failures = await step(`${projects.length} projects in ${values.language}`, () => check(folder, projects));
    return report(projects, failures, Number(values.show));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** The worlds of a case that projects can be made for and that export something. */
function worldsOf(core, each) {
  const analysis = analyse(core, each, each.files);
  const described = core.describeWorlds(analysis).filter(({ exports }) => exports.length > 0);
  if (described.length === 0) return [];
  const resolve = core.resolveModel(analysis);
  return described.map(({ package: owner, name, specifier }) => {
    return { each, specifier, model: core.readWorld(resolve, owner, name, featuresOf(each)) };
  });
}

/** A project in a folder of its own, with the package in `wit`. */
async function writeProject(core, language, { each, specifier, model }, folder, name) {
  const guest = core.guests.find(({ id }) => id === language);
  const witPath = language === "rust" ? `${name}/wit` : "wit";
  const scaffold = guest.scaffold({ name: "measured", world: model, specifier, witPath });
  const isPackage = each.root === ".";
  for (const [file, text] of Object.entries(each.files))
    if (isPackage || file === each.root) await write(path.join(folder, name, "wit", file), content(text));
  for (const [file, text] of Object.entries(scaffold.files)) await write(path.join(folder, name, file), text);
  const obstacle = core.obstacleTo(guest, model, core.guests)?.message;
  return {
    name,
    id: `${each.id} ${specifier}`,
    folder: path.join(folder, name),
    specifier,
    features: featuresOf(each),
    obstacle,
  };
}

/** Those that count, by name: not every tool can be told to take all. */
function featuresOf({ features, allFeatures, files }) {
  if (!allFeatures) return features ?? [];
  const texts = Object.values(files).filter(text => typeof text === "string");
  return [...new Set(texts.flatMap(text => [...text.matchAll(/\bfeature\s*=\s*([\w-]+)/g)].map(match => match[1])))];
}

function content(text) {
  return typeof text === "string" ? text : Buffer.from(text.base64, "base64");
}

async function write(file, text) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Each with the program that was at a loss and what it said. */
async function checkC(_, projects) {
  const bindgen = await ensureWitBindgen();
  const clang = which("clang-19") ?? which("clang");
  if (clang === undefined)
    throw new Advice("clang with a C library for WebAssembly is not installed: docs/components.md says how to get it.");
  const failures = new Map();
  for (const { name, folder, specifier, features } of projects) {
    const asked = features.flatMap(feature => ["--features", feature]);
    const made = await run(bindgen, ["c", "wit", "--world", specifier, "--out-dir", "gen", ...asked], { cwd: folder });
    const written = [...made.output.matchAll(/^Generating "(.+\.[co])"/gm)].map(match => match[1]);
    const args = [
      "--target=wasm32-wasi",
      "--sysroot=/usr",
      "-mexec-model=reactor",
      "-Igen",
      "component.c",
      ...written,
      "-o",
      "core.wasm",
    ];
    const end = made.code === 0 ? await run(clang, args, { cwd: folder }) : made;
    if (end.code !== 0) failures.set(name, end.output);
  }
  return failures;
}

/** All are modules of one crate, so that dependencies are compiled once; an error is where a module's file is named. */
async function checkRust(folder, projects) {
  const lines = [];
  for (const project of projects) {
    const source = await readFile(path.join(project.folder, "src", "lib.rs"), "utf8");
    await write(path.join(folder, "src", `${project.name}.rs`), source);
    lines.push(`mod ${project.name};`);
  }
  await write(path.join(folder, "src", "lib.rs"), lines.join("\n"));
  await write(path.join(folder, "Cargo.toml"), await readFile(path.join(folder, "w0", "Cargo.toml")));
  const target = { CARGO_TARGET_DIR: tool("rust-target") };
  const { output } = await run("cargo", ["check", "--quiet", "--message-format=short"], {
    cwd: folder,
    env: target,
    timeout: 1_800_000,
  });
  const failures = new Map();
  for (const [line, name] of output.matchAll(/^src[\\/](\w+)\.rs:.*\berror\b.*$/gm))
    failures.set(name, `${failures.get(name) ?? ""}${line}\n`);
  return failures;
}

async function checkJavascript(_, projects) {
  const jco = at("node_modules", "@bytecodealliance", "jco", "dist", "jco.js");
  const failures = new Map();
  for (const { name, folder, specifier } of projects) {
    const [entry, wit, out] = ["component.js", "wit", "out.wasm"].map(file => path.join(folder, file));
    const engine = ["--backend", "qjs", "--backend-qjs-disable-async"];
    const checked = await node(["--check", entry]);
    const args = [jco, "componentize", entry, "--wit", wit, "--world-name", specifier, ...engine, "-o", out];
    const end = checked.code === 0 ? await node(args, { cwd: folder }) : checked;
    if (end.code !== 0) failures.set(name, end.output);
  }
  return failures;
}

function report(projects, failures, show) {
  const bad = projects.filter(({ name, obstacle }) => failures.has(name) !== (obstacle !== undefined));
  for (const { name, id, obstacle } of bad.slice(0, show))
    say(`${id}: ${obstacle ?? failures.get(name)}`.slice(0, 1000));
  const refused = projects.filter(({ obstacle }) => obstacle !== undefined);
  const needless = refused.filter(({ name }) => !failures.has(name));
  say(
    `${projects.length} worlds: ${projects.length - refused.length - (bad.length - needless.length)} projects build, ` +
      `${refused.length} are refused (${needless.length} without need), ${bad.length - needless.length} do not build`,
  );
  return bad.length > 0 ? 1 : 0;
}
