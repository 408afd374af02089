// Lays files out in a folder and tells which project is seen there.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { detectProject } from "../../src/node/guests/list.ts";

/** The guest's id and the entry's path from the folder, with `/`. */
export async function detected(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly guest: string; readonly entry: string } | undefined> {
  const folder = await mkdtemp(path.join(tmpdir(), "wit-guest-"));
  try {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
    const project = await detectProject(folder);
    if (project === undefined) return undefined;
    return { guest: project.guest.id, entry: path.relative(folder, project.entry).replaceAll(path.sep, "/") };
  } finally {
    await rm(folder, { recursive: true });
  }
}
