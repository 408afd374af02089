// The language server in a web worker: messages to and from the page, files by the client, the grammar as bytes or fetched.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import manifest from "../../package.json" with { type: "json" };
import type { BrowserOptions, WireBytes } from "../lsp/protocol.ts";
import { startServer } from "../lsp/server.ts";
import type { UnitMaker } from "../syntax/cut.ts";
import { loadParser } from "../syntax/parser.ts";
import { unitMaker } from "../syntax/unit.ts";
import { type DecodedPackage, decodePackage, isWasm } from "../workspace/binary/package.ts";
import { clientFiles, fromWire } from "./client-files.ts";

declare const self: DedicatedWorkerGlobalScope;

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  version: manifest.version,
  host: clientFiles,
  loadMaker: options => loadMaker((options ?? {}) as BrowserOptions),
  readBinary,
  later: laterTurn(),
  afterMessages: run => void setTimeout(run, 2),
  afterPause: pause(),
  now: () => performance.now(),
});

/** WebAssembly's text form needs a program that is too large for a browser. */
async function readBinary(bytes: Uint8Array): Promise<DecodedPackage> {
  if (isWasm(bytes)) return decodePackage(bytes);
  return { kind: "fault", message: "WebAssembly in text form can't be read in a browser; keep it in binary form" };
}

async function loadMaker(options: BrowserOptions): Promise<UnitMaker> {
  const [runtime, grammar] = await Promise.all([
    bytesOf(options.runtime, "web-tree-sitter.wasm"),
    bytesOf(options.grammar, "tree-sitter-wit.wasm"),
  ]);
  return unitMaker(await loadParser({ runtime, grammar }));
}

async function bytesOf(given: WireBytes | string | undefined, name: string): Promise<Uint8Array> {
  if (given !== undefined && typeof given !== "string") return fromWire(given);
  const url = given ?? new URL(name, self.location.href).href;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} can't be fetched: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Runs functions in later turns; unlike a timer, a message to oneself waits no longer than it must. */
function laterTurn(): (run: () => void) => void {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return run => {
    waiting.push(run);
    channel.port2.postMessage(undefined);
  };
}

function pause(): (run: () => void) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return run => {
    clearTimeout(timer);
    timer = setTimeout(run, 500);
  };
}
