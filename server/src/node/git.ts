// Revisions by git: what a commit holds of packages. Nothing of the repository is executed, fetched or changed.
import { type ExecFileException, execFile } from "node:child_process";
import { access, constants, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Cancellation, Host, Revision } from "../workspace/host.ts";

/** No answer of git may take longer, or be larger. */
const timeoutMs = 10_000;
const maxBytes = 128 * 1024 * 1024;
const maxFiles = 20_000;

/** Reads a revision of the repository that a folder lies in. */
export const readRevision: NonNullable<Host["readRevision"]> = async (uri, revision, known, cancellation) => {
  const folder = pathOf(uri);
  if (folder === undefined) return fault("only folders on a disk have revisions", true);
  const git = await findGit();
  if (git === undefined) return fault("git is not on `PATH`, and revisions are read by it");
  const run: Run = (args, input) => runGit(git, folder, args, input, cancellation);
  try {
    return await read(run, revision, known);
  } catch (error) {
    return fault(error instanceof Error ? error.message : String(error));
  }
};

type Run = (args: readonly string[], input?: string) => Promise<Ended>;

interface Ended {
  readonly code: number;
  readonly output: Buffer;
  readonly errors: string;
}

async function read(run: Run, revision: string, known: string | undefined): Promise<Revision> {
  const prefix = await run(["rev-parse", "--show-prefix"]);
  if (prefix.code !== 0) return noRepository(prefix.errors);
  const commit = isPlain(revision)
    ? await run(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`])
    : undefined;
  const id = commit?.code === 0 ? commit.output.toString("utf8").trim() : "";
  if (!/^[0-9a-f]{40,64}$/.test(id)) return fault(`\`${revision}\` is no revision of the git repository`, true);
  if (id === known) return { kind: "same" };
  const folder = prefix.output.toString("utf8").replace(/\/?\r?\n$/, "");
  const tree = await run(["ls-tree", "-r", "-z", "--full-tree", id]);
  if (tree.code !== 0) return fault(`git can't list \`${revision}\`: ${firstLine(tree.errors)}`);
  const entries = wanted(tree.output.toString("utf8"), folder);
  if (entries.length > maxFiles) return fault(`\`${revision}\` has more than ${maxFiles} WIT files`);
  const blobs = await readBlobs(run, entries);
  return {
    kind: "files",
    id,
    folder,
    files: new Map(entries.flatMap(({ path, link }, i) => (blobs[i] && !link ? [[path, blobs[i]]] : []))),
    links: new Map(
      entries.flatMap(({ path, link }, i) =>
        blobs[i] && link ? [[path, Buffer.from(blobs[i]).toString("utf8")]] : [],
      ),
    ),
  };
}

/** Revisions are no options, and hold no control characters. */
function isPlain(revision: string): boolean {
  return revision !== "" && !revision.startsWith("-") && !/\p{Cc}/u.test(revision);
}

function noRepository(errors: string): Revision {
  if (errors.includes("not a git repository")) return fault("the folder lies in no git repository", true);
  return fault(`git refuses to read the repository: ${firstLine(errors)}`);
}

function firstLine(errors: string): string {
  return errors.replace(/^fatal: /, "").split("\n", 1)[0]!;
}

interface Entry {
  readonly id: string;
  /** From the top of the repository. */
  readonly path: string;
  readonly link: boolean;
}

/** The files of packages in the output of `ls-tree -z`: below the folder, and all where a link may lead to them. */
function wanted(tree: string, folder: string): readonly Entry[] {
  const entries = tree.split("\0").flatMap((line): Entry[] => {
    const [, mode, id = "", path = ""] = /^(\d+) blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    const link = mode === "120000";
    const isPackage = path.endsWith(".wit") || /(?:^|\/)deps\/[^/]+\.wa(?:sm|t)$/.test(path);
    return isPackage || (link && /(?:^|\/)deps(?:\/[^/]+)?$/.test(path)) ? [{ id, path, link }] : [];
  });
  const below = folder === "" ? entries : entries.filter(({ path }) => path.startsWith(`${folder}/`));
  return below.some(({ link }) => link) ? entries : below;
}

/** The contents of entries, in their order; undefined for what the repository does not hold. */
async function readBlobs(run: Run, entries: readonly Entry[]): Promise<readonly (Uint8Array | undefined)[]> {
  if (entries.length === 0) return [];
  const { code, output, errors } = await run(["cat-file", "--batch"], entries.map(({ id }) => `${id}\n`).join(""));
  if (code !== 0) throw new Error(`git can't read the files: ${firstLine(errors)}`);
  let at = 0;
  return entries.map(() => {
    const end = output.indexOf(0x0a, at);
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(output.toString("latin1", at, end))?.[1];
    at = end + 1;
    if (size === undefined) return undefined;
    const blob = output.subarray(at, at + Number(size));
    at += blob.length + 1;
    return blob;
  });
}

/** Options that keep a hostile repository's configuration from running or fetching anything. */
const harmless = [
  "--no-pager",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "safe.bareRepository=explicit",
];

function runGit(
  git: string,
  folder: string,
  args: readonly string[],
  input?: string,
  cancellation?: Cancellation,
): Promise<Ended> {
  if (cancellation?.isCancellationRequested) return Promise.reject(new Error("it was cancelled"));
  return new Promise((resolve, reject) => {
    const child = execFile(
      git,
      [...harmless, "-C", folder, ...args],
      { encoding: "buffer", env: environment(), maxBuffer: maxBytes, timeout: timeoutMs, windowsHide: true },
      (error, stdout, stderr) => {
        const code = error ? error.code : 0;
        if (typeof code === "number") resolve({ code, output: stdout, errors: stderr.toString("utf8") });
        else reject(new Error(whyNot(error, cancellation)));
      },
    );
    cancellation?.onCancellationRequested(() => child.kill());
    // A program that ends without reading closes its input.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input ?? "");
  });
}

function whyNot(error: ExecFileException | null, cancellation?: Cancellation): string {
  if (cancellation?.isCancellationRequested) return "it was cancelled";
  if (error?.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") return "git's answer is too large";
  if (error?.killed) return `git did not answer within ${timeoutMs / 1000} seconds`;
  return `git can't be run: ${error?.message ?? "it ended without a reason"}`;
}

/** What names another repository than the folder's; a hook's environment has it. */
const redirecting =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|NAMESPACE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|GRAFT_FILE|SHALLOW_FILE)$/;

function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !redirecting.test(name));
  return {
    ...Object.fromEntries(own),
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    // What a partial clone lacks is not fetched: git knows the first since 2.44, and by the second no protocol is allowed.
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: ":",
  };
}

/** git on `PATH`, never from the current folder or the workspace. */
async function findGit(): Promise<string | undefined> {
  const name = process.platform === "win32" ? "git.exe" : "git";
  for (const folder of (process.env.PATH ?? process.env.Path ?? "").split(path.delimiter)) {
    if (path.isAbsolute(folder) && (await isProgram(path.join(folder, name)))) return path.join(folder, name);
  }
  return undefined;
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

function fault(reason: string, absent = false): Revision {
  return { kind: "fault", reason, absent };
}
