// `wit format`: puts files into the one style, in place; or says which are not in it.
import { stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { text as readAll } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { applyEdits } from "../features/edits/file-edit.ts";
import { ownStyle, type Style } from "../features/format/style.ts";
import { formatEdits } from "../features/format.ts";
import type { UnitMaker } from "../syntax/cut.ts";
import { parseFile, syntaxProblems } from "../syntax/file.ts";
import { readText } from "../workspace/host.ts";
import { isWit, witFiles } from "../workspace/listing.ts";
import { scan } from "../workspace/scan.ts";
import { withoutSlash } from "../workspace/uri.ts";
import { disk } from "./disk.ts";
import { loadMaker } from "./grammar.ts";
import { relativePath } from "./places.ts";
import { UsageError } from "./usage.ts";

export const formatUsage = `  wit format PATH…                             format files in place: folders with all below them but \`deps\`, or files
    --check                                    change nothing; end with 1 where a file is not formatted
    --indent N|tab                             indent with so many spaces, or tabs (as the file does, else 2)
  wit format -                                 format standard input to standard output`;

const options = {
  check: { type: "boolean", default: false },
  indent: { type: "string" },
} as const;

interface Command {
  readonly make: UnitMaker;
  readonly check: boolean;
  /** Absent: each file's own. */
  readonly style: Style | undefined;
}

interface Formatted {
  readonly before: string;
  readonly after: string;
  readonly broken: boolean;
}

/** Runs the command; gives 0 where all is well, 1 where a file that is only checked is not formatted, 2 where one can't be read or written. */
export async function runFormat(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (positionals.length === 0) throw new UsageError("`wit format` needs the path of a file or a folder, or `-`.");
  const style = values.indent === undefined ? undefined : styleNamed(values.indent);
  const standard = positionals.includes("-");
  if (standard && positionals.length > 1) throw new UsageError("`-` is standard input and stands alone.");
  const command: Command = { make: await loadMaker(), check: values.check, style };
  return standard ? formatInput(command) : formatPaths(command, positionals);
}

function styleNamed(indent: string): Style {
  if (indent === "tab") return { indent: "\t" };
  if (!/^[1-8]$/.test(indent))
    throw new UsageError(`\`--indent\` takes a number from 1 to 8, or \`tab\`, not \`${indent}\`.`);
  return { indent: " ".repeat(Number(indent)) };
}

function format({ make, style }: Command, text: string): Formatted {
  const file = parseFile({ uri: "", text, version: 0 }, make);
  const after = applyEdits(text, formatEdits(file, style ?? ownStyle(file)));
  return { before: text, after, broken: syntaxProblems(file).length > 0 };
}

async function formatInput(command: Command): Promise<number> {
  const result = format(command, await readAll(process.stdin));
  if (result.broken) noteBroken("standard input");
  if (!command.check) process.stdout.write(result.after);
  return command.check && result.before !== result.after ? 1 : 0;
}

async function formatPaths(command: Command, paths: readonly string[]): Promise<number> {
  let failed = false;
  let [count, changed] = [0, 0];
  const files = new Set<string>();
  for (const name of paths) {
    const found = await filesAt(name);
    failed ||= found.length === 0;
    if (found.length === 0) console.error(`wit: ${name} holds no WIT file that can be read.`);
    for (const file of found) files.add(file);
  }
  for (const uri of files) {
    const done = await formatFile(command, uri);
    if (done === "failed") failed = true;
    else count++;
    if (done === "changed") changed++;
  }
  if (count > 0) console.log(summary(command, count, changed));
  if (failed) return 2;
  return command.check && changed > 0 ? 1 : 0;
}

async function formatFile(command: Command, uri: string): Promise<"changed" | "same" | "failed"> {
  const name = relativePath(fileURLToPath(uri));
  const content = await readText(disk, uri);
  if (content?.kind !== "text") {
    console.error(`wit: ${name}: ${content ? content.reason : "this file can't be read"}.`);
    return "failed";
  }
  const { before, after, broken } = format(command, content.text);
  if (broken) noteBroken(name);
  if (before === after) return "same";
  try {
    if (!command.check) await writeFile(fileURLToPath(uri), after);
  } catch (error) {
    console.error(`wit: ${name} can't be written: ${error instanceof Error ? error.message : String(error)}`);
    return "failed";
  }
  console.log(command.check ? `${name} is not formatted` : `formatted ${name}`);
  return "changed";
}

function noteBroken(name: string): void {
  console.error(`wit: ${name} has syntax errors; what is broken stays as it is. \`wit check\` tells where.`);
}

function summary({ check }: Command, count: number, changed: number): string {
  const files = `${count} ${count === 1 ? "file" : "files"}`;
  if (changed === 0) return count === 1 ? "The file is formatted." : `All ${files} are formatted.`;
  return `${changed} of ${files} ${check ? "would change" : "changed"}.`;
}

/** URIs of the files that a path names. Links are not followed, and what others wrote, in `deps`, is left out unless it is named. */
async function filesAt(name: string): Promise<readonly string[]> {
  const uri = withoutSlash(pathToFileURL(path.resolve(name)).href);
  const kind = await stat(name).catch(() => undefined);
  if (kind?.isFile()) return isWit(name) ? [uri] : [];
  const found: string[] = [];
  const budget = { folders: Number.POSITIVE_INFINITY };
  for await (const folder of scan(disk, uri, { budget, stop: { stopped: false }, onBudget: () => {} })) {
    if (folder.slice(uri.length).split("/").includes("deps")) continue;
    const entries = (await disk.readDirectory(folder)) ?? [];
    found.push(
      ...witFiles(
        folder,
        entries.filter(entry => !entry.link),
      ),
    );
  }
  return found.sort();
}
