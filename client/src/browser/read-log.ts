// Says in the log what can't be read and why, once for each file: a network that fails must not fill it.

export interface ReadLog {
  readonly failed: (uri: string, error: unknown) => void;
  /** From now on a new failure counts. */
  readonly succeeded: (uri: string) => void;
}

/** Codes of the editor's file systems for what is simply not there, or is a file where a folder is looked for. */
const absent: ReadonlySet<unknown> = new Set(["FileNotFound", "FileNotADirectory", "FileIsADirectory"]);
const linesAtMost = 50;

export function newReadLog(warn: (line: string) => void): ReadLog {
  const told = new Set<string>();
  return {
    failed: (uri, error) => {
      if (absent.has(codeOf(error)) || told.has(uri) || told.size > linesAtMost) return;
      told.add(uri);
      if (told.size > linesAtMost) warn("More can't be read; it is not listed here.");
      else warn(`${uri} can't be read, so what it declares is not known: ${reasonOf(error)}`);
    },
    succeeded: uri => void told.delete(uri),
  };
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
