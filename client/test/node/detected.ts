// Lays files out in a folder and tells which project is seen there.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { detectProject } from "../../src/node/guests/list.ts";

/** The names of `files` that end in / are folders. Gives the guest's id and the entry's path from the folder, with `/`. */
export async function detected(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly guest: string; readonly entry: string } | undefined> {
  const folder = await mkdtemp(path.join(tmpdir(), "wit-guest-"));
  try {
    for (const [file, text] of Object.entries(files)) {
      const place = path.join(folder, file);
      await mkdir(file.endsWith("/") ? place : path.dirname(place), { recursive: true });
      if (!file.endsWith("/")) await writeFile(place, text);
    }
    const project = await detectProject(folder);
    if (project === undefined) return undefined;
    return { guest: project.guest.id, entry: path.relative(folder, project.entry).replaceAll(path.sep, "/") };
  } finally {
    await rm(folder, { recursive: true });
  }
}
