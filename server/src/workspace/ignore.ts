// Which folders a scan leaves out: those that no person keeps WIT in, and what `.gitignore` files name.
import { globMatcher } from "./glob.ts";

/** Folders of fetched and built things. */
const always: ReadonlySet<string> = new Set(["node_modules", "target", "__pycache__", "venv"]);

/** Whether a scan never enters a folder of this name. */
export function isAlwaysSkipped(name: string): boolean {
  return name.startsWith(".") || always.has(name);
}

interface Rule {
  readonly matches: (path: string) => boolean;
  readonly negated: boolean;
  readonly foldersOnly: boolean;
}

/** The rules of one `.gitignore`, for paths below the folder that holds it. */
export interface IgnoreFile {
  /** Key of the folder. */
  readonly folder: string;
  readonly rules: readonly Rule[];
}

/** Reads the text of a `.gitignore` (gitignore(5)); a pattern that can't be read is passed over. */
export function parseIgnore(folder: string, text: string): IgnoreFile {
  return { folder, rules: text.split(/\r?\n/).flatMap(line => rule(line) ?? []) };
}

/** Whether the ignore files, outermost first, leave out the file or folder with a key below them. */
export function isIgnored(files: readonly IgnoreFile[], key: string, kind: "file" | "directory"): boolean {
  for (const { folder, rules } of files.toReversed()) {
    const path = key.slice(folder.length + 1);
    const last = rules.findLast(({ matches, foldersOnly }) => (kind === "directory" || !foldersOnly) && matches(path));
    if (last) return !last.negated;
  }
  return false;
}

function rule(line: string): Rule | undefined {
  const pattern = withoutTrailingSpace(line);
  if (pattern === "" || pattern.startsWith("#")) return undefined;
  const negated = pattern.startsWith("!");
  const body = negated ? pattern.slice(1) : pattern;
  const foldersOnly = body.endsWith("/");
  const path = body.replace(/\/$/, "");
  // A slash at the start or in the middle ties the pattern to the folder of its file.
  const anchored = path.includes("/");
  const matches = globMatcher(`${anchored ? "" : "**/"}${path.replace(/^\//, "")}`);
  return matches && { matches, negated, foldersOnly };
}

/** A space behind a backslash belongs to the pattern. */
function withoutTrailingSpace(line: string): string {
  const trimmed = line.trimEnd();
  return trimmed.endsWith("\\") ? line.slice(0, trimmed.length + 1) : trimmed;
}
