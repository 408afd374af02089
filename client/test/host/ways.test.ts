// What else is done with components: their WIT shown, bindings, and building at each save.
import assert from "node:assert/strict";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { commands, Uri, workspace } from "vscode";
import type {
  BindingsResult,
  ExtractResult,
  NewComponentArguments,
  NewComponentResult,
  WatchResult,
} from "../../src/node/commands/results.ts";
import { build } from "./commands.ts";
import {
  errorsOf,
  eventually,
  file,
  folder,
  open,
  removeProject,
  setText,
  sleep,
  withSetting,
  witTools,
} from "./support.ts";

async function timeOf(name: string): Promise<number | undefined> {
  return stat(name).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}

/** Answers like wit-bindgen, and writes one file where it runs, named after the language. */
const STAND_IN = `#!/bin/sh
if [ "$1" = "--version" ]; then echo "wit-bindgen-cli 0.60.0"; exit; fi
: > "w.$1"
echo "Generating \\"$PWD/w.$1\\""
`;

/** Answers like Wasmtime, and writes down what it is asked to run. */
const RECORDING = `#!/bin/sh
if [ "$1" = "--version" ]; then echo "wasmtime 49.0.3 (abc 2026-01-01)"; exit; fi
echo "$@" >> 'FILE'
`;

