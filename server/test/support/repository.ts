// A git repository in a folder of its own, for a test.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

export type FileTexts = Readonly<Record<string, string | Uint8Array>>;

export interface Repository {
  readonly folder: string;
  readonly uri: string;
  /** Writes files and commits all there is, under a tag. */
  readonly commit: (tag: string, files: FileTexts) => Promise<void>;
  readonly write: (files: FileTexts) => Promise<void>;
  readonly git: (...args: readonly string[]) => Promise<string>;
}

/** Makes a repository with a first commit `v1`, and takes it away again. */
export async function withRepository(files: FileTexts, use: (repository: Repository) => Promise<void>): Promise<void> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "wit-git-")));
  const repository = newRepository(folder);
  try {
    await repository.git("init", "--quiet", "--initial-branch=main");
    await repository.commit("v1", files);
    await use(repository);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A repository in a folder that is there; `git init` is left to the caller. */
export function newRepository(folder: string): Repository {
  const git: Repository["git"] = async (...args) => {
    const author = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgSign=false"];
    return (await promisify(execFile)("git", ["-C", folder, ...author, ...args])).stdout;
  };
  const write: Repository["write"] = async texts => {
    for (const [name, content] of Object.entries(texts)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), content);
    }
  };
  return {
    folder,
    uri: pathToFileURL(folder).href,
    write,
    git,
    commit: async (tag, texts) => {
      await write(texts);
      await git("add", "--all");
      await git("commit", "--quiet", "--allow-empty", "-m", tag);
      await git("tag", tag);
    },
  };
}
