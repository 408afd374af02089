// Gives the server in its worker what files and folders hold, from whatever file system the editor has for their scheme.
import type { CancellationToken, FileSystem, FileType, Uri } from "vscode";
import type { FileParams, readDirectoryRequest, readFileRequest, WireEntry } from "../protocol.ts";
import type { ReadLog } from "./read-log.ts";

const fileRequest: typeof readFileRequest = "wit/fs/readFile";
const directoryRequest: typeof readDirectoryRequest = "wit/fs/readDirectory";

// The editor's own numbers, which add up: a link to a folder is both.
const file: FileType.File = 1;
const directory: FileType.Directory = 2;
const symbolicLink: FileType.SymbolicLink = 64;

/** Files larger than this are not read: no WIT is. */
const maxBytes = 64 * 1024 * 1024;

/** What is read from: the editor's file systems, and how it reads a URI. */
export interface Files {
  readonly fs: Pick<FileSystem, "stat" | "readFile" | "readDirectory">;
  readonly parse: (uri: string) => Uri;
  readonly log: ReadLog;
}

interface Client {
  onRequest<Result>(
    method: string,
    handler: (params: FileParams, token: CancellationToken) => Promise<Result>,
  ): { dispose(): void };
}

/** Answers the server's requests from now on; what can't be read is answered by null, and said once in the log. */
export function serveFiles(client: Client, files: Files): readonly { dispose(): void }[] {
  return [
    client.onRequest(fileRequest, ({ uri }, token) => attempt(files, uri, token, readFile)),
    client.onRequest(directoryRequest, ({ uri }, token) => attempt(files, uri, token, readDirectory)),
  ];
}

async function attempt<Result>(
  files: Files,
  uri: string,
  token: CancellationToken,
  read: (files: Files, uri: Uri) => Promise<Result>,
): Promise<Result | null> {
  if (token.isCancellationRequested) return null;
  try {
    const result = await read(files, files.parse(uri));
    files.log.succeeded(uri);
    return result;
  } catch (error) {
    files.log.failed(uri, error);
    return null;
  }
}

async function readFile({ fs }: Files, uri: Uri): Promise<Uint8Array> {
  const { size } = await fs.stat(uri);
  if (size > maxBytes) throw new Error(`it is larger than ${maxBytes / 1024 / 1024} MB`);
  return fs.readFile(uri);
}

async function readDirectory({ fs }: Files, uri: Uri): Promise<readonly WireEntry[]> {
  return (await fs.readDirectory(uri)).flatMap(([name, type]): WireEntry[] => {
    const kind = type & directory ? "directory" : type & file ? "file" : undefined;
    // A link that leads nowhere is neither; sockets and the like are no matter of ours.
    return kind === undefined ? [] : [{ name, kind, link: (type & symbolicLink) !== 0 }];
  });
}
