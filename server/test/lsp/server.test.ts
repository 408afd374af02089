// How requests are answered: once all is ready, at most once failed, and not where they were cancelled.
import { deepEqual, equal, match } from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import {
  CancellationTokenSource,
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import type { Feature } from "../../src/lsp/registry.ts";
import { startServer } from "../../src/lsp/server.ts";
import type { UnitMaker } from "../../src/syntax/cut.ts";
import { memoryHost } from "../support/memory-host.ts";
import { maker } from "../support/parser.ts";

function feature(method: string, answer: Feature["answer"], more: Partial<Feature> = {}): Feature {
  return { name: method.slice(5), method, capabilities: {}, empty: ["nothing"], answer, ...more };
}

interface Client {
  readonly connection: ProtocolConnection;
  readonly logged: string[];
  readonly shown: string[];
}

/** A server in this process with the features of a test; `grammar` is what it waits for. */
async function connect(
  list: readonly Feature[],
  grammar: Promise<UnitMaker> = Promise.resolve(maker),
): Promise<Client> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const host = memoryHost({ "/w/wit/a.wit": "package a:b;", "/w/wit/b.wit": "interface i {}" });
  startServer(
    createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
    {
      version: "1.2.3",
      host: () => host,
      loadMaker: () => grammar,
      readBinary: async () => ({ kind: "fault", message: "" }),
      loadLibrary: async () => [],
      later: run => void setImmediate(run),
      afterMessages: run => void setImmediate(run),
      newPause: () => run => void setImmediate(run),
      now: () => performance.now(),
    },
    list,
  );
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const [logged, shown]: [string[], string[]] = [[], []];
  connection.onNotification("window/logMessage", ({ message }: { message: string }) => void logged.push(message));
  connection.onRequest("window/showMessageRequest", ({ message }: { message: string }) => {
    shown.push(message);
    return null;
  });
  connection.onNotification("window/showMessage", ({ message }: { message: string }) => void shown.push(message));
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: null,
    rootUri: "file:///w",
    workspaceFolders: null,
    capabilities: {},
  });
  await connection.sendNotification("initialized", {});
  return { connection, logged, shown };
}

test("a feature that throws costs its one answer and a log line that names it", async () => {
  const { connection, logged } = await connect([
    feature("test/broken", () => {
      throw new Error("oh no");
    }),
    feature("test/fine", () => 1),
  ]);
  deepEqual(await connection.sendRequest("test/broken"), ["nothing"]);
  equal(await connection.sendRequest("test/fine"), 1);
  equal(logged.length, 1);
  match(logged[0]!, /^broken: Error: oh no/);
});

test("requests and documents that come before the grammar is loaded wait for it, in order", async () => {
  let loaded = (_: UnitMaker): void => {};
  const grammar = new Promise<UnitMaker>(resolve => {
    loaded = resolve;
  });
  const { connection } = await connect([feature("test/text", s => s.file("untitled:x")?.source.text)], grammar);
  const textDocument = { uri: "untitled:x", languageId: "wit", version: 1, text: "ab" };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  const range = { start: { line: 0, character: 2 }, end: { line: 0, character: 2 } };
  await connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: "untitled:x", version: 2 },
    contentChanges: [{ range, text: "c" }],
  });
  const answer = connection.sendRequest("test/text");
  loaded(maker);
  equal(await answer, "abc");
});

test("a request about a package waits until the package is read, one about the workspace until that is", async () => {
  const count: Feature["answer"] = s => s.layout.roots.flatMap(root => root.main).length;
  const { connection } = await connect([
    feature("test/package", count),
    feature("test/all", count, { needsWorkspace: true }),
  ]);
  const textDocument = { uri: "file:///w/wit/a.wit", languageId: "wit", version: 1, text: "" };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  equal(await connection.sendRequest("test/package", { textDocument }), 2);
  equal(await connection.sendRequest("test/all"), 2);
});

test("a cancelled request is not answered", async () => {
  let asked = 0;
  const { connection } = await connect([
    feature("test/slow", () => {
      asked++;
      const end = performance.now() + 50;
      while (performance.now() < end);
    }),
    feature("test/count", () => asked),
  ]);
  const source = new CancellationTokenSource();
  const first = connection.sendRequest("test/slow");
  const second = connection.sendRequest("test/slow", null, source.token).then(
    () => "answered",
    error => error.code,
  );
  source.cancel();
  await first;
  equal(await second, -32800);
  equal(await connection.sendRequest("test/count"), 1);
});

test("a grammar that can't be loaded is shown to the person", async () => {
  const failed = Promise.reject<UnitMaker>(new Error("x.wasm is missing"));
  failed.catch(() => {});
  const { shown } = await connect([], failed);
  while (shown.length === 0) await new Promise(resolve => setTimeout(resolve, 5));
  match(shown[0]!, /can't start: .*x\.wasm is missing/);
});
