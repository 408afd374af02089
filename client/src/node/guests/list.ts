// THE list of guest languages, in the order in which a folder is tried; a new language is one file and one line here.

import { c } from "./c.ts";
import { dotnet } from "./dotnet.ts";
import { go } from "./go.ts";
import type { Guest, GuestProject } from "./guest.ts";
import { javascript } from "./javascript.ts";
import { python } from "./python.ts";
import { readyWasm } from "./ready-wasm.ts";
import { rust } from "./rust.ts";
import { typescript } from "./typescript.ts";

export const guests: readonly Guest[] = [javascript, typescript, rust, go, python, c, dotnet, readyWasm];

/** The project in exactly this folder: that of the first guest that knows it. */
export async function detectProject(folder: string): Promise<GuestProject | undefined> {
  for (const guest of guests) {
    const project = await guest.detect(folder);
    if (project !== undefined) return project;
  }
  return undefined;
}
