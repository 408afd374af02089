// Files as the client has them: the host of a server in a browser, by requests to its client.
import type { Connection } from "vscode-languageserver/browser";
import {
  type FileParams,
  readDirectoryRequest,
  readFileRequest,
  type WireBytes,
  type WireEntry,
} from "../lsp/protocol.ts";
import type { Host } from "../workspace/host.ts";

/** What the client does not answer is not there; whether it has files at all is said once in the log. */
export function clientFiles(connection: Connection): Host {
  let complained = false;
  const ask = async <R>(method: string, uri: string): Promise<R | undefined> => {
    try {
      const params: FileParams = { uri };
      return (await connection.sendRequest<R | null>(method, params)) ?? undefined;
    } catch (error) {
      if (!complained)
        connection.console.log(`The client can't read files (${method}: ${error}); only open ones are known.`);
      complained = true;
      return undefined;
    }
  };
  return {
    foldersAtMost: 2_000,
    readFile: async uri => {
      const bytes = await ask<WireBytes>(readFileRequest, uri);
      return bytes && fromWire(bytes);
    },
    readDirectory: uri => ask<readonly WireEntry[]>(readDirectoryRequest, uri),
    // A client's file system does not tell where links lead.
    realUri: async () => undefined,
  };
}

export function fromWire(bytes: WireBytes): Uint8Array {
  if (bytes instanceof Uint8Array) return bytes;
  return "base64" in bytes ? Uint8Array.from(atob(bytes.base64), char => char.charCodeAt(0)) : Uint8Array.from(bytes);
}
