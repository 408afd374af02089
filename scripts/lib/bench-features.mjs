// How long features take over the wire, each asked right after a keystroke in a package of 200 KB, and a rename over 250 files.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { generatedFiles, generatedPackage } from "./bench-texts.mjs";
import { Advice } from "./log.mjs";
import { startClient } from "./lsp-client.mjs";

/** The requests, by what people call them; a position is added where the method is about one. */
const requests = [
  ["completion", "textDocument/completion"],
  ["hover", "textDocument/hover"],
  ["definition", "textDocument/definition"],
  ["declaration", "textDocument/declaration"],
  ["type definition", "textDocument/typeDefinition"],
  ["implementation", "textDocument/implementation"],
  ["references", "textDocument/references", { context: { includeDeclaration: true } }],
  ["highlights", "textDocument/documentHighlight"],
  ["signature help", "textDocument/signatureHelp"],
  ["document symbols", "textDocument/documentSymbol"],
  ["semantic tokens", "textDocument/semanticTokens/full"],
  ["semantic tokens' delta", "textDocument/semanticTokens/full/delta"],
  ["code lenses", "textDocument/codeLens"],
  ["folding", "textDocument/foldingRange"],
];

/** Times in ms by what was asked; undefined where the server has no such feature. `count` is how often each is asked. */
export async function featureTimes([command, ...args], folder, count) {
  const times = new Map();
  const file = path.join(folder, "features", "all.wit");
  const text = generatedPackage(333, "chain");
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  await withClient(command, args, path.dirname(file), async client => {
    const typist = await openDocument(client, file, text);
    for (const [name, method, more] of requests) times.set(name, await timesOf(typist, method, more, count));
  });
  times.set("rename over 250 files", await renameTimes([command, ...args], path.join(folder, "rename"), count));
  return times;
}

async function withClient(command, args, folder, use) {
  const client = startClient(command, args);
  try {
    const uri = pathToFileURL(folder).href;
    await client.request("initialize", {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: "bench" }],
      capabilities: {
        general: { positionEncodings: ["utf-16"] },
        textDocument: {
          publishDiagnostics: { versionSupport: true },
          // As VS Code takes them.
          completion: { completionList: { itemDefaults: ["editRange"] } },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          semanticTokens: { requests: { full: { delta: true } }, tokenTypes: [], tokenModifiers: [], formats: [] },
        },
      },
      initializationOptions: { showReferences: true },
    });
    client.notify("initialized", {});
    return await use(client);
  } finally {
    client.close();
  }
}

/** Opens a document, and types in the middle of it: in the first parameter of a function. */
async function openDocument(client, file, text) {
  const uri = pathToFileURL(file).href;
  const first = published(client, uri, 1);
  client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "wit", version: 1, text } });
  await first;
  const at = text.indexOf("run: func(p: ", text.length >> 1);
  if (at < 0) throw new Advice("There is no function to type in.");
  const name = at + "run: func(".length;
  return { client, uri, text, name, version: 1, typed: 0, resultId: undefined };
}

function published(client, uri, version) {
  return client.next(
    (method, params) =>
      method === "textDocument/publishDiagnostics" && params.uri === uri && (params.version ?? version) === version,
  );
}

async function timesOf(typist, method, more = {}, count) {
  const times = [];
  for (let i = 0; i < count; i++) {
    await type(typist);
    // The name of the parameter's type, behind what was typed.
    const position = positionAt(typist.text, typist.name + typist.typed + "p: i".length);
    const params = { textDocument: { uri: typist.uri }, position, ...more };
    if (method.endsWith("/delta")) params.previousResultId = typist.resultId;
    const start = performance.now();
    const answer = await typist.client.request(method, params).catch(() => undefined);
    if (answer === undefined) return undefined;
    times.push(performance.now() - start);
    if (answer?.resultId !== undefined) typist.resultId = answer.resultId;
  }
  return times;
}

/** One letter more in the parameter's name. */
async function type(typist) {
  const { client, uri } = typist;
  const position = positionAt(typist.text, typist.name);
  typist.text = `${typist.text.slice(0, typist.name)}q${typist.text.slice(typist.name)}`;
  typist.typed++;
  typist.version++;
  const answer = published(client, uri, typist.version);
  client.notify("textDocument/didChange", {
    textDocument: { uri, version: typist.version },
    contentChanges: [{ range: { start: position, end: position }, text: "q" }],
  });
  await answer;
}

function positionAt(text, offset) {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return { line: text.slice(0, start).split("\n").length - 1, character: offset - start };
}

/** A type that every one of 250 files uses gets another name, which the server's answer holds and nobody takes over. */
async function renameTimes([command, ...args], folder, count) {
  const files = generatedFiles(250);
  await mkdir(folder, { recursive: true });
  for (const { name, text } of files) await writeFile(path.join(folder, name), text);
  return withClient(command, args, folder, async client => {
    const [{ name, text }] = files;
    const uri = pathToFileURL(path.join(folder, name)).href;
    client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "wit", version: 1, text } });
    const position = positionAt(text, text.indexOf("shared"));
    const times = [];
    for (let i = 0; times.length < count && i < count + 100; i++) {
      const start = performance.now();
      const params = { textDocument: { uri }, position, newName: `renamed-${i}` };
      const edit = await client.request("textDocument/rename", params).catch(() => undefined);
      const time = performance.now() - start;
      if (edit === undefined) return undefined;
      // Until the folder is read, not all files are among them.
      const edited = Object.keys(edit?.changes ?? {}).length || (edit?.documentChanges ?? []).length;
      if (edited === files.length) times.push(time);
      else await new Promise(resolve => setTimeout(resolve, 50));
    }
    return times.length > 0 ? times : undefined;
  });
}
