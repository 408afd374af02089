// Looks for a tool: where the setting says, in the project, on PATH, where its installer puts it; and asks it for its version.
import path from "node:path";
import { findIn, isProgram, pathFolders, settingPath } from "../find-program.ts";
import type { ToolCall } from "../process.ts";
import type { FoundTool, Tool, ToolLookup, ToolSearch } from "./tool.ts";
import { versionOf } from "./version.ts";

/** The tool, or in words why not and how to get it. Runs at most its version command, once for each state of its file. */
export async function findTool(tool: Tool, search: ToolSearch): Promise<ToolLookup> {
  const set = search.settings[tool.id]?.path?.trim() ?? "";
  if (set === "") {
    const program = await firstProgram(tool, search);
    return program === undefined ? absent(tool, search) : check(tool, program, search);
  }
  const program = settingPath(set, search);
  if (await isProgram(program)) return check(tool, program, search);
  const message = `The setting wit.tools names ${program} for ${tool.label}, but there is no program. Correct or clear the setting.`;
  return { kind: "missing", message, install: undefined };
}

/** The first of several tools that is there; the reasons of the first one where none is. */
export async function findOneOf(tools: readonly Tool[], search: ToolSearch): Promise<ToolLookup> {
  const lookups: ToolLookup[] = [];
  for (const tool of tools) {
    const lookup = await findTool(tool, search);
    if (lookup.kind === "found") return lookup;
    lookups.push(lookup);
  }
  return lookups[0]!;
}

/** A call of a found tool, with what the settings add to its environment. */
export function toolCall(
  found: FoundTool,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): ToolCall {
  return { program: found.program, args, cwd, env: { ...env, ...found.env } };
}

async function firstProgram(tool: Tool, search: ToolSearch): Promise<string | undefined> {
  const development = search.developmentFolder;
  const folders = [
    ...(tool.before?.(search) ?? []),
    ...pathFolders(search.around),
    ...(tool.after?.(search) ?? []),
    ...(development === undefined ? [] : [path.join(development, ".tools", "bin")]),
  ];
  for (const name of tool.programs) {
    const program = await findIn(folders, name, search.around);
    if (program !== undefined) return program;
  }
  return undefined;
}

async function absent(tool: Tool, search: ToolSearch): Promise<ToolLookup> {
  const { text, call } = await tool.install(search);
  const message = `${tool.label}, which ${tool.purpose}, was not found. ${text} Where it is installed elsewhere, name it in the setting wit.tools.`;
  return { kind: "missing", message, install: call };
}

async function check(tool: Tool, program: string, search: ToolSearch): Promise<ToolLookup> {
  const setting = search.settings[tool.id];
  const answer = await versionOf(tool, program, setting?.env);
  if (answer.kind === "broken") {
    const message = `${program} does not answer like ${tool.label} when asked for its version: ${answer.why}.`;
    return { kind: "missing", message, install: undefined };
  }
  const { version } = answer;
  if (tool.minimum !== undefined && compareDotted(version, tool.minimum) < 0) {
    const { text, call } = await tool.install(search);
    const message = `${program} is ${tool.label} ${version}, which is too old: ${tool.minimum} or newer is needed. ${text}`;
    return { kind: "missing", message, install: call };
  }
  const found = { tool, program, version, arguments: setting?.arguments ?? [], env: setting?.env ?? {} };
  return { kind: "found", found };
}

/** Negative where `a` is older than `b`; parts that are no numbers count as 0. */
export function compareDotted(a: string, b: string): number {
  const [left, right] = [a, b].map(text => text.split(/[.+-]/).map(part => Number.parseInt(part, 10) || 0));
  for (let i = 0; i < Math.max(left!.length, right!.length); i++) {
    const difference = (left![i] ?? 0) - (right![i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
