// Quick fixes over the wire: as edits of the protocol, each with the diagnostic that it mends.
import { deepEqual, equal, ok } from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
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

/** Writes the files that an action creates, and says that they are there. */
async function make(wire: Wire, action: CodeAction): Promise<void> {
  for (const change of action.edit?.documentChanges ?? []) {
    if ("kind" in change) continue;
    const name = path.relative(wire.folder, fileURLToPath(change.textDocument.uri));
    await wire.write(name, change.edits.map(edit => ("newText" in edit ? edit.newText : "")).join(""));
    await wire.changedOnDisk(name);
  }
}

const app = "package a:b;\nworld w {\n  import c:d/e@1.0.0;\n}\n";
const clock = `(component
  (type (component
    (type (instance (type (record (field "seconds" u64))) (export "instant" (type (eq 0)))))
    (export "x:io/clock" (instance (type 0)))))
  (export "clock" (type 0)))`;

test("a copied package mends the error: with what it needs, beside other versions, also from its binary form", () =>
  withServer(
    {
      "app/wit/a.wit": app,
      "app/wit/deps/d/d.wit": "package c:d@0.9.0;\ninterface e {}\n",
      "lib/wit/d.wit": "package c:d@1.0.0;\ninterface e { use x:io/clock.{instant}; }\n",
      "lib/wit/deps/io.wat": clock,
    },
    async wire => {
      await wire.open("app/wit/a.wit", app);
      const errors = (found: { diagnostics: readonly { code?: unknown; severity?: number }[] }): readonly unknown[] =>
        found.diagnostics.filter(d => d.severity === 1).map(d => d.code);
      await wire.diagnostics("app/wit/a.wit", found => errors(found)[0] === "missing-package");
      const found = (await actions(wire, "app/wit/a.wit", 2)).find(a => a.title.startsWith("Copy"));
      ok(found, "not offered");
      await make(wire, found);
      await wire.diagnostics("app/wit/a.wit", published => errors(published).length === 0);
      const made = found.edit?.documentChanges?.flatMap(change => ("kind" in change ? [] : [change.textDocument.uri]));
      deepEqual(
        made,
        ["app/wit/deps/c-d/d.wit", "app/wit/deps/io/io.wit"].map(name => wire.uri(name)),
      );
    },
  ));

const draw = "package a:b;\n\ninterface i {\n  draw: func(points: list<u8>, size: u32);\n}\ninterface j {}\n";
const lazy = {
  textDocument: { codeAction: { resolveSupport: { properties: ["edit"] } } },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
};

async function refactoringsAt(wire: Wire, line: number, character: number): Promise<readonly CodeAction[]> {
  const at = { line, character };
  const params = {
    textDocument: { uri: wire.uri("wit/a.wit") },
    range: { start: at, end: at },
    context: { diagnostics: [], only: ["refactor"] },
  };
  return (await wire.connection.sendRequest("textDocument/codeAction", params)) as readonly CodeAction[];
}

test("refactorings come with their edits, those that create files only to who can do that", () =>
  withServer({ "wit/a.wit": draw }, async wire => {
    await wire.open("wit/a.wit", draw);
    const found = await refactoringsAt(wire, 3, 24);
    deepEqual(
      found.map(({ title, kind }) => [title, kind]),
      [
        ["Extract `list<u8>` to type `points`", "refactor.extract"],
        ["Extract 2 parameters to record `draw-params`", "refactor.extract"],
      ],
    );
    ok(JSON.stringify(found[0]?.edit).includes("type points = list<u8>;"));
    deepEqual(await refactoringsAt(wire, 2, 10), []);
  }));

test("to a client that can ask for them later the edits are given once one is chosen, as long as the text is the same", () =>
  withServer(
    { "wit/a.wit": draw },
    async wire => {
      await wire.open("wit/a.wit", draw);
      const [move] = await refactoringsAt(wire, 2, 10);
      equal(move?.title, "Move `i` to `i.wit`");
      equal(move.kind, "refactor.move");
      equal(move.edit, undefined);
      const resolve = async (): Promise<CodeAction> =>
        (await wire.connection.sendRequest("codeAction/resolve", move)) as CodeAction;
      const { edit } = await resolve();
      const kinds = edit?.documentChanges?.map(change => ("kind" in change ? change.kind : "edit"));
      deepEqual(kinds, ["edit", "create", "edit"]);
      await wire.change("wit/a.wit", 2, [{ text: `// changed\n${draw}` }]);
      equal((await resolve()).edit, undefined);
    },
    { capabilities: lazy },
  ));
