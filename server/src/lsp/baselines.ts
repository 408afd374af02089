// The setting `wit.baseline`: reads what each folder's packages are compared with, and again when it may be another.
import { CancellationTokenSource } from "vscode-languageserver";
import { type BaselineContext, type BaselineFiles, readBaseline } from "../workspace/baseline.ts";
import { isWithin, uriKey } from "../workspace/uri.ts";

export interface BaselinesContext extends BaselineContext {
  readonly onChange: (baselines: readonly BaselineFiles[]) => void;
  /** Tells a person; once for each thing that is wrong. */
  readonly warn: (message: string) => void;
}

export interface Baselines {
  /** Takes the setting of each folder, by URI; empty: nothing. */
  readonly set: (wanted: ReadonlyMap<string, string>) => void;
  /** Files changed: a branch may have moved, a folder may hold other files. */
  readonly changed: (uris: readonly string[]) => void;
}

interface Entry {
  readonly folder: string;
  readonly name: string;
  readonly cancel: CancellationTokenSource;
  read?: BaselineFiles;
  /** The last that was said about it. */
  fault?: string;
  /** What is under way, and whether it must be done once more. */
  work?: Promise<void>;
  again: boolean;
}

export function newBaselines(context: BaselinesContext): Baselines {
  const entries = new Map<string, Entry>();
  const tell = (): void => context.onChange([...entries.values()].flatMap(({ read }) => read ?? []));
  const start = (entry: Entry): void => {
    entry.again = entry.work !== undefined;
    entry.work ??= read(context, entry, tell).finally(() => {
      delete entry.work;
      if (entry.again && !entry.cancel.token.isCancellationRequested) start(entry);
    });
  };
  return {
    set: wanted => {
      const gone = [...entries.values()].filter(({ folder, name }) => (wanted.get(folder) ?? "") !== name);
      for (const entry of gone) {
        entry.cancel.cancel();
        entries.delete(entry.folder);
      }
      if (gone.some(entry => entry.read)) tell();
      for (const [folder, name] of isOffered(context, wanted) ? wanted : []) {
        if (name === "" || entries.has(folder)) continue;
        const entry: Entry = { folder, name, cancel: new CancellationTokenSource(), again: false };
        entries.set(folder, entry);
        start(entry);
      }
    },
    changed: uris => {
      for (const entry of entries.values()) if (mayDiffer(entry, uris)) start(entry);
    },
  };
}

/** Where there is no version control, as in a browser, nothing is compared. */
function isOffered({ host, log }: BaselinesContext, wanted: ReadonlyMap<string, string>): boolean {
  const isWanted = [...wanted.values()].some(name => name !== "");
  if (isWanted && !host.readRevision) log("There is no version control here: `wit.baseline` is left out.");
  return host.readRevision !== undefined;
}

function mayDiffer({ folder, read }: Entry, uris: readonly string[]): boolean {
  return uris.some(uri => isWithin(uriKey(uri), uriKey(read?.from ?? folder)));
}

async function read(context: BaselinesContext, entry: Entry, tell: () => void): Promise<void> {
  const { folder, name, cancel } = entry;
  const known = entry.read?.id;
  const found = await readBaseline(context, {
    folder,
    name,
    cancellation: cancel.token,
    ...(known === undefined ? {} : { known }),
  });
  if (cancel.token.isCancellationRequested || found.kind === "same") return;
  if (found.kind === "fault") {
    const message = `Packages are not compared with the baseline \`${name}\` (setting \`wit.baseline\`): ${found.reason}.`;
    if (entry.fault !== message) context.warn(message);
    entry.fault = message;
    if (!entry.read) return;
    delete entry.read;
  } else {
    delete entry.fault;
    entry.read = found;
    if (found.from !== undefined && !isWithin(uriKey(found.from), uriKey(found.folder)))
      context.log(
        `The baseline ${found.from} lies outside the folder ${found.folder}; it is read since the setting names it.`,
      );
  }
  tell();
}
