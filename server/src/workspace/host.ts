// What the server needs from the place where files are: a disk, or a client that has one. All waiting happens here.

export interface DirectoryEntry {
  readonly name: string;
  /** A link has the kind of what it leads to; a link that leads nowhere is left out. */
  readonly kind: "file" | "directory";
  readonly link: boolean;
}

/** Every method answers undefined where there is nothing to read; none rejects. */
export interface Host {
  readFile(uri: string): Promise<Uint8Array | undefined>;
  readDirectory(uri: string): Promise<readonly DirectoryEntry[] | undefined>;
  /** URI of what a path leads to once its links are followed; undefined where that can't be told. */
  realUri(uri: string): Promise<string | undefined>;
  /** Folders that a scan reads at most, where that is fewer than a disk's: each may be a request over a network. */
  readonly foldersAtMost?: number;
  /**
   * The packages' files of a revision of the repository that a folder lies in; `known` is the state that is known already.
   * Absent where there is no version control, as in a browser. Runs a program: only in workspaces that are trusted.
   */
  readRevision?(folder: string, revision: string, known?: string, cancellation?: Cancellation): Promise<Revision>;
}

/** Told where an answer is no longer wanted; a protocol's tokens are such. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(run: () => void): unknown;
}

export type Revision =
  | RevisionFiles
  /** What is known already is what there is. */
  | { readonly kind: "same" }
  /** Why there is nothing, as a sentence without its period. `absent`: there is no such revision, or no repository. */
  | { readonly kind: "fault"; readonly reason: string; readonly absent: boolean };

/** Paths count from the top of the repository, with `/` between their segments. */
export interface RevisionFiles {
  readonly kind: "files";
  /** Tells the state from any other: the name of its commit. */
  readonly id: string;
  /** The folder that was asked about; empty where it is the top. */
  readonly folder: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Symbolic links, with what they say. */
  readonly links: ReadonlyMap<string, string>;
}

/** Text of a file, or why it has none. */
export type FileContent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "binary"; readonly reason: string };

/** Of a package in binary form: the WIT that it holds, or what is wrong with it. */
export type DiskContent =
  | FileContent
  | { readonly kind: "package"; readonly text: string }
  | { readonly kind: "fault"; readonly reason: string };

/** Reads a file as text; undefined where there is no such file. */
export async function readText(host: Host, uri: string): Promise<FileContent | undefined> {
  const bytes = await host.readFile(uri);
  return bytes && decodeText(bytes);
}

// The compiler knows no platform here; this is a part that every platform has.
declare class TextDecoder {
  constructor(label: string, options: { readonly fatal: boolean; readonly ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}

const notText = "this file is not valid UTF-8 text, so it can't be read as WIT";

/** A byte-order mark stays in the text: the reference parser sees it too. */
export function decodeText(bytes: Uint8Array): FileContent {
  if (bytes.includes(0)) return { kind: "binary", reason: notText };
  try {
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { kind: "binary", reason: notText };
  }
}
