// Names across all that a workspace may be: several folders or none, unsaved and other documents, links, files that come, change
// and go, versions side by side. Over the wire, as an editor asks.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { mkdir, rename, rm, symlink } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import type { Location, WorkspaceEdit } from "vscode-languageserver/node";
import { type Wire, withServer } from "../support/wire.ts";
import { positionOf } from "./support.ts";

/** Asks about the place of `$0` in a text, which the document with that URI holds. */
async function ask<Result>(
  wire: Wire,
  method: string,
  uri: string,
  marked: string,
  more: object = {},
): Promise<Result> {
  const offset = marked.indexOf("$0");
  ok(offset >= 0, "a cursor is wanted");
  const position = positionOf(marked, offset);
  return wire.connection.sendRequest<Result>(method, { textDocument: { uri }, position, ...more });
}

/** `path:line` of what a method answers, paths below the folder. */
async function places(
  wire: Wire,
  method: "definition" | "references",
  name: string,
  marked: string,
): Promise<readonly string[]> {
  const uri = name.includes(":") ? name : wire.uri(name);
  const context = { includeDeclaration: true };
  const found = await ask<Location[] | null>(wire, `textDocument/${method}`, uri, marked, { context });
  return (found ?? []).map(l => `${nameIn(wire, l.uri)}:${l.range.start.line + 1}`).sort();
}

function nameIn(wire: Wire, uri: string): string {
  return uri.startsWith(wire.uri(".")) ? decodeURIComponent(uri.slice(wire.uri(".").length + 1)) : uri;
}

/** `path: texts` that a rename puts in. */
async function renamed(wire: Wire, name: string, marked: string, newName: string): Promise<readonly string[] | string> {
  const uri = name.includes(":") ? name : wire.uri(name);
  const asked = ask<WorkspaceEdit>(wire, "textDocument/rename", uri, marked, { newName });
  const edit = await asked.catch((error: Error) => error.message);
  if (typeof edit === "string") return edit;
  return Object.entries(edit.changes ?? {})
    .map(([file, edits]) => `${nameIn(wire, file)}: ${edits.length}`)
    .sort();
}

async function open(wire: Wire, uri: string, text: string): Promise<void> {
  const textDocument = { uri, languageId: "wit", version: 1, text };
  await wire.connection.sendNotification("textDocument/didOpen", { textDocument });
}

/** Waits until an answer is what it should be: what changes on disk is read in the background. */
async function becomes(get: () => Promise<readonly string[]>, wanted: readonly string[]): Promise<void> {
  const deadline = Date.now() + 10_000;
  let found = await get();
  while (found.join() !== wanted.join() && Date.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, 5));
    found = await get();
  }
  deepEqual(found, wanted);
}

const plain = (marked: string): string => marked.replace("$0", "");
const errors = ({ diagnostics }: { diagnostics: readonly { severity?: number }[] }): number =>
  diagnostics.filter(({ severity }) => severity === 1).length;

const lib = "package x:lib@1.0.0;\ninterface t { type v = u8; }\n";
const user = "package a:b;\ninterface i {\n  use x:lib/t@1.0.0.{v};\n  f: func(a: $0v);\n}\n";

test("several folders are one workspace; one that is taken out of it is forgotten", () =>
  withServer(
    {
      "one/wit/lib.wit": lib,
      "two/wit/a.wit": plain(user),
      "two/wit/deps/lib.wit": lib,
      "three/wit/c.wit": plain(user),
    },
    async wire => {
      const found = await places(wire, "references", "one/wit/lib.wit", lib.replace("v =", "$0v ="));
      deepEqual(found, ["one/wit/lib.wit:2", "two/wit/a.wit:3", "two/wit/a.wit:4", "two/wit/deps/lib.wit:2"]);
      // Where `deps` lacks a package, the folder of the workspace that has it is where its name leads.
      const path = user.replace("$0", "").replace("x:lib/t", "x:$0lib/t");
      deepEqual(await places(wire, "definition", "three/wit/c.wit", path), ["one/wit/lib.wit:1"]);
      const [gone] = [{ uri: wire.uri("one"), name: "one" }];
      await wire.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
        event: { added: [], removed: [gone] },
      });
      await becomes(() => places(wire, "definition", "three/wit/c.wit", path), ["two/wit/deps/lib.wit:1"]);
    },
    { folders: ["one", "two", "three"] },
  ));

test("a file that lies in no folder of the workspace has its own package with its deps", () =>
  withServer(
    { "wit/a.wit": plain(user), "wit/b.wit": "interface j { use i.{v}; }\n", "wit/deps/lib/t.wit": lib },
    async wire => {
      await wire.open("wit/a.wit", plain(user));
      deepEqual(await places(wire, "definition", "wit/a.wit", user), ["wit/deps/lib/t.wit:2"]);
      deepEqual(await places(wire, "references", "wit/a.wit", user), [
        "wit/a.wit:3",
        "wit/a.wit:4",
        "wit/b.wit:1",
        "wit/deps/lib/t.wit:2",
      ]);
      const own = plain(user).replace("interface i", "interface $0i");
      deepEqual(await renamed(wire, "wit/a.wit", own, "k"), ["wit/a.wit: 1", "wit/b.wit: 1"]);
      match(`${await renamed(wire, "wit/a.wit", user, "k")}`, /in `deps`/);
    },
    { folders: false },
  ));

