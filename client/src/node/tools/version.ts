// Asks a program for its version, once for each state of its file: that takes a process, and commands must not wait for it.
import { stat } from "node:fs/promises";
import path from "node:path";
import { describeEnding } from "../endings.ts";
import { runTool } from "../process.ts";
import type { Tool } from "./tool.ts";

const VERSION_TIMEOUT_MS = 20_000;

export type VersionAnswer =
  | { readonly kind: "version"; readonly version: string }
  | { readonly kind: "broken"; readonly why: string };

/** What programs answered, by their path, size and time of change: the same file gives the same version. */
const answers = new Map<string, VersionAnswer>();

/** `env` is added to the program's environment. */
export async function versionOf(
  { versionArguments, readVersion }: Pick<Tool, "versionArguments" | "readVersion">,
  program: string,
  env: Readonly<Record<string, string>> = {},
): Promise<VersionAnswer> {
  const { size, mtimeMs } = await stat(program);
  const key = JSON.stringify([program, versionArguments, size, mtimeMs, env]);
  const known = answers.get(key);
  if (known !== undefined) return known;
  const call = { program, args: versionArguments, cwd: path.dirname(program), env };
  const end = await runTool(call, { timeoutMs: VERSION_TIMEOUT_MS });
  const printed = `${end.stdout}\n${end.stderr}`;
  const version = readVersion(printed);
  if (version === undefined) {
    return { kind: "broken", why: describeEnding(end.how) ?? `it printed "${printed.trim().slice(0, 200)}"` };
  }
  const answer: VersionAnswer = { kind: "version", version };
  answers.set(key, answer);
  return answer;
}
