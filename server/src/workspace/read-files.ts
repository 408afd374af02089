// Reads and parses files in slices: many at once, but never so long that what a person does would wait.
import { type DecodedPackage, textInstead } from "./binary/package.ts";
import { type Files, setDisk } from "./files.ts";
import { type DiskContent, type Host, readText } from "./host.ts";
import { isBinary } from "./listing.ts";

export interface ReadingContext {
  readonly host: Host;
  readonly files: Files;
  /** Reads a package in binary form, or in WebAssembly's text form. */
  readonly readBinary: (bytes: Uint8Array) => Promise<DecodedPackage>;
  /** Resolves in a later turn of the event loop: reading many files must not hold up what a person does. */
  readonly turn: () => Promise<void>;
  readonly now: () => number;
}

/** Takes in what the disk holds of files; resolves when all of them are parsed. */
export type ReadFiles = (uris: readonly string[]) => Promise<void>;

/** Files are parsed for at most so long before others get their turn. */
const sliceMs = 4;
const readsAtOnce = 16;

/** All that one reader reads shares its slices. */
export function newFileReader(context: ReadingContext): ReadFiles {
  const { host, files, turn, now } = context;
  let sliceStart = 0;
  /** Waits for a later turn where this one has parsed long enough. */
  const slice = async (): Promise<void> => {
    while (now() - sliceStart > sliceMs) {
      await turn();
      // Of several that waited, the first starts the slice for all.
      if (now() - sliceStart > sliceMs) sliceStart = now();
    }
  };
  return async uris => {
    let next = 0;
    const work = async (): Promise<void> => {
      while (next < uris.length) {
        const uri = uris[next++]!;
        const content = isBinary(uri) ? await readPackage(context, uri) : await readText(host, uri);
        await slice();
        setDisk(files, uri, content);
      }
    };
    await Promise.all(Array.from({ length: Math.min(readsAtOnce, uris.length) }, work));
  };
}

async function readPackage({ host, readBinary }: ReadingContext, uri: string): Promise<DiskContent | undefined> {
  const bytes = await host.readFile(uri);
  if (!bytes) return undefined;
  const text = textInstead(bytes);
  if (text !== undefined) return { kind: "text", text };
  const decoded = await readBinary(bytes);
  return decoded.kind === "wit" ? { kind: "package", text: decoded.text } : { kind: "fault", reason: decoded.message };
}
