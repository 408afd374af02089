// What the client knows about a tool that fills `deps/`; one file beside this one for each, listed in list.ts.
import { readdir, realpath } from "node:fs/promises";
import { cargoBin, findIn, isInside, isProgram, pathFolders, type Surroundings, settingPath } from "../find-program.ts";
import type { ToolCall } from "../process.ts";

export interface Fetcher {
  readonly id: "wkg" | "wit-deps";
  /** Looks for the program; runs at most its `--version`. */
  find(search: FetcherSearch): Promise<FetcherLookup>;
  /** How to fetch the dependencies of a package. */
  call(program: FetcherProgram, job: FetchJob): ToolCall;
  /** What it does to `deps`, for the question whether it may. */
  readonly overwrites: string;
  /** Whether it takes away what it does not know. */
  readonly empties: boolean;
}

/** Where fetchers are looked for. */
export interface FetcherSearch {
  readonly around: Surroundings;
  /** Setting `wit.wkg.path`; empty when not set. */
  readonly wkgPath: string;
  /** Relative settings start here. */
  readonly workspaceFolder: string | undefined;
}

/** A program that was found and answered. */
export interface FetcherProgram {
  readonly path: string;
  /** For people: `wkg 0.16.1`. */
  readonly title: string;
  /** Major and minor number, where it tells them. */
  readonly version?: readonly [number, number];
}

export type FetcherLookup =
  | { readonly kind: "found"; readonly program: FetcherProgram }
  | { readonly kind: "missing"; readonly message: string };

export interface FetchJob {
  /** Path of the package's folder. */
  readonly root: string;
  /** Path of the folder with the tool's manifest or lock, at or above it. */
  readonly folder?: string;
  readonly workspaceFolder: string | undefined;
}

/** The program on PATH, or where cargo installs programs. */
export function findInstalled(name: string, { around }: FetcherSearch): Promise<string | undefined> {
  return findIn([...pathFolders(around), cargoBin(around)], name, around);
}

/** The program that a setting names: a path from the home folder, from the workspace's, or a whole one. */
export async function findSet(
  set: string,
  search: FetcherSearch,
): Promise<{ readonly program: string; readonly isThere: boolean }> {
  const program = settingPath(set, search);
  return { program, isThere: await isProgram(program) };
}

/** Names of entries of a folder `deps` that a fetch may take away: those that are told, and those that nobody knew. */
export async function lostEntries(
  { empties }: Pick<Fetcher, "empties">,
  { entries, lost }: { readonly entries: readonly string[]; readonly lost: readonly string[] },
  deps: string,
): Promise<readonly string[]> {
  if (!empties) return lost;
  const there = await readdir(deps).catch(() => []);
  return [...lost, ...there.filter(name => !name.startsWith(".") && !entries.includes(name))];
}

/** Where a folder `deps` really is, if that is outside the workspace. */
export async function placeOutside(deps: string, workspaceFolder: string | undefined): Promise<string | undefined> {
  const real = (file: string): Promise<string | undefined> => realpath(file).catch(() => undefined);
  const [place, inside] = [await real(deps), workspaceFolder && (await real(workspaceFolder))];
  return place === undefined || !inside || isInside(place, inside) ? undefined : place;
}

/** What a Rust program printed about its failure: the error and its innermost cause. */
export function failureIn(stderr: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal.
  const lines = stderr.replace(/\u001b\[[\d;]*m/g, "").split(/\r?\n/);
  const at = lines.findLastIndex(line => /^error: /i.test(line));
  if (at < 0) return undefined;
  const error = lines[at]!.replace(/^error: /i, "");
  const causes = lines.slice(at + 1).flatMap(line => /^\s+(?:\d+: )?(\S.*)$/.exec(line)?.[1] ?? []);
  const cause = causes.at(-1);
  return cause === undefined ? error : `${error}: ${cause}`;
}
