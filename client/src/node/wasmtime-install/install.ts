// Installs Wasmtime below the extension's own storage: the newest official release, checked, unpacked and asked for its version.
import { chmod, lstat, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import path from "node:path";
import { describeEnding } from "../endings.ts";
import { findIn, pathFolders, type Surroundings } from "../find-program.ts";
import { runTool } from "../process.ts";
import { fetchAsset, fetchJson, type ReleaseSource } from "./download.ts";
import { baseName, type Machine, type Release, readRelease, targetOf } from "./release.ts";

export interface InstallOptions {
  readonly source: ReleaseSource;
  readonly machine: Machine;
  readonly around: Surroundings;
  /** The extension's storage. */
  readonly storage: string;
  readonly signal: AbortSignal;
  /** What is going on, for people. */
  readonly report: (message: string) => void;
}

/** The folder that has the installed program, below the extension's storage. */
export function installedFolder(storage: string): string {
  return path.join(storage, "wasmtime");
}

/** Gives the version that is installed now; throws an Error for people, and leaves what was there before. */
export async function install(options: InstallOptions): Promise<string> {
  const { source, machine, storage, signal, report } = options;
  report("asking GitHub for the newest release");
  const release = readRelease(await fetchJson(source, signal), machine);
  await mkdir(storage, { recursive: true });
  const temp = await mkdtemp(path.join(storage, "wasmtime-new-"));
  try {
    const archive = path.join(temp, release.asset.name);
    let told = "";
    await fetchAsset(source, release.asset, archive, signal, bytes => {
      const now = progress(release, bytes);
      if (now !== told) report(now);
      told = now;
    });
    report("unpacking");
    const folder = await unpack(options, release, archive, temp);
    await rm(installedFolder(storage), { recursive: true, force: true });
    await rename(folder, installedFolder(storage));
    return release.version;
  } finally {
    await rm(temp, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Removes what was installed; gives whether there was something. */
export async function uninstall(storage: string): Promise<boolean> {
  const folder = installedFolder(storage);
  const isThere = await lstat(folder).then(
    () => true,
    () => false,
  );
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  return isThere;
}

const MEGABYTE = 1024 * 1024;

function progress({ version, asset }: Release, bytes: number): string {
  return `Wasmtime ${version}: ${(bytes / MEGABYTE).toFixed(1)} of ${(asset.size / MEGABYTE).toFixed(1)} MB`;
}

/** Takes the program alone out of the archive, so that nothing else in it can lie anywhere; gives its folder. */
async function unpack(options: InstallOptions, release: Release, archive: string, temp: string): Promise<string> {
  const { around, machine, signal } = options;
  const tar = await findIn([...systemFolders(around), ...pathFolders(around)], "tar", around);
  if (tar === undefined) throw new Error('The program "tar", which unpacks the release, was not found.');
  const folder = baseName(release.version, targetOf(machine)!);
  const program = machine.platform === "win32" ? "wasmtime.exe" : "wasmtime";
  const call = { program: tar, args: ["-xf", archive, "-C", temp, `${folder}/${program}`], cwd: temp };
  const end = await runTool(call, { signal });
  const reason = describeEnding(end.how) ?? end.stderr.trim().slice(0, 300);
  if (end.how.kind !== "exited" || end.how.code !== 0) {
    throw new Error(`${release.asset.name} could not be unpacked: ${reason} (archives .tar.xz need the program "xz")`);
  }
  const file = path.join(temp, folder, program);
  if (!(await lstat(file)).isFile()) throw new Error(`${folder}/${program} is no file.`);
  await chmod(file, 0o755);
  await mustAnswer(file, release);
  return path.join(temp, folder);
}

/** Windows' own tar, which reads .zip, comes before any other on PATH. */
function systemFolders({ platform, env }: Surroundings): readonly string[] {
  return platform === "win32" && env.SystemRoot !== undefined ? [path.join(env.SystemRoot, "System32")] : [];
}

async function mustAnswer(program: string, { version }: Release): Promise<void> {
  const end = await runTool({ program, args: ["--version"], cwd: path.dirname(program) }, { timeoutMs: 20_000 });
  if (/^wasmtime(?:-cli)? (\d+\.\d+\.\d+)/.exec(end.stdout)?.[1] === version) return;
  const why = describeEnding(end.how) ?? (end.stderr || end.stdout).trim().slice(0, 300);
  throw new Error(`Wasmtime ${version} does not run on this machine: ${why}`);
}
