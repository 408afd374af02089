// Walks a workspace folder for packages, with a budget, past what is ignored, until it is told to stop.
import { type DirectoryEntry, type Host, readText } from "./host.ts";
import { type IgnoreFile, isAlwaysSkipped, isIgnored, parseIgnore } from "./ignore.ts";
import { isWit } from "./listing.ts";
import { childUri, uriKey } from "./uri.ts";

export interface ScanBudget {
  /** Folders that are read at most. */
  readonly folders: number;
}

/** Set by who wants a scan to end. */
export interface Stop {
  stopped: boolean;
}

export interface ScanOptions {
  readonly budget: ScanBudget;
  readonly stop: Readonly<Stop>;
  /** Called once when the budget is used up and folders are left. */
  readonly onBudget: (folder: string) => void;
}

/** Folders that are read ahead of the one whose turn it is: a file system behind a network takes its time for each. */
const ahead = 8;

/** Gives each folder that holds `.wit` files directly, from the outside in. Links to folders are not followed. */
export async function* scan(host: Host, folder: string, options: ScanOptions): AsyncGenerator<string> {
  const queue: { readonly uri: string; readonly ignores: readonly IgnoreFile[] }[] = [{ uri: folder, ignores: [] }];
  const entriesOf: Promise<readonly DirectoryEntry[] | undefined>[] = [];
  for (let read = 0; read < queue.length && !options.stop.stopped; read++) {
    for (let next = entriesOf.length; next < Math.min(read + ahead, queue.length, options.budget.folders); next++)
      entriesOf.push(host.readDirectory(queue[next]!.uri));
    if (read >= options.budget.folders) {
      options.onBudget(folder);
      return;
    }
    const { uri, ignores } = queue[read]!;
    const entries = (await entriesOf[read]) ?? [];
    const rules = await withIgnoreFile(host, uri, entries, ignores);
    if (entries.some(entry => isKept(uri, entry, rules, "file") && isWit(entry.name))) yield uri;
    for (const entry of entries)
      if (isKept(uri, entry, rules, "directory")) queue.push({ uri: childUri(uri, entry.name), ignores: rules });
  }
}

function isKept(
  folder: string,
  entry: DirectoryEntry,
  rules: readonly IgnoreFile[],
  kind: DirectoryEntry["kind"],
): boolean {
  if (entry.kind !== kind) return false;
  if (kind === "directory" && (entry.link || isAlwaysSkipped(entry.name))) return false;
  return !isIgnored(rules, uriKey(childUri(folder, entry.name)), kind);
}

async function withIgnoreFile(
  host: Host,
  folder: string,
  entries: readonly DirectoryEntry[],
  ignores: readonly IgnoreFile[],
): Promise<readonly IgnoreFile[]> {
  if (!entries.some(entry => entry.name === ".gitignore" && entry.kind === "file")) return ignores;
  const content = await readText(host, childUri(folder, ".gitignore"));
  return content?.kind === "text" ? [...ignores, parseIgnore(uriKey(folder), content.text)] : ignores;
}
