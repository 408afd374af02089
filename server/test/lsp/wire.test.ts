// The built server over stdio: documents, diagnostics with versions, files that change on disk, settings.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { rm, symlink } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { Diagnostic } from "vscode-languageserver/node";
import { type Wire, withServer } from "../support/wire.ts";

interface Published {
  readonly diagnostics: readonly Diagnostic[];
}

/** What lints say beside is their own tests' matter. */
function errorsIn({ diagnostics }: Published): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 1);
}

/** `line:character-line:character code` for each error. */
function places(published: Published): readonly string[] {
  return errorsIn(published).map(
    ({ range: { start, end }, code }) => `${start.line}:${start.character}-${end.line}:${end.character} ${code}`,
  );
}

function has(count: number): (published: Published) => boolean {
  return published => errorsIn(published).length === count;
}

function version(wanted: number): (published: { readonly version?: number }) => boolean {
  return published => published.version === wanted;
}

const good = "package a:b;\n\ninterface i {\n  f: func();\n}\n";

test("the server introduces itself and says what it can do", () =>
  withServer({}, async ({ initialized: { capabilities, serverInfo } }) => {
    equal(serverInfo?.name, "wit");
    match(serverInfo?.version ?? "", /^\d+\.\d+\.\d+$/);
    equal(capabilities.positionEncoding, "utf-16");
    deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
  }));

test("every change is answered with diagnostics of its own version, also when nothing changed", () =>
  withServer({ "wit/a.wit": good }, async wire => {
    await wire.open("wit/a.wit", good);
    equal((await wire.diagnostics("wit/a.wit")).version, 1);
    await wire.change("wit/a.wit", 2, [{ range: [3, 10, 3, 10], text: "x: nope" }]);
    // Names are judged once the package is read, which may be after this version's first publish.
    const wrong = await wire.diagnostics("wit/a.wit", has(1));
    equal(wrong.version, 2);
    deepEqual(places(wrong), ["3:13-3:17 unresolved-name"]);
    const [diagnostic] = errorsIn(wrong);
    equal(diagnostic!.source, "wit");
    equal(diagnostic!.severity, 1);
    equal(diagnostic!.codeDescription?.href, "https://wit-tools.github.io/diagnostics/unresolved-name");
    await wire.change("wit/a.wit", 3, []);
    deepEqual(places(await wire.diagnostics("wit/a.wit", version(3))), places(wrong));
    await wire.change("wit/a.wit", 4, [
      { range: [3, 10, 3, 17], text: "" },
      { range: [0, 0, 0, 0], text: "// two changes\r\n" },
      { range: [4, 2, 4, 3], text: "g" },
    ]);
    deepEqual(places(await wire.diagnostics("wit/a.wit", version(4))), []);
    await wire.change("wit/a.wit", 5, [{ text: "interface {" }]);
    ok((await wire.diagnostics("wit/a.wit", version(5))).diagnostics.length > 0);
  }));

test("other files hear of a change in what they use, and go back when it is undone", () =>
  withServer({ "wit/a.wit": good, "wit/b.wit": "interface j {\n  use i.{t};\n}\n" }, async wire => {
    await wire.open("wit/a.wit", good);
    await wire.open("wit/b.wit", "interface j {\n  use i.{t};\n}\n");
    deepEqual(places(await wire.diagnostics("wit/b.wit", has(1))), ["1:9-1:10 unresolved-use"]);
    await wire.change("wit/a.wit", 2, [{ range: [3, 0, 3, 0], text: "  type t = u8;\n" }]);
    const mended = await wire.diagnostics("wit/b.wit", has(0));
    equal(mended.version, 1);
  }));

test("files that no editor shows are told of after the scan, and cleared when they are mended or gone", () =>
  withServer(
    { "wit/a.wit": good, "one/bad.wit": "package x:y;\ninterface {}\n", "one/deps/d/d.wit": "oops" },
    async wire => {
      equal((await wire.diagnostics("one/bad.wit", has(1))).version, undefined);
      await wire.write("one/bad.wit", "package x:y;\n");
      await wire.changedOnDisk("one/bad.wit");
      await wire.diagnostics("one/bad.wit", has(0));
      await wire.write("one/worse.wit", "interface {\n");
      await wire.changedOnDisk("one/worse.wit");
      await wire.diagnostics("one/worse.wit", ({ diagnostics }) => diagnostics.length > 0);
      await rm(path.join(wire.folder, "one/worse.wit"));
      await wire.changedOnDisk("one/worse.wit");
      await wire.diagnostics("one/worse.wit", has(0));
      ok(!wire.published.some(({ uri }) => uri.endsWith("/d.wit")));
      ok(wire.registered.includes("workspace/didChangeWatchedFiles"));
    },
  ));

