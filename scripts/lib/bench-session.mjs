// A measured session with a language server: it is started on a folder, documents are opened, and each change waits for its diagnostics.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { startClient } from "./lsp-client.mjs";

/** Starts a server on a folder, and ends it after `use(session)`. What is given is added to what the client tells of itself. */
export async function withSession([command, ...args], folder, use, { capabilities = {}, options, settings } = {}) {
  const client = startClient(command, args, settings);
  const uri = pathToFileURL(folder).href;
  const { textDocument, ...others } = capabilities;
  try {
    const { capabilities: served } = await client.request("initialize", {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: path.basename(folder) }],
      capabilities: {
        general: { positionEncodings: ["utf-16"] },
        textDocument: { publishDiagnostics: { versionSupport: true }, ...textDocument },
        ...others,
      },
      ...(options === undefined ? {} : { initializationOptions: options }),
    });
    client.notify("initialized", {});
    return await use({ client, takesRanges: takesRanges(served.textDocumentSync) });
  } finally {
    client.close();
  }
}

/** Whether a server wants what changed, and not the whole text each time. */
export function takesRanges(sync) {
  return (typeof sync === "object" ? sync?.change : sync) === 2;
}

/** Opens a document and waits for its first diagnostics; the result is what `change` goes on from. */
export async function openDocument({ client, takesRanges }, file, text) {
  const document = { client, takesRanges, uri: pathToFileURL(file).href, text, version: 1 };
  const first = published(document);
  client.notify("textDocument/didOpen", {
    textDocument: { uri: document.uri, languageId: "wit", version: 1, text },
  });
  await first;
  return document;
}

/** Makes one change of a document; gives the milliseconds until the diagnostics of its version are there. */
export async function change(document, offset, remove, insert) {
  const { client, uri, takesRanges } = document;
  const range = { start: positionAt(document.text, offset), end: positionAt(document.text, offset + remove) };
  document.text = document.text.slice(0, offset) + insert + document.text.slice(offset + remove);
  document.version++;
  const answer = published(document);
  const contentChanges = [takesRanges ? { range, text: insert } : { text: document.text }];
  const start = performance.now();
  client.notify("textDocument/didChange", { textDocument: { uri, version: document.version }, contentChanges });
  await answer;
  return performance.now() - start;
}

function published({ client, uri, version }) {
  return client.next(
    (method, params) =>
      method === "textDocument/publishDiagnostics" && params.uri === uri && (params.version ?? version) === version,
  );
}

/** Zero-based line and UTF-16 column. */
export function positionAt(text, offset) {
  let line = 0;
  let start = 0;
  for (let i = text.indexOf("\n"); i >= 0 && i < offset; i = text.indexOf("\n", i + 1)) {
    line++;
    start = i + 1;
  }
  return { line, character: offset - start };
}
