// Lays out the WASI packages that a WIT package of the samples uses, from the copies that npm's jco carries; they are never committed.
import { cp, mkdir, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { at, sample } from "./paths.mjs";

/** The version of WASI 0.2 that the samples are written for. */
export const wasiVersion = "0.2.12";

const builtin = at("node_modules", "@bytecodealliance", "jco", "lib", "wit", "builtin", wasiVersion);

/** Fills `<project>/wit/deps/<name>/package.wit` with every WASI package that the project's own WIT files lead to; gives their names. */
export async function layWasiDeps(project = sample) {
  const wit = path.join(project, "wit");
  const names = await neededPackages(wit);
  const deps = path.join(wit, "deps");
  await removeOthers(deps, names);
  for (const name of names) {
    await mkdir(path.join(deps, name), { recursive: true });
    await cp(packageFile(name), path.join(deps, name, "package.wit"));
  }
  return names;
}

/** The WASI packages that the files name, and those that these name in turn. */
async function neededPackages(wit) {
  const own = (await readdir(wit)).filter(name => name.endsWith(".wit"));
  const queue = await mentioned(own.map(name => path.join(wit, name)));
  const found = new Set();
  for (const name of queue) {
    if (found.has(name)) continue;
    found.add(name);
    queue.push(...(await mentioned([packageFile(name)])));
  }
  return [...found].sort();
}

async function mentioned(files) {
  const texts = await Promise.all(files.map(file => readFile(file, "utf8")));
  return texts.flatMap(text => [...text.matchAll(/\bwasi:([a-z][a-z0-9-]*)/g)].map(match => match[1]));
}

function packageFile(name) {
  return path.join(builtin, `wasi-${name}`, "package.wit");
}

async function removeOthers(deps, names) {
  const present = await readdir(deps).catch(() => []);
  for (const name of present) if (!names.includes(name)) await rm(path.join(deps, name), { recursive: true });
}
