// Runs the built program in a folder of its own.
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { program } from "../support/wire.ts";

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes the files, runs `wit` there with `input` on standard input, and waits for its end. */
export function wit(
  args: readonly string[],
  files: Files = {},
  input = "",
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return inFolder(files, folder => run(args, folder, input, env));
}

/** The same for a command that changes files: also gives what is in them afterwards. */
export function witWrites(
  args: readonly string[],
  files: Files,
): Promise<Ended & { readonly after: Readonly<Record<string, string>> }> {
  return inFolder(files, async folder => {
    const ended = await run(args, folder, "", {});
    const names = Object.keys(files);
    const texts = await Promise.all(names.map(name => readFile(path.join(folder, name), "utf8")));
    return { ...ended, after: Object.fromEntries(names.map((name, i) => [name, texts[i]!])) };
  });
}

async function inFolder<R>(files: Files, use: (folder: string) => Promise<R>): Promise<R> {
  const folder = await mkdtemp(path.join(tmpdir(), "wit-cli-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), content);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(
  args: readonly string[],
  cwd: string,
  input: string,
  variables: Readonly<Record<string, string>>,
): Promise<Ended> {
  const { NO_COLOR: _, FORCE_COLOR: __, ...surroundings } = process.env;
  const env = { ...surroundings, ...variables };
  const child = spawn(process.execPath, [program, ...args], { cwd, env, stdio: "pipe", timeout: 30_000 });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", text => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", text => (stderr += text));
  // A program that ends without reading closes its input.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", code => resolve({ code, stdout, stderr }));
  });
}