test("of what is deleted, a folder takes its problems along, and what holds no WIT is no matter", () =>
  withServer({ "wit/a.wit": good, "one/wit/bad.wit": "package x:y;\ninterface {}\n" }, async wire => {
    await wire.diagnostics("one/wit/bad.wit", has(1));
    await rm(path.join(wire.folder, "one"), { recursive: true });
    await wire.deletedOnDisk("node_modules", "one", "notes.txt");
    await wire.diagnostics("one/wit/bad.wit", has(0));
  }));

test("dependencies that arrive later are picked up, and an open document wins over the disk", () =>
  withServer({ "wit/a.wit": "package a:b;" }, async wire => {
    const text = "package a:b;\nworld w {\n  import x:io/streams@1.0.0;\n}\n";
    await wire.open("wit/a.wit", text);
    deepEqual(places(await wire.diagnostics("wit/a.wit", has(1))).length, 1);
    await wire.write("wit/deps/io/streams.wit", "package x:io@1.0.0;\ninterface streams {}\n");
    await wire.changedOnDisk("wit/deps");
    deepEqual(places(await wire.diagnostics("wit/a.wit", has(0))), []);
    await wire.write("wit/a.wit", "not this");
    await wire.changedOnDisk("wit/a.wit");
    await wire.change("wit/a.wit", 2, [{ range: [1, 0, 1, 0], text: "\n" }]);
    deepEqual(places(await wire.diagnostics("wit/a.wit", version(2))), []);
  }));

test("a client that can't watch gets what changed on disk when it saves", () =>
  withServer(
    { "wit/a.wit": good, "wit/b.wit": "interface j {\n  use i.{t};\n}\n" },
    async wire => {
      await wire.open("wit/b.wit", "interface j {\n  use i.{t};\n}\n");
      await wire.diagnostics("wit/b.wit", has(1));
      await wire.write("wit/a.wit", good.replace("f: func();", "type t = u8;"));
      await wire.connection.sendNotification("textDocument/didSave", { textDocument: { uri: wire.uri("wit/b.wit") } });
      await wire.diagnostics("wit/b.wit", has(0));
      deepEqual(wire.registered, []);
    },
    { watch: false },
  ));

test("closing a document goes back to the disk", () =>
  withServer({ "wit/a.wit": good }, async wire => {
    await wire.open("wit/a.wit", "interface {");
    await wire.diagnostics("wit/a.wit", ({ diagnostics }) => diagnostics.length > 0);
    await wire.connection.sendNotification("textDocument/didClose", { textDocument: { uri: wire.uri("wit/a.wit") } });
    await wire.diagnostics("wit/a.wit", has(0));
  }));

test("positions count UTF-16 units after emoji, tabs, a byte-order mark and CRLF", () =>
  withServer({}, async wire => {
    const text = "\ufeffpackage a:b;\r\n/* 😀é */ interface i {\r\n\t/* 😀 */ f: func(x: nope);\r\n}\r\n";
    await wire.open("wit/a.wit", text);
    deepEqual(places(await wire.diagnostics("wit/a.wit", has(1))), ["2:21-2:25 unresolved-name"]);
    await wire.change("wit/a.wit", 2, [{ range: [2, 21, 2, 25], text: "u8, y: nada" }]);
    deepEqual(places(await wire.diagnostics("wit/a.wit")), ["2:28-2:32 unresolved-name"]);
  }));

test("a client that counts bytes or code points is answered in them", async () => {
  const text = "package a:b;\ninterface i { /* 😀é */ f: func(x: nope); }\n";
  for (const [encoding, place] of [
    ["utf-8", "1:38-1:42"],
    ["utf-32", "1:34-1:38"],
  ] as const)
    await withServer(
      {},
      async wire => {
        equal(wire.initialized.capabilities.positionEncoding, encoding);
        await wire.open("wit/a.wit", text);
        deepEqual(places(await wire.diagnostics("wit/a.wit", has(1))), [`${place} unresolved-name`]);
        const start = Number(/:(\d+)-/.exec(place)![1]);
        await wire.change("wit/a.wit", 2, [{ range: [1, start, 1, start + 4], text: "u8" }]);
        deepEqual(places(await wire.diagnostics("wit/a.wit")), []);
      },
      { capabilities: { general: { positionEncodings: [encoding] } } },
    );
});

