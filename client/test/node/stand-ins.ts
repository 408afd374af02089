// Builds a project with programs that stand in for the real tools: shell scripts, which are all that is on PATH.
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BuildOutcome, Guest, Toolbox } from "../../src/node/guests/guest.ts";
import type { ToolWatch } from "../../src/node/process.ts";
import { findTool } from "../../src/node/tools/find.ts";
import { NO_FEATURES } from "../../src/wit/wit-features.ts";
import { repository } from "../support.ts";

export const onUnix = process.platform !== "win32";

export interface StandInBuild {
  readonly guest: Guest;
  /** Path of the source from the project's folder. */
  readonly entry?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** By name, what each runs. */
  readonly programs: Readonly<Record<string, string>>;
  readonly watch?: ToolWatch;
}

export interface StandInBuilt {
  readonly outcome: BuildOutcome;
  /** The last arguments of each program that was started, by name. */
  readonly called: Readonly<Record<string, readonly string[]>>;
  /** The project's folder, which is gone. */
  readonly folder: string;
}

/** The world is `my-kit`, in `wit`. */
export async function buildWithStandIns(asked: StandInBuild): Promise<StandInBuilt> {
  const { guest, entry = "entry", files = {}, programs, watch = {} } = asked;
  const folder = await mkdtemp(path.join(tmpdir(), "wit stand-ins – "));
  try {
    for (const [name, text] of Object.entries(files)) await write(path.join(folder, name), text);
    const bin = path.join(folder, "bin");
    for (const [name, script] of Object.entries(programs)) {
      await write(path.join(bin, name), `#!/bin/sh\nprintf '%s\\n' "$@" > "$0.called"\n${script}\n`);
      await chmod(path.join(bin, name), 0o755);
    }
    const tools = standInTools(folder, bin);
    const witPath = path.join(folder, "wit");
    const request = { world: "my-kit", witPath, features: NO_FEATURES, usesHttp: false, tools, watch };
    const outcome = await guest.build({ guest, folder, entry: path.join(folder, entry) }, request);
    return { outcome, called: await callsOf(bin, Object.keys(programs)), folder };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Tools that are looked for in one folder alone. */
export function standInTools(folder: string, bin: string): Toolbox {
  const search = {
    around: { platform: process.platform, env: { PATH: bin }, home: folder },
    settings: {},
    projectFolder: folder,
    workspaceFolder: folder,
    developmentFolder: undefined,
  };
  return { extensionFolder: repository, find: tool => findTool(tool, search) } as Partial<Toolbox> as Toolbox;
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

async function callsOf(bin: string, names: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const calls = names.map(async name => {
    const text = await readFile(path.join(bin, `${name}.called`), "utf8").catch(() => undefined);
    return text === undefined ? [] : [[name, text.trimEnd().split("\n")] as const];
  });
  return Object.fromEntries((await Promise.all(calls)).flat());
}
