// wkg (wasm-pkg-tools): fetches from registries what the WIT names, by the versions in wkg.lock where it has them.
import path from "node:path";
import { describeEnding } from "../endings.ts";
import { isInside } from "../find-program.ts";
import { runTool, type ToolCall } from "../process.ts";
import {
  type Fetcher,
  type FetcherLookup,
  type FetcherProgram,
  type FetcherSearch,
  type FetchJob,
  findInstalled,
  findSet,
} from "./fetcher.ts";

export const wkg: Fetcher = {
  id: "wkg",
  find,
  call,
  empties: true,
  overwrites: "wkg empties deps before it fetches. What it may not bring back:",
};

const VERSION_TIMEOUT_MS = 10_000;
/** From this version on, the folder is an argument of its own. */
const FOLDER_ARGUMENT = [0, 16] as const;

async function find(search: FetcherSearch): Promise<FetcherLookup> {
  const set = search.wkgPath.trim();
  if (set !== "") {
    const { program, isThere } = await findSet(set, search);
    if (isThere) return check(program);
    return missing(`The setting wit.wkg.path names ${program}, but there is no program. Correct or clear the setting.`);
  }
  const program = await findInstalled("wkg", search);
  if (program !== undefined) return check(program);
  return missing(
    'wkg, which fetches packages, is not on PATH, nor in ~/.cargo/bin. Install it with "cargo install wkg", or name the program in the setting wit.wkg.path.',
  );
}

async function check(program: string): Promise<FetcherLookup> {
  const call = { program, args: ["--version"], cwd: path.dirname(program) };
  const end = await runTool(call, { timeoutMs: VERSION_TIMEOUT_MS });
  const match = /^wkg ((\d+)\.(\d+)\S*)/.exec(end.stdout);
  if (match !== null) {
    const version = [Number(match[2]), Number(match[3])] as const;
    return { kind: "found", program: { path: program, title: `wkg ${match[1]}`, version } };
  }
  const why = describeEnding(end.how) ?? `it printed "${(end.stdout + end.stderr).trim().slice(0, 200)}"`;
  return missing(`${program} does not answer like wkg when asked for its version: ${why}.`);
}

function missing(message: string): FetcherLookup {
  return { kind: "missing", message };
}

/** wkg reads its manifest and lock where it is run, and takes `wit` below that for the package. */
function call({ path: program, version }: FetcherProgram, job: FetchJob): ToolCall {
  const cwd = job.folder ?? usualFolder(job);
  const folder = path.relative(cwd, job.root) || ".";
  if (folder === "wit") return { program, args: ["wit", "fetch"], cwd };
  const [major = 0, minor = 0] = version ?? [];
  const isArgument = major > FOLDER_ARGUMENT[0] || minor >= FOLDER_ARGUMENT[1];
  const named = folder.startsWith("-") ? `./${folder}` : folder;
  return { program, args: ["wit", "fetch", ...(isArgument ? [named] : ["--wit-dir", named])], cwd };
}

/** Beside a folder `wit`, as wkg's documentation has it, unless that is outside the workspace. */
function usualFolder({ root, workspaceFolder }: FetchJob): string {
  const above = path.dirname(root);
  const isFree = workspaceFolder === undefined || isInside(above, workspaceFolder);
  return path.basename(root) === "wit" && isFree ? above : root;
}