test("a binary file, on disk or open, is one clear error", () =>
  withServer({ "wit/a.wit": new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), "wit/b.wit": good }, async wire => {
    const [diagnostic, ...rest] = (await wire.diagnostics("wit/a.wit", has(1))).diagnostics;
    deepEqual(rest, []);
    match(`${diagnostic!.message}`, /not valid UTF-8 text/);
    await wire.open("wit/b.wit", "\0asm\u0001\0\0\0 {{{ ;;;");
    const open = (await wire.diagnostics("wit/b.wit", has(1))).diagnostics;
    match(`${open[0]!.message}`, /NUL character/);
  }));

test("an empty file and a folder with no header are told of without fuss", () =>
  withServer({ "wit/a.wit": "", "wit/b.wit": "interface i {}\n" }, async wire => {
    await wire.open("wit/a.wit", "");
    const { diagnostics } = await wire.diagnostics("wit/a.wit", has(1));
    deepEqual(places({ diagnostics }), ["0:0-0:0 no-package-header"]);
    await wire.open("wit/b.wit", "interface i {}\n");
    deepEqual(places(await wire.diagnostics("wit/b.wit")), []);
  }));

test("two megabytes are judged, and edited at once", () =>
  withServer({}, async wire => {
    const one = (n: number): string =>
      `interface i${n} {\n  record r { a: u32, b: string }\n  f: func(x: r) -> u8;\n}\n`;
    const text = `package a:b;\n${Array.from({ length: 28_000 }, (_, n) => one(n)).join("")}`;
    ok(text.length > 2_000_000);
    await wire.open("wit/big.wit", text);
    deepEqual(places(await wire.diagnostics("wit/big.wit")), []);
    await wire.change("wit/big.wit", 2, [{ range: [50_003, 13, 50_003, 14], text: "nope" }]);
    // While the folder is still being read, only the syntax is judged.
    const judged = await wire.diagnostics("wit/big.wit", found => version(2)(found) && found.diagnostics.length > 0);
    deepEqual(places(judged), ["50003:13-50003:17 unresolved-name"]);
  }));

test("a client that reads late gets every message, whole and in order", () =>
  withServer({}, async wire => {
    const text = `${good}interface many {\n${Array.from({ length: 2000 }, (_, i) => `  f${i}: func();\n`).join("")}}\n`;
    await wire.open("wit/a.wit", text);
    await wire.diagnostics("wit/a.wit");
    const answered: number[] = [];
    wire.process.stdout!.pause();
    const asked = Array.from({ length: 8 }, async (_, i) => {
      const textDocument = { uri: wire.uri("wit/a.wit") };
      const symbols = await wire.connection.sendRequest<object[]>("textDocument/documentSymbol", { textDocument });
      answered.push(i);
      return JSON.stringify(symbols);
    });
    await pause(300);
    equal(answered.length, 0);
    wire.process.stdout!.resume();
    const answers = await Promise.all(asked);
    // More than a pipe holds.
    ok(answers[0]!.length > 100_000);
    equal(new Set(answers).size, 1);
    deepEqual(
      answered,
      answers.map((_, i) => i),
    );
  }));

test("a deps link out of the workspace is told of on the package's first file", () =>
  withServer({ "w/wit/a.wit": good, "w/wit/b.wit": "", "../outside/io/io.wit": "package x:io;" }, async wire => {
    await symlink(path.join(wire.folder, "../outside"), path.join(wire.folder, "w/wit/deps"), "dir");
    await wire.changedOnDisk("w/wit/deps");
    const { diagnostics } = await wire.diagnostics("w/wit/a.wit", ({ diagnostics: found }) =>
      found.some(({ code }) => code === "deps-outside-workspace"),
    );
    equal(diagnostics.find(({ code }) => code === "deps-outside-workspace")?.severity, 3);
  }));

test("a deps link in a loop does no harm", () =>
  withServer({ "wit/a.wit": good }, async wire => {
    await symlink(path.join(wire.folder, "wit"), path.join(wire.folder, "wit/deps"), "dir");
    await symlink("loop", path.join(wire.folder, "loop"), "dir");
    await wire.open("wit/a.wit", good.replace("func()", "func(a: nope)"));
    const { diagnostics } = await wire.diagnostics("wit/a.wit", ({ diagnostics: found }) => found.length > 0);
    ok(places({ diagnostics }).includes("3:13-3:17 unresolved-name"), JSON.stringify(diagnostics));
  }));

