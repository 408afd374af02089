// The language server in a web worker: messages to and from the page, files by the client, the grammar as bytes or fetched.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import manifest from "../../package.json" with { type: "json" };
import type { BrowserOptions, WireBytes } from "../lsp/protocol.ts";
import { startServer } from "../lsp/server.ts";
import type { UnitMaker } from "../syntax/cut.ts";
import { loadParser } from "../syntax/parser.ts";
import { unitMaker } from "../syntax/unit.ts";
import { decodeEitherForm, type WasmTools } from "../workspace/binary/either-form.ts";
import type { DecodedPackage } from "../workspace/binary/package.ts";
import type { Release } from "../workspace/library.ts";
import { clientFiles, fromWire } from "./client-files.ts";

declare const self: DedicatedWorkerGlobalScope;

/** Where the worker's own files lie, without a slash at the end. An editor's workers have scripts of their own that load this one. */
let home = self.location.href.replace(/\/[^/]*$/, "");

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  version: manifest.version,
  host: clientFiles,
  loadMaker: options => loadMaker((options ?? {}) as BrowserOptions),
  readBinary,
  loadLibrary,
  later: laterTurn(),
  afterMessages: run => void setTimeout(run, 2),
  newPause: pause,
  now: () => performance.now(),
});

async function readBinary(bytes: Uint8Array): Promise<DecodedPackage> {
  try {
    return await decodeEitherForm(bytes, (): Promise<WasmTools> => import(`${home}/wasm-tools/index.js`));
  } catch (error) {
    const reason = `WebAssembly in text form can't be read here, for wasm-tools can't be loaded (${error})`;
    return { kind: "fault", message: `${reason}; keep the package in binary form` };
  }
}

async function loadLibrary(): Promise<readonly Release[]> {
  const { releases } = (await import(`${home}/wasi.js`)) as { releases: readonly Release[] };
  return releases;
}

async function loadMaker(options: BrowserOptions): Promise<UnitMaker> {
  home = options.home ?? home;
  const [runtime, grammar] = await Promise.all([
    bytesOf(options.runtime, "web-tree-sitter.wasm"),
    bytesOf(options.grammar, "tree-sitter-wit.wasm"),
  ]);
  return unitMaker(await loadParser({ runtime, grammar }));
}

async function bytesOf(given: WireBytes | undefined, name: string): Promise<Uint8Array> {
  if (given !== undefined) return fromWire(given);
  const url = `${home}/${name}`;
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
