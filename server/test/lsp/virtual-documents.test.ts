// Definition into a package in binary form: to clients that can show it as a document, and to those that can't.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import type { Hover, Location } from "vscode-languageserver/node";
import { sourceUri, virtualUri } from "../../src/lsp/virtual-documents.ts";
import { type Wire, withServer } from "../support/wire.ts";

const app = "package a:b;\n\ninterface i {\n  use x:io/clock.{instant};\n}\n";
const dep = `(component
  (type (component
    (type (instance
      (type (record (field "seconds" u64)))
      (export "instant" (type (eq 0)))))
    (export "x:io/clock" (instance (type 0)))))
  (export "clock" (type 0)))`;
const files = { "wit/a.wit": app, "wit/deps/io.wat": dep };

async function definitionOfInstant(wire: Wire): Promise<Location> {
  await wire.open("wit/a.wit", app);
  const at = { textDocument: { uri: wire.uri("wit/a.wit") }, position: { line: 3, character: 19 } };
  const [found] = (await wire.connection.sendRequest("textDocument/definition", at)) as Location[];
  if (!found) throw new Error("nothing is found");
  return found;
}

test("a client that opens virtual documents gets one, and its text", () =>
  withServer(
    files,
    async wire => {
      const { uri, range } = await definitionOfInstant(wire);
      match(uri, /^wit-binary:\/.*\/wit\/deps\/io\.wat\.wit\?/);
      const text = (await wire.connection.sendRequest("wit/virtualDocument", { uri })) as string;
      equal(text.split("\n")[range.start.line]?.slice(range.start.character, range.end.character), "instant");
      // The editor opens it as it does any document; it is no file of the workspace for that.
      const textDocument = { uri, languageId: "wit", version: 1, text };
      await wire.connection.sendNotification("textDocument/didOpen", { textDocument });
      const hover = await wire.connection.sendRequest<Hover>("textDocument/hover", {
        textDocument: { uri },
        position: range.start,
      });
      match(JSON.stringify(hover.contents), /record instant/);
      await wire.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
      equal((await definitionOfInstant(wire)).uri, uri);
      deepEqual(
        wire.published.filter(p => p.uri === uri),
        [],
      );
      const elsewhere = { uri: wire.uri("wit/a.wit") };
      equal(await wire.connection.sendRequest("wit/virtualDocument", elsewhere), null);
    },
    { initializationOptions: { virtualDocuments: true } },
  ));

test("any other client gets the file itself", () =>
  withServer(files, async wire => equal((await definitionOfInstant(wire)).uri, wire.uri("wit/deps/io.wat"))));

for (const uri of ["file:///a%20b/c.wasm", "vscode-vfs://github/a/b.wat"])
  test(`the file behind a virtual document: ${uri}`, () => equal(sourceUri(virtualUri(uri)), uri));
