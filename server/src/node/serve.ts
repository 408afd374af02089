// The language server over standard input and output, an IPC channel, a pipe or a socket of this machine.
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../lsp/server.ts";
import { readBinaryPackage } from "./binary-packages.ts";
import { disk } from "./disk.ts";
import { loadMaker } from "./grammar.ts";
import { version } from "./version.ts";

/** Starts the server; the library reads from the arguments how the client talks. Standard output is the protocol's alone. */
export function serve(): void {
  const maker = loadMaker();
  // Who awaits it comes later; until then a failure must not end the process.
  maker.catch(() => {});
  startServer(createConnection(ProposedFeatures.all), {
    version,
    host: () => disk,
    loadMaker: () => maker,
    readBinary: readBinaryPackage,
    later: run => void setImmediate(run),
    afterMessages: run => void setTimeout(run, 2),
    now: () => performance.now(),
  });
}
