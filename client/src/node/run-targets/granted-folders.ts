// Makes granted folders ready for a run: they must be there, and a read-only one is a copy, since no runtime can keep a guest from writing.
import { chmod, cp, lstat, mkdtemp, opendir, realpath, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Refusal } from "../refusal.ts";
import type { GrantedFolder, Grants } from "./grants.ts";

const COPIED_ENTRIES = 20_000;
const COPIED_BYTES = 512 * 1024 * 1024;

/** Runs `action` with the folders as they are given to a runtime; removes copies at its end. Refuses where a folder is gone or too large to be copied. */
export async function withGrantedFolders<Result>(
  grants: Grants,
  action: (grants: Grants) => Promise<Result>,
): Promise<Result> {
  const prepared = await prepareFolders(grants);
  try {
    return await action(prepared.grants);
  } finally {
    await prepared.remove();
  }
}

export interface PreparedGrants {
  readonly grants: Grants;
  remove(): Promise<void>;
}

export async function prepareFolders(grants: Grants): Promise<PreparedGrants> {
  for (const folder of grants.folders) await mustBeFolder(folder);
  if (grants.folders.every(({ writable }) => writable)) return { grants, remove: async () => {} };
  const temp = await mkdtemp(path.join(tmpdir(), "wit-read-only-"));
  const remove = (): Promise<void> => discard(temp);
  try {
    const folders = await Promise.all(grants.folders.map((folder, i) => ready(folder, path.join(temp, String(i)))));
    return { grants: { ...grants, folders }, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function mustBeFolder({ host, guest }: GrantedFolder): Promise<void> {
  const found = await stat(host).catch(() => undefined);
  if (found?.isDirectory() === true && !host.includes("::")) return;
  const why = found === undefined ? "is not there" : "can't be given";
  throw new Refusal(
    `The folder ${host}, granted as ${guest}, ${why}. Take it back with "WIT: Grants for Running Components…".`,
  );
}

async function ready(folder: GrantedFolder, copy: string): Promise<GrantedFolder> {
  if (folder.writable) return folder;
  const host = await realpath(folder.host);
  await measure(host, { entries: 0, bytes: 0 });
  // Links are copied as links: what they lead to outside is not granted.
  await cp(host, copy, { recursive: true, verbatimSymlinks: true, filter: isCopied });
  await eachEntry(copy, (file, isFolder) => chmod(file, isFolder ? 0o555 : 0o444));
  await chmod(copy, 0o555);
  return { ...folder, host: copy };
}

/** No sockets and pipes: they can't be copied. */
async function isCopied(file: string): Promise<boolean> {
  const found = await lstat(file);
  return found.isDirectory() || found.isFile() || found.isSymbolicLink();
}

interface Measured {
  entries: number;
  bytes: number;
}

async function measure(folder: string, sum: Measured): Promise<void> {
  await eachEntry(folder, async (file, isFolder) => {
    sum.entries++;
    if (!isFolder) sum.bytes += (await stat(file)).size;
    if (sum.entries <= COPIED_ENTRIES && sum.bytes <= COPIED_BYTES) return;
    throw new Refusal(
      `${folder} is too large to be given read-only, which is done by a copy: it has more than ${COPIED_ENTRIES} files or ${COPIED_BYTES / 1024 / 1024} MB. Grant a folder below it, or make it writable.`,
    );
  });
}

/** Files and folders at any depth, folders behind what they hold; links and other things are left out. */
async function eachEntry(folder: string, action: (file: string, isFolder: boolean) => Promise<void>): Promise<void> {
  for await (const entry of await opendir(folder)) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) await eachEntry(file, action);
    if (entry.isDirectory() || entry.isFile()) await action(file, entry.isDirectory());
  }
}

/** What is read-only can't be removed either. */
async function discard(temp: string): Promise<void> {
  await unlock(temp).catch(() => {});
  await rm(temp, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
}

async function unlock(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for await (const entry of await opendir(folder)) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) await unlock(file);
    else if (entry.isFile() && process.platform === "win32") await chmod(file, 0o644);
  }
}