test("an unsaved document is a package by itself, with or without a header", () =>
  withServer({ "wit/a.wit": "package a:b;\ninterface i { type t = u16; }\n" }, async wire => {
    const text = "interface i { type t = u8; }\ninterface j { use i.{t}; f: func(a: $0t); }\n";
    await open(wire, "untitled:Untitled-1", plain(text));
    const uri = "untitled:Untitled-1";
    deepEqual(await places(wire, "definition", uri, text), [`${uri}:1`]);
    deepEqual(await places(wire, "references", uri, text), [`${uri}:1`, `${uri}:2`, `${uri}:2`]);
    deepEqual(await renamed(wire, uri, text, "u"), [`${uri}: 3`]);
    await open(wire, "untitled:Untitled-2", `package a:b;\n${plain(text)}`);
    const second = await places(wire, "definition", "untitled:Untitled-2", `package a:b;\n${text}`);
    deepEqual(second, ["untitled:Untitled-2:2"]);
  }));

test("a document of version control is asked about itself, and changes nothing of the files", () =>
  withServer({ "wit/a.wit": "package a:b;\ninterface i { type t = u8; }\n" }, async wire => {
    const text = "package a:b;\ninterface old { type t = u8; f: func(a: $0t); }\nworld w { import i; }\n";
    const uri = `git:${path.join(wire.folder, "wit/a.wit")}?%7B%22ref%22%3A%22HEAD%22%7D`;
    await open(wire, uri, plain(text));
    deepEqual(await places(wire, "definition", uri, text), [`${uri}:2`]);
    deepEqual(await places(wire, "references", uri, text), [`${uri}:2`, `${uri}:2`]);
    const inFile = await places(wire, "references", "wit/a.wit", "package a:b;\ninterface i { type $0t");
    deepEqual(inFile, ["wit/a.wit:2"]);
    const { diagnostics } = wire.published.findLast(published => published.uri === uri)!;
    equal(errors({ diagnostics }), 0);
  }));

test("what an open document holds counts, whatever the disk gets; closed, the disk counts", () =>
  withServer({ "wit/a.wit": "package a:b;\ninterface i { type t = u8; }\n", "wit/b.wit": "" }, async wire => {
    const b = "interface j { use i.{$0t}; }\n";
    await wire.open("wit/b.wit", plain(b));
    await wire.open("wit/a.wit", "package a:b;\n\n\ninterface i { type t = u8; }\n");
    deepEqual(await places(wire, "definition", "wit/b.wit", b), ["wit/a.wit:4"]);
    await wire.write("wit/a.wit", "package a:b;\n\ninterface i { type t = u8; }\n");
    await wire.changedOnDisk("wit/a.wit");
    deepEqual(await places(wire, "definition", "wit/b.wit", b), ["wit/a.wit:4"]);
    await wire.connection.sendNotification("textDocument/didClose", { textDocument: { uri: wire.uri("wit/a.wit") } });
    await becomes(() => places(wire, "definition", "wit/b.wit", b), ["wit/a.wit:3"]);
  }));

test("two versions of one package are two packages", () =>
  withServer(
    {
      "wit/a.wit": "",
      "wit/deps/one/t.wit": lib,
      "wit/deps/two/t.wit": lib.replace("1.0.0", "2.0.0").replace("u8", "u16"),
    },
    async wire => {
      const text = `${user}interface j {\n  use x:lib/t@2.0.0.{v};\n}\n`;
      await wire.open("wit/a.wit", plain(text));
      deepEqual(await places(wire, "definition", "wit/a.wit", text), ["wit/deps/one/t.wit:2"]);
      const second = plain(text).replace("2.0.0.{v", "2.0.0.{$0v");
      deepEqual(await places(wire, "definition", "wit/a.wit", second), ["wit/deps/two/t.wit:2"]);
      deepEqual(await places(wire, "references", "wit/a.wit", second), ["wit/a.wit:7", "wit/deps/two/t.wit:2"]);
    },
  ));

test("a link in deps is the package that it leads to: one file, edited once, and at once for all", () =>
  withServer(
    { "lib/t.wit": lib, "app/wit/a.wit": plain(user) },
    async wire => {
      const all = ["app/wit/a.wit:3", "app/wit/a.wit:4", "lib/t.wit:2"];
      deepEqual(await places(wire, "references", "app/wit/a.wit", user), all);
      deepEqual(await places(wire, "definition", "app/wit/a.wit", user), ["lib/t.wit:2"]);
      deepEqual(await places(wire, "references", "lib/t.wit", lib.replace("v =", "$0v =")), all);
      deepEqual(await renamed(wire, "app/wit/a.wit", user, "w"), ["app/wit/a.wit: 2", "lib/t.wit: 1"]);
      const byOwner = await renamed(wire, "lib/t.wit", lib.replace("v =", "$0v ="), "w");
      deepEqual(byOwner, ["app/wit/a.wit: 2", "lib/t.wit: 1"]);
      await wire.open("app/wit/a.wit", plain(user));
      await wire.diagnostics("app/wit/a.wit", published => errors(published) === 0);
      await wire.open("lib/t.wit", lib);
      await wire.change("lib/t.wit", 2, [{ text: lib.replace("type v", "type typed") }]);
      await wire.diagnostics("app/wit/a.wit", published => errors(published) > 0);
    },
    {
      prepare: async folder => {
        await mkdir(path.join(folder, "app/wit/deps"));
        await symlink("../../../lib", path.join(folder, "app/wit/deps/lib"), "dir");
      },
    },
  ));