test("settings switch gates on, and a change of them is taken in", async () => {
  const gated =
    "package a:b;\ninterface i {\n  @unstable(feature = x)\n  type t = u8;\n}\ninterface j {\n  use i.{t};\n}\n";
  const settings: { features: string[]; allFeatures: boolean } = { features: [], allFeatures: false };
  await withServer(
    {},
    async (wire: Wire) => {
      await wire.open("wit/a.wit", gated);
      await wire.diagnostics("wit/a.wit", ({ diagnostics }) => diagnostics.some(({ severity }) => severity === 1));
      settings.features = ["x"];
      await wire.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
      await wire.diagnostics("wit/a.wit", ({ diagnostics }) => !diagnostics.some(({ severity }) => severity === 1));
    },
    { settings },
  );
});

test("documents outside every folder and unsaved ones are packages by themselves", () =>
  withServer(
    {},
    async wire => {
      await wire.connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri: "untitled:Untitled-1", languageId: "wit", version: 1, text: "package a:b;\ninterface {}" },
      });
      while (wire.published.length === 0) await new Promise(resolve => setTimeout(resolve, 10));
      deepEqual([wire.published[0]!.uri, wire.published[0]!.version], ["untitled:Untitled-1", 1]);
      ok(wire.published[0]!.diagnostics.length > 0);
    },
    { folders: false },
  ));

test("a lock that `deps` does not match is told of, and follows the disk", () =>
  withServer(
    {
      "wit/a.wit": "package a:b;\nworld w {\n  import x:io/streams@1.0.1;\n}\n",
      "wit/deps/io/s.wit": "package x:io@1.0.1;\ninterface streams {}\n",
    },
    async wire => {
      const lock = 'version = 1\n[[packages]]\nname = "x:io"\n[[packages.versions]]\nversion = "1.0.0"\n';
      await wire.write("wkg.lock", lock);
      await wire.changedOnDisk("wkg.lock");
      const { diagnostics } = await wire.diagnostics("wkg.lock");
      equal(diagnostics[0]?.code, "lock-out-of-sync");
      equal(diagnostics[0]?.relatedInformation?.[0]?.location.uri, wire.uri("wit/a.wit"));
      await wire.write("wkg.lock", lock.replace("1.0.0", "1.0.1"));
      await wire.changedOnDisk("wkg.lock");
      deepEqual((await wire.diagnostics("wkg.lock")).diagnostics, []);
    },
  ));

test("hovers are in the form that the client takes, with the ABI where its setting asks for it", async () => {
  const text = "package a:b;\ninterface i {\n  /// **Docs**\n  type t = u8;\n}\n";
  const shown = async (capabilities: object, settings: object): Promise<unknown> => {
    let contents: unknown;
    await withServer(
      { "wit/a.wit": text },
      async wire => {
        await wire.open("wit/a.wit", text);
        await wire.diagnostics("wit/a.wit");
        const textDocument = { uri: wire.uri("wit/a.wit") };
        const found = await wire.connection.sendRequest<{ readonly contents: unknown }>("textDocument/hover", {
          textDocument,
          position: { line: 3, character: 7 },
        });
        contents = found.contents;
      },
      { capabilities: { workspace: { configuration: true }, ...capabilities }, settings },
    );
    return contents;
  };
  deepEqual(await shown({}, { hover: { abi: false } }), {
    kind: "markdown",
    value: "```wit\ntype t = u8\n```\n\nin `a:b/i`\n\n**Docs**",
  });
  const plain = { textDocument: { hover: { contentFormat: ["plaintext"] } } };
  const { kind, value } = (await shown(plain, {})) as { readonly kind: string; readonly value: string };
  equal(kind, "plaintext");
  match(
    value,
    /^type t = u8\n\nin a:b\/i\n\n\*\*Docs\*\*\n\nCanonical ABI \(.*\): 1 byte, aligned to 1; flattens to i32$/,
  );
});

test("a manifest that takes a package from outside the workspace is told of there", () =>
  withServer(
    { "../out/x.wit": "package x:x;\n", "wit/a.wit": "package a:b;\n", "wit/deps.toml": 'x = "../../out"\n' },
    async wire => {
      const [told] = (await wire.diagnostics("wit/deps.toml")).diagnostics;
      equal(told?.code, "deps-outside-workspace");
      deepEqual(told.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } });
    },
  ));
