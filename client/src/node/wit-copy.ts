// Copies a WIT package with its dependencies into a project, so that the project's own tools find it: no links, nothing that is not WIT.
import { copyFile, lstat, mkdir, readdir, realpath } from "node:fs/promises";
import path from "node:path";
import { isInside } from "./find-program.ts";
import { Refusal } from "./refusal.ts";

const WIT = /\.(?:wit|wasm|wat)$/;
const FILES_COPIED = 2_000;

/**
 * Copies the package at `from` (a folder with its `deps`, or a single file) into the folder `to`. What a link in `deps` leads to is copied
 * where it lies in `inside` (the workspace); refuses, with its path, where it leads elsewhere. Gives how many files were copied.
 */
export async function copyPackage(from: string, to: string, inside: string): Promise<number> {
  const job: CopyJob = { inside: await realpath(inside), copied: 0, above: [] };
  await mkdir(to, { recursive: true });
  if ((await lstat(from)).isFile()) {
    await copyFile(from, path.join(to, path.basename(from)));
    return 1;
  }
  for (const name of await readdir(from)) {
    if (name === "deps") await copyTree(job, path.join(from, name), path.join(to, name));
    else if (WIT.test(name)) await copyEntry(job, path.join(from, name), path.join(to, name));
  }
  return job.copied;
}

interface CopyJob {
  readonly inside: string;
  copied: number;
  /** The folders that are being copied: a link to one of them would have no end. */
  above: readonly string[];
}

async function copyTree(job: CopyJob, from: string, to: string): Promise<void> {
  const real = await checked(job, from);
  if (job.above.includes(real)) return;
  const before = job.above;
  job.above = [...before, real];
  for (const name of await readdir(real)) await copyEntry(job, path.join(real, name), path.join(to, name));
  job.above = before;
}

async function copyEntry(job: CopyJob, from: string, to: string): Promise<void> {
  const real = await checked(job, from);
  if ((await lstat(real)).isDirectory()) return copyTree(job, from, to);
  if (!WIT.test(from)) return;
  job.copied++;
  if (job.copied > FILES_COPIED) throw new Refusal(`There are more than ${FILES_COPIED} files in the WIT package.`);
  await mkdir(path.dirname(to), { recursive: true });
  await copyFile(real, to);
}

async function checked({ inside }: CopyJob, file: string): Promise<string> {
  const real = await realpath(file);
  if (isInside(real, inside)) return real;
  throw new Refusal(`${file} is a link that leads out of the workspace, to ${real}; it is not copied from there.`);
}
