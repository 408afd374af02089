// Quick fixes over the wire: as edits of the protocol, each with the diagnostic that it mends.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import type { CodeAction } from "vscode-languageserver/node";
import { type Wire, withServer } from "../support/wire.ts";

async function actions(
  wire: Wire,
  name: string,
  line: number,
  only?: readonly string[],
): Promise<readonly CodeAction[]> {
  const range = { start: { line, character: 0 }, end: { line, character: 80 } };
  const context = { diagnostics: [], ...(only ? { only } : {}) };
  const params = { textDocument: { uri: wire.uri(name) }, range, context };
  return (await wire.connection.sendRequest("textDocument/codeAction", params)) as readonly CodeAction[];
}

const good = "package a:b;\n\ninterface i {\n  f: func(a: u32) -> float32\n}\n";

test("a fix is an edit with the diagnostic that it mends, and says when it is preferred", () =>
  withServer({ "wit/a.wit": good }, async wire => {
    await wire.open("wit/a.wit", good);
    const [first] = await actions(wire, "wit/a.wit", 3);
    equal(first?.title, "Insert `;`");
    equal(first.kind, "quickfix");
    equal(first.isPreferred, true);
    equal(first.diagnostics?.[0]?.code, "expected-semicolon");
    const end = { line: 3, character: 28 };
    deepEqual(first.edit?.changes, { [wire.uri("wit/a.wit")]: [{ range: { start: end, end }, newText: ";" }] });
  }));

test("what mends a whole file is offered where it is asked for", () =>
  withServer({ "wit/a.wit": good }, async wire => {
    await wire.open("wit/a.wit", good);
    const found = await actions(wire, "wit/a.wit", 0, ["source.fixAll"]);
    deepEqual(
      found.map(a => a.kind),
      ["source.fixAll.wit"],
    );
    ok(JSON.stringify(found[0]?.edit).includes('";"'));
    deepEqual(await actions(wire, "wit/a.wit", 0, ["refactor"]), []);
  }));

test("a package of the workspace is copied by creating its files", () =>
  withServer(
    {
      "app/wit/a.wit": "package a:b;\nworld w {\n  import c:d/e;\n}\n",
      "app/wit/deps/x/x.wit": "package x:x;\n",
      "lib/wit/d.wit": "package c:d;\ninterface e {}\n",
    },
    async wire => {
      await wire.open("app/wit/a.wit", "package a:b;\nworld w {\n  import c:d/e;\n}\n");
      const found = (await actions(wire, "app/wit/a.wit", 2)).find(a => a.title.startsWith("Copy"));
      const kinds = found?.edit?.documentChanges?.map(change => ("kind" in change ? `${change.kind}` : "edit"));
      deepEqual(kinds, ["create", "edit"]);
      ok(JSON.stringify(found?.edit).includes(wire.uri("app/wit/deps/d/d.wit")));
    },
  ));
