// How long features take over the wire, each asked right after a keystroke in a package of 200 KB, and a rename over 250 files.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { change, openDocument, positionAt, withSession } from "./bench-session.mjs";
import { generatedFiles, generatedPackage } from "./bench-texts.mjs";
import { Advice } from "./log.mjs";

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

/** What the client tells of itself, as VS Code does. */
const asEditor = {
  capabilities: {
    textDocument: {
      completion: { completionList: { itemDefaults: ["editRange"] } },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      semanticTokens: { requests: { full: { delta: true } }, tokenTypes: [], tokenModifiers: [], formats: [] },
    },
  },
  options: { showReferences: true },
};

/** Times in ms by what was asked; undefined where the server has no such feature. `count` is how often each is asked. */
export async function featureTimes(command, folder, count) {
  const times = new Map();
  const file = path.join(folder, "features", "all.wit");
  const text = generatedPackage(333, "chain");
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  const measure = async session => {
    const typist = await openTypist(session, file, text);
    for (const [name, method, more] of requests) times.set(name, await timesOf(typist, method, more, count));
  };
  await withSession(command, path.dirname(file), measure, asEditor);
  times.set("rename over 250 files", await renameTimes(command, path.join(folder, "rename"), count));
  return times;
}

/** Opens a document to type in the middle of it: in the first parameter of a function. */
async function openTypist(session, file, text) {
  const at = text.indexOf("run: func(p: ", text.length >> 1);
  if (at < 0) throw new Advice("There is no function to type in.");
  const document = await openDocument(session, file, text);
  return Object.assign(document, { name: at + "run: func(".length, typed: 0, resultId: undefined });
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
function type(typist) {
  typist.typed++;
  return change(typist, typist.name, 0, "q");
}

/** A type that every one of 250 files uses gets another name, which the server's answer holds and nobody takes over. */
async function renameTimes(command, folder, count) {
  const files = generatedFiles(250);
  await mkdir(folder, { recursive: true });
  for (const { name, text } of files) await writeFile(path.join(folder, name), text);
  const measure = async ({ client }) => {
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
  };
  return withSession(command, folder, measure, asEditor);
}