suite("extract, bindings, watch", () => {
  test("a package whose folder is deleted behind the editor's back is forgotten", async () => {
    const { uri, folder } = { uri: file("gone/wit/a.wit"), folder: file("gone").fsPath };
    await mkdir(path.dirname(uri.fsPath), { recursive: true });
    await writeFile(uri.fsPath, "package go:ne;\ninterface i {\n  f: func() -> nothing;\n}\n");
    // The editor may miss what is put into a folder that it has only just heard of.
    await (await witTools()).server.request("wit/readAgain", { uris: [file("gone").toString()] });
    await eventually("its mistake", () => (errorsOf(uri).length === 1 ? true : undefined));
    await rm(folder, { recursive: true });
    await eventually("no mistake", () => (errorsOf(uri).length === 0 ? true : undefined));
  });

  test("the WIT of a component is shown whole, as a WIT document", async () => {
    const { component } = await build();
    const result = await commands.executeCommand<ExtractResult>("wit.extractWit", { component });
    assert.equal(result.ok, true, result.message);
    const document = await workspace.openTextDocument(Uri.parse(result.uri!));
    assert.equal(document.languageId, "wit");
    assert.match(document.getText(), /^package root:component;\n\nworld root \{\n/);
    assert.match(document.getText(), /export demo:greeter\/greetings@0\.1\.0;/);
    assert.match(document.getText(), /package demo:greeter@0\.1\.0 \{\n {2}interface greetings \{\n/);
  });

  test("a file that is no component is refused", async () => {
    const result = await commands.executeCommand<ExtractResult>("wit.extractWit", { component: file("greeter.js") });
    assert.match(result.message ?? "", /not a WebAssembly component/);
  });

  const REFUSED: readonly (readonly [wit: string, message: RegExp])[] = [
    [
      "package a:b;\nworld w { export p: get() -> u8; }\n",
      /Go with wit-bindgen .* accessors .* \(\[get\]p\)\. Write functions in their place\.$/,
    ],
    [
      "interface i {}\nworld w { export i; }\n",
      /has an error: this file has no `package` header; add .*accessors\/wit\/a\.wit/,
    ],
    ["package a:b { world w {} }\n", /has an error: this file holds packages in braces, and no `package` header; /],
  ];

  for (const [wit, message] of REFUSED) {
    test(`no project is written for what its tool can't read: ${wit.split("\n")[0]}`, async () => {
      await mkdir(file("accessors/wit").fsPath, { recursive: true });
      try {
        await writeFile(file("accessors/wit/a.wit").fsPath, wit);
        await open("accessors/wit/a.wit");
        const asked = { folder: file("accessors"), guest: "go", name: "in-go", into: file("accessors") };
        const result = await commands.executeCommand<NewComponentResult>("wit.newComponent", asked);
        assert.equal(result.ok, false);
        assert.match(result.message ?? "", message);
        assert.deepEqual(await readdir(file("accessors").fsPath), ["wit"]);
      } finally {
        await removeProject("accessors");
      }
    });
  }

  test("a project is written in spite of what its tools can't do, where that is asked for and newer ones may", async () => {
    await mkdir(file("maps/wit").fsPath, { recursive: true });
    try {
      const world = "world w { export f: func() -> map<u8, u8>; }\nworld v { export g: func() -> error-context; }\n";
      await writeFile(file("maps/wit/a.wit").fsPath, `package a:b;\n${world}`);
      await open("maps/wit/a.wit");
      const create = (asked: NewComponentArguments): Thenable<NewComponentResult> =>
        commands.executeCommand("wit.newComponent", { ...asked, folder: file("maps/wit"), into: file("maps") });
      const asked = { world: "w", guest: "python", name: "in-python" };
      assert.equal((await create(asked)).ok, false);
      const made = await create({ ...asked, anyway: true });
      assert.equal(made.ok, true, made.message);
      assert.match(made.message ?? "", /componentize-py .* does not know maps yet, and the world has that \(f\)\.$/);
      const text = await readFile(made.entry!, "utf8");
      assert.match(text, /^# This was made although .*\n# componentize-py .* does not know maps/);
      assert.match(text, /def f\(self\) -> dict\[int, int\]:/);
      const never = await create({ world: "v", guest: "c", name: "in-c", anyway: true });
      assert.match(never.message ?? "", /does not know error-context/);
      assert.deepEqual((await readdir(file("maps").fsPath)).sort(), ["in-python", "wit"]);
    } finally {
      await removeProject("maps");
    }
  });

  test("bindings are refused for a language that has none, and without a folder", async () => {
    const generate = (asked: object): Thenable<BindingsResult> =>
      commands.executeCommand<BindingsResult>("wit.generateBindings", { folder: folder(), ...asked });
    assert.match((await generate({ guest: "nope" })).message ?? "", /there are none for nope/);
    assert.match((await generate({ guest: "c" })).message ?? "", /into which folder/);
    assert.match((await generate({ guest: "c", world: "nope" })).message ?? "", /no world nope/);
  });

  for (const guest of ["c", "rust"]) {
    test(`bindings for ${guest} are written into a folder that is not there yet`, async () => {
      const [tool, into] = [file("wit-bindgen"), file("made/here")];
      await writeFile(tool.fsPath, STAND_IN, { mode: 0o755 });
      try {
        const asked = { folder: folder(), guest, into };
        const result = await withSetting("tools", { witBindgen: { path: tool.fsPath } }, () =>
          Promise.resolve(commands.executeCommand<BindingsResult>("wit.generateBindings", asked)),
        );
        assert.equal(result.ok, true, result.message);
        assert.deepEqual(result.files, [file(`made/here/w.${guest}`).fsPath]);
      } finally {
        await rm(tool.fsPath);
        await rm(file("made").fsPath, { recursive: true, force: true });
      }
    });
  }

  test("a watch builds at once and at each save, until it is stopped", async () => {
    const component = file("dist/greeter.wasm").fsPath;
    await rm(component, { force: true });
    const asked = { folder: folder(), world: "greeter" };
    const watching = await commands.executeCommand<WatchResult>("wit.watchComponent", asked);
    assert.deepEqual([watching.ok, watching.world], [true, "greeter"], watching.message);
    const first = await eventually("the first build", () => timeOf(component));
    const document = await open("greeter.js");
    const before = document.getText();
    try {
      await setText(document, `${before}\n// changed\n`);
      await document.save();
      await eventually("the build after a save", async () => ((await timeOf(component)) ?? 0) > first || undefined);
    } finally {
      await commands.executeCommand("wit.stopWatching");
    }
    const last = await timeOf(component);
    await setText(document, before);
    await document.save();
    await sleep(1_000);
    assert.equal(await timeOf(component), last);
  });

  test("a watch runs what it has built, each time anew", async () => {
    const [program, called] = [file("wasmtime.sh").fsPath, file("called.txt").fsPath];
    await writeFile(program, RECORDING.replace("FILE", called.replaceAll("'", "'\\''")), { mode: 0o755 });
    const runs = async (): Promise<readonly string[]> => {
      const text = await readFile(called, "utf8").catch(() => "");
      return text.split("\n").filter(line => line !== "");
    };
    const document = await open("greeter.js");
    const before = document.getText();
    try {
      await withSetting("wasmtime.path", program, async () => {
        const asked = { folder: folder(), world: "greeter", next: "run" };
        const watching = await commands.executeCommand<WatchResult>("wit.watchComponent", asked);
        assert.equal(watching.ok, true, watching.message);
        await eventually("the first run", async () => (await runs()).length === 1 || undefined);
        await setText(document, `${before}\n// changed\n`);
        await document.save();
        await eventually("the run after a save", async () => (await runs()).length === 2 || undefined);
        await commands.executeCommand("wit.stopWatching");
      });
      for (const line of await runs()) assert.match(line, /^run .*greeter\.wasm$/);
    } finally {
      await commands.executeCommand("wit.stopWatching");
      await setText(document, before);
      await document.save();
      for (const made of [program, called]) await rm(made, { force: true });
    }
  });
});