test("what a linked package lacks where the link is, is told in it", () =>
  withServer(
    {
      "lib/t.wit": `${lib}interface u { use x:more/m.{n}; }\n`,
      "lib/deps/more.wit": "package x:more;\ninterface m { type n = u8; }\n",
      "app/wit/a.wit": plain(user),
    },
    async wire => {
      const { diagnostics } = await wire.diagnostics("lib/t.wit", published => errors(published) === 1);
      equal(diagnostics[0]?.code, "missing-package");
      await wire.write("app/wit/deps/more.wit", "package x:more;\ninterface m { type n = u8; }\n");
      await wire.changedOnDisk("app/wit/deps/more.wit");
      await wire.diagnostics("lib/t.wit", published => errors(published) === 0);
    },
    {
      prepare: async folder => {
        await mkdir(path.join(folder, "app/wit/deps"));
        await symlink("../../../lib", path.join(folder, "app/wit/deps/lib"), "dir");
      },
    },
  ));

test("a package whose folder is renamed or deleted under the server is followed", () =>
  withServer({ "wit/a.wit": plain(user), "wit/deps/lib/t.wit": lib, "other/o.wit": "package o:o;\n" }, async wire => {
    await wire.open("wit/a.wit", plain(user));
    deepEqual(await places(wire, "definition", "wit/a.wit", user), ["wit/deps/lib/t.wit:2"]);
    const move = async (from: string, to: string): Promise<void> => {
      await rename(path.join(wire.folder, from), path.join(wire.folder, to));
      const files = [{ oldUri: wire.uri(from), newUri: wire.uri(to) }];
      await wire.connection.sendNotification("workspace/didRenameFiles", { files });
    };
    await move("wit/deps/lib", "wit/deps/renamed");
    await becomes(() => places(wire, "definition", "wit/a.wit", user), ["wit/deps/renamed/t.wit:2"]);
    await move("wit/deps/renamed/t.wit", "wit/deps/renamed/u.wit");
    await becomes(() => places(wire, "definition", "wit/a.wit", user), ["wit/deps/renamed/u.wit:2"]);
    // A name that begins with another, and a folder beside the package.
    await move("other", "wit/deps/other");
    deepEqual(await places(wire, "definition", "wit/a.wit", user), ["wit/deps/renamed/u.wit:2"]);
    await rm(path.join(wire.folder, "wit/deps/renamed"), { recursive: true });
    await wire.connection.sendNotification("workspace/didDeleteFiles", {
      files: [{ uri: wire.uri("wit/deps/renamed") }],
    });
    const { diagnostics } = await wire.diagnostics("wit/a.wit", published => errors(published) === 1);
    equal(diagnostics.find(({ severity }) => severity === 1)?.code, "missing-package");
    deepEqual(await places(wire, "definition", "wit/a.wit", user.replace("$0", "").replace("x:lib", "x:$0lib")), []);
  }));

test("the folder of an open package is renamed: it is the same package at its new place", () =>
  withServer({ "wit/a.wit": "package a:b;\ninterface i { type t = u8; }\n", "wit/b.wit": "" }, async wire => {
    const b = "interface j { use i.{$0t}; }\n";
    await wire.open("wit/b.wit", plain(b));
    deepEqual(await places(wire, "definition", "wit/b.wit", b), ["wit/a.wit:2"]);
    await rename(path.join(wire.folder, "wit"), path.join(wire.folder, "moved"));
    // An editor closes the document and opens it under its new name.
    await wire.connection.sendNotification("textDocument/didClose", { textDocument: { uri: wire.uri("wit/b.wit") } });
    await wire.open("moved/b.wit", plain(b));
    const files = [{ oldUri: wire.uri("wit"), newUri: wire.uri("moved") }];
    await wire.connection.sendNotification("workspace/didRenameFiles", { files });
    await becomes(() => places(wire, "definition", "moved/b.wit", b), ["moved/a.wit:2"]);
    deepEqual(await places(wire, "references", "moved/b.wit", b), ["moved/a.wit:2", "moved/b.wit:1"]);
  }));

test("nothing is asked of the client before a file is renamed: no name of a file counts in WIT", () =>
  withServer({}, async wire => {
    const { fileOperations } = wire.initialized.capabilities.workspace ?? {};
    deepEqual(Object.keys(fileOperations ?? {}).sort(), ["didDelete", "didRename"]);
  }));
