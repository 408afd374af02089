// Lays out the WASI packages that a WIT package of the samples uses, from the copies that npm's jco carries; they are never committed.
import { cp, mkdir, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { at, sample } from "./paths.mjs";

/** The version of WASI that the samples are written for, but for those that name another. */
export const wasiVersion = "0.2.12";

/** An interface of WASI with the version that a project is written for. */
const VERSIONED = /\bwasi:[a-z][a-z0-9-]*\/[a-z0-9-]+@(\d+\.\d+\.\d+)/;

/** Fills `<project>/wit/deps/<name>/package.wit` with every WASI package that the project's own WIT files lead to; gives their names. */
export async function layWasiDeps(project = sample) {
  const wit = path.join(project, "wit");
  const own = (await readdir(wit)).filter(name => name.endsWith(".wit")).map(name => path.join(wit, name));
  const texts = await Promise.all(own.map(file => readFile(file, "utf8")));
  const version = texts.map(text => VERSIONED.exec(text)?.[1]).find(found => found !== undefined) ?? wasiVersion;
  const names = await neededPackages(own, version);
  const deps = path.join(wit, "deps");
  await removeOthers(deps, names);
  for (const name of names) {
    await mkdir(path.join(deps, name), { recursive: true });
    await cp(packageFile(name, version), path.join(deps, name, "package.wit"));
  }
  return names;
}

/** The WASI packages that the files name, and those that these name in turn. */
async function neededPackages(own, version) {
  const queue = await mentioned(own);
  const found = new Set();
  for (const name of queue) {
    if (found.has(name)) continue;
    found.add(name);
    queue.push(...(await mentioned([packageFile(name, version)])));
  }
  return [...found].sort();
}

async function mentioned(files) {
  const texts = await Promise.all(files.map(file => readFile(file, "utf8")));
  return texts.flatMap(text => [...text.matchAll(/\bwasi:([a-z][a-z0-9-]*)/g)].map(match => match[1]));
}

function packageFile(name, version) {
  return at(
    "node_modules",
    "@bytecodealliance",
    "jco",
    "lib",
    "wit",
    "builtin",
    version,
    `wasi-${name}`,
    "package.wit",
  );
}

async function removeOthers(deps, names) {
  const present = await readdir(deps).catch(() => []);
  for (const name of present) if (!names.includes(name)) await rm(path.join(deps, name), { recursive: true });
}
