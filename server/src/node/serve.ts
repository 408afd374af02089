// The language server over standard input and output, an IPC channel, a pipe or a socket of this machine.
import { Console } from "node:console";
import { setFlagsFromString } from "node:v8";
import { type Connection, createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../lsp/server.ts";
import { readBinaryPackage } from "./binary-packages.ts";
import { disk } from "./disk.ts";
import { loadMaker } from "./grammar.ts";
import { loadLibrary } from "./library.ts";
import { standardOutputWriter } from "./standard-output.ts";
import { version } from "./version.ts";

/** Starts the server; the library reads from the arguments how the client talks. Standard output is the protocol's alone. */
export function serve(): void {
  tuneForKeystrokes();
  const maker = loadMaker();
  // Who awaits it comes later; until then a failure must not end the process.
  maker.catch(() => {});
  startServer(connect(), {
    version,
    host: () => disk,
    loadMaker: () => maker,
    readBinary: readBinaryPackage,
    loadLibrary,
    later: run => void setImmediate(run),
    afterMessages: run => void setTimeout(run, 2),
    newPause: pause,
    now: () => performance.now(),
  });
}

/**
 * For the first hundreds of keys, on machines with few cores. What a keystroke leaves behind is collected in a space that
 * starts small and doubles: grown at its first chance it is collected half as often, for 15 MB of memory. And functions are
 * optimized when they have run twice as long as usual: at 200 KB the slowest keys took 7 ms while hundreds were at once, and take 5.
 */
function tuneForKeystrokes(): void {
  setFlagsFromString("--semi-space-growth-factor=16");
  setFlagsFromString("--interrupt-budget=264000");
}

/** Over standard input and output, or as the arguments say (`--node-ipc`, `--pipe`, `--socket`). */
function connect(): Connection {
  if (!process.argv.includes("--stdio")) return createConnection(ProposedFeatures.all);
  // What a library prints must not come between messages.
  globalThis.console = new Console(process.stderr);
  // The library takes a stream and a writer together, though its types don't say so; the stream's end ends the process.
  const writer = standardOutputWriter() as unknown as NodeJS.WritableStream;
  return createConnection(ProposedFeatures.all, process.stdin, writer);
}

/** Keeps the process alive no longer than it must. */
function pause(): (run: () => void) => void {
  let timer: NodeJS.Timeout | undefined;
  return run => {
    clearTimeout(timer);
    timer = setTimeout(run, 500).unref();
  };
}
