// What is the browser's alone: files of a scheme that no disk has, files that change or can't be read, packages in binary form, the
// worker's life, and what is not offered because nothing can be run.
import assert from "node:assert/strict";
import { commands, env, extensions, UIKind, type Uri, type WorkspaceEdit, workspace } from "vscode";
import {
  completionsAt,
  definitionAt,
  errorsOf,
  eventually,
  file,
  firstErrors,
  folder,
  hoverAt,
  open,
  positionOf,
  setText,
} from "../host/support.ts";

/** The package `x:packed` with the interface `things`, in WebAssembly's two forms. */
const packedText = `(component
  (type (component
    (type (instance (type (record (field "x" u32))) (export "thing" (type (eq 0)))))
    (export "x:packed/things" (instance (type 0)))))
  (export "things" (type 0)))`;
const packedBinary = "AGFzbQ0AAQAHKwFBAgFCAgFyAQF4eQQABXRoaW5nAwAABAAPeDpwYWNrZWQvdGhpbmdzBQALDAEABnRoaW5ncwMAAA==";

suite("in the browser", () => {
  test("nothing here has a disk or a server", () => {
    assert.equal(env.uiKind, UIKind.Web);
    assert.equal(env.remoteName, undefined);
    assert.equal(folder().scheme, "wit-test");
    assert.ok(extensions.getExtension("wit-tools.wit-tools")!.isActive);
  });

  test("commands that would run a program are not there", async () => {
    const own = (await commands.getCommands(true)).filter(name => name.startsWith("wit."));
    assert.deepEqual(own.sort(), ["wit.addDependency", "wit.restartServer", "wit.showOutput", "wit.showReferences"]);
  });

  test("nor does a menu offer them", async () => {
    const registered = new Set(await commands.getCommands(true));
    const { commands: contributed, menus } = extensions.getExtension("wit-tools.wit-tools")!.packageJSON.contributes;
    const absent = (contributed as { command: string }[])
      .map(({ command }) => command)
      .filter(it => !registered.has(it));
    assert.ok(absent.includes("wit.runComponent"), absent.join(", "));
    const entries = Object.values(menus as Record<string, { command: string; when?: string }[]>).flat();
    const hidden = ({ when = "" }: { when?: string }): boolean => when.includes("!isWeb || remoteName");
    const offered = entries.filter(entry => absent.includes(entry.command) && !hidden(entry));
    const inPalette = absent.filter(
      command => !menus.commandPalette.some((it: { command: string }) => it.command === command),
    );
    assert.deepEqual([...offered.map(({ command }) => command), ...inPalette], []);
  });

  test("WASI is offered where nothing of it is there", async () => {
    await write("wasi/wit/a.wit", "package a:wasi;\nworld w {\n  import wasi:http/\n}\n");
    const document = await open("wasi/wit/a.wit");
    await eventually("wasi:http/types@0.2.12 among the offers", async () =>
      (await completionsAt(document, positionOf(document, "http/", 5))).find(it => it === "wasi:http/types@0.2.12"),
    );
  });

  test("a file that changes behind the editor's back is read again", async () => {
    await write("change/wit/deps/other.wit", "package x:other;\ninterface old {}\n");
    await write("change/wit/a.wit", "package a:change;\nworld w {\n  import x:other/new;\n}\n");
    const document = await open("change/wit/a.wit");
    await errorSaying(document.uri, "new");
    await write("change/wit/deps/other.wit", "package x:other;\ninterface new {}\n");
    await noErrors(document.uri);
    await workspace.fs.delete(file("change/wit/deps/other.wit"));
    await errorSaying(document.uri, "package `x:other` is missing");
  });

  test("a file that can't be read leaves the rest as it is", async () => {
    await write("locked/wit/locked.wit", "interface hidden {}\n");
    await write("locked/wit/a.wit", "package a:locked;\ninterface seen {}\nworld w {\n  import seen;\n}\n");
    const document = await open("locked/wit/a.wit");
    assert.match(await hoverAt(document, positionOf(document, "import seen", 8)), /interface seen/);
    await noErrors(document.uri);
  });

  test("rename changes every file of a package", async () => {
    await write("rename/wit/b.wit", "interface other {\n  use types.{point};\n  f: func(p: point);\n}\n");
    await write("rename/wit/a.wit", "package a:rename;\ninterface types {\n  record point { x: u32 }\n}\n");
    const document = await open("rename/wit/a.wit");
    await hoverAt(document, positionOf(document, "record point", 8));
    const edit = await commands.executeCommand<WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      positionOf(document, "record point", 8),
      "place",
    );
    assert.ok(await workspace.applyEdit(edit));
    const other = await workspace.openTextDocument(file("rename/wit/b.wit"));
    assert.equal(other.getText(), "interface other {\n  use types.{place};\n  f: func(p: place);\n}\n");
    await noErrors(document.uri);
  });

  test("completion follows what is typed", async () => {
    await write("typed/wit/a.wit", "package a:typed;\ninterface i {\n  record first { x: u32 }\n  f: func(a: );\n}\n");
    const document = await open("typed/wit/a.wit");
    const labels = await eventually("completions", async () => {
      const found = await completionsAt(document, positionOf(document, "(a: ", 4));
      return found.includes("first") ? found : undefined;
    });
    assert.ok(labels.includes("string"), labels.join(", "));
  });

  for (const [form, ending, bytes] of [
    ["binary", "wasm", fromBase64(packedBinary)],
    ["text", "wat", new TextEncoder().encode(packedText)],
  ] as const)
    test(`a dependency in ${form} form is read, and shown as WIT`, async () => {
      await workspace.fs.writeFile(file(`${form}/wit/deps/packed.${ending}`), bytes);
      await write(`${form}/wit/a.wit`, `package a:${form};\nworld w {\n  import x:packed/things;\n}\n`);
      const document = await open(`${form}/wit/a.wit`);
      const position = positionOf(document, "x:packed/things", 10);
      assert.match(await hoverAt(document, position), /interface things/);
      await noErrors(document.uri);
      const [place] = await definitionAt(document, position);
      assert.match(place ?? "", new RegExp(`packed\\.${ending}`));
    });

  test("restarted, the server knows what is open and not saved", async () => {
    const document = await open("mistakes/mistake.wit");
    const text = document.getText();
    await firstErrors(document.uri);
    await setText(document, text.replaceAll("colour", "collar"));
    await commands.executeCommand("wit.restartServer");
    await errorSaying(document.uri, "collar");
    assert.match(await hoverAt(document, positionOf(document, "enum color", 5)), /enum color/);
    await setText(document, text);
    await document.save();
  });
});

async function write(name: string, text: string): Promise<void> {
  await workspace.fs.writeFile(file(name), new TextEncoder().encode(text));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), char => char.charCodeAt(0));
}

function errorSaying(uri: Uri, text: string): Promise<true> {
  return eventually(`an error in ${uri.path} that says ${text}`, () =>
    errorsOf(uri).some(({ message }) => message.includes(text)) ? true : undefined,
  );
}

function noErrors(uri: Uri): Promise<true> {
  return eventually(`no error in ${uri.path}`, () => (errorsOf(uri).length === 0 ? true : undefined));
}
