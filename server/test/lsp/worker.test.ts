// The bundled web worker, run in a thread made to look like one: it starts, reads files through its client, and judges them.
import { deepEqual, equal } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { memoryHost } from "../support/memory-host.ts";
import { repositoryFile } from "../support/parser.ts";

// A web worker knows no process, and its messages are events.
const shim = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { readFileSync } = require("node:fs");
  const { runInThisContext } = require("node:vm");
  globalThis.self = globalThis;
  self.location = { href: "https://example.invalid/server/dist/worker.js" };
  self.postMessage = message => parentPort.postMessage(message);
  let listen;
  Object.defineProperty(self, "onmessage", { set: run => (listen = run) });
  self.addEventListener = (type, run) => { if (type === "message") listen = run; };
  parentPort.on("message", data => listen({ data }));
  const code = readFileSync(workerData, "utf8");
  delete globalThis.process;
  runInThisContext(code, { filename: workerData });
`;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: {
    readonly uri?: string;
    readonly diagnostics?: readonly { readonly code: string }[];
    readonly version?: number;
  };
  readonly result?: { readonly serverInfo?: { readonly name: string } };
}

test("the worker answers, asks its client for files, and publishes diagnostics", async () => {
  const host = memoryHost({
    "/w/wit/a.wit": "package a:b;\n",
    "/w/wit/deps/io/s.wit": "package x:io;\ninterface streams {}\n",
  });
  const worker = new Worker(shim, { eval: true, workerData: fileURLToPath(repositoryFile("server/dist/worker.js")) });
  const send = (message: object): void => worker.postMessage({ jsonrpc: "2.0", ...message });
  try {
    const seen: Message[] = [];
    const until = (wanted: (message: Message) => boolean): Promise<Message> =>
      new Promise((resolve, reject) => {
        worker.on("error", reject);
        worker.on("message", (message: Message) => {
          if (wanted(message)) resolve(message);
        });
      });
    worker.on("message", async (message: Message) => {
      seen.push(message);
      const uri = message.params?.uri;
      if (message.method === "wit/fs/readFile") send({ id: message.id, result: (await host.readFile(uri!)) ?? null });
      if (message.method === "wit/fs/readDirectory")
        send({ id: message.id, result: (await host.readDirectory(uri!)) ?? null });
    });
    const introduced = until(({ id, result }) => id === 1 && result !== undefined);
    const initializationOptions = {
      runtime: await readFile(repositoryFile("server/dist/web-tree-sitter.wasm")),
      grammar: await readFile(repositoryFile("server/dist/tree-sitter-wit.wasm")),
    };
    const workspaceFolders = [{ uri: "file:///w", name: "w" }];
    send({
      id: 1,
      method: "initialize",
      params: { processId: null, capabilities: {}, workspaceFolders, initializationOptions },
    });
    equal((await introduced).result?.serverInfo?.name, "wit");
    send({ method: "initialized", params: {} });
    const judged = until(
      ({ method, params }) =>
        method === "textDocument/publishDiagnostics" && params?.version === 1 && params.diagnostics!.length > 0,
    );
    const text = "package a:b;\nworld w {\n  import x:io/streams;\n  import x:io/nope;\n}\n";
    send({
      method: "textDocument/didOpen",
      params: { textDocument: { uri: "file:///w/wit/a.wit", languageId: "wit", version: 1, text } },
    });
    deepEqual(
      (await judged).params?.diagnostics?.map(({ code }) => code),
      ["unresolved-path"],
    );
    equal(host.readFiles.includes("/w/wit/deps/io/s.wit"), true);
  } finally {
    await worker.terminate();
  }
});
