// The command "WIT: Fetch Dependencies", and the offer of it where a package is missing. No registry can be asked here: a
// program of this test stands in for wkg, writes down how it was called, and writes a dependency.
import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type CodeAction, commands, Range } from "vscode";
import type { FetchArguments, FetchResult, NewComponentResult } from "../../src/node/commands/results.ts";
import type { WorldInfo, WorldsParams } from "../../src/protocol.ts";
import {
  errorsOf,
  eventually,
  file,
  firstErrors,
  folder,
  open,
  removeProject,
  withoutFileEvents,
  withSetting,
  witTools,
} from "./support.ts";

const standIn = `#!/usr/bin/env node
const { mkdirSync, rmSync, writeFileSync } = require("node:fs");
const args = process.argv.slice(2);
if (args[0] === "--version") console.log("wkg 0.16.1");
else {
  rmSync("wit/deps", { recursive: true, force: true });
  mkdirSync("wit/deps/c-d-1.0.0", { recursive: true });
  writeFileSync("wit/deps/c-d-1.0.0/package.wit", "package c:d@1.0.0;\\ninterface e {}\\n");
  writeFileSync("called.json", JSON.stringify({ args, cwd: process.cwd() }));
  console.error("fetched");
}
`;

function fetchDependencies(asked: FetchArguments): Thenable<FetchResult> {
  return commands.executeCommand<FetchResult>("wit.fetchDependencies", asked);
}

// The stand-in is a script with a first line for Unix.
(process.platform === "win32" ? suite.skip : suite)("fetch", () => {
  const project = "fetching";
  let tools = "";

  suiteSetup(async () => {
    tools = await mkdtemp(path.join(tmpdir(), "wit-fetch-"));
    await writeFile(path.join(tools, "wkg"), standIn);
    await chmod(path.join(tools, "wkg"), 0o755);
    await mkdir(file(`${project}/wit`).fsPath, { recursive: true });
    await writeFile(file(`${project}/wit/a.wit`).fsPath, "package a:b;\nworld w {\n  import c:d/e@1.0.0;\n}\n");
  });

  suiteTeardown(async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    await rm(file(project).fsPath, { recursive: true, force: true });
    await rm(tools, { recursive: true, force: true });
  });

  test("without wkg it is said how to get it", async () => {
    await open(`${project}/wit/a.wit`);
    const result = await withSetting("wkg.path", path.join(tools, "none"), async () =>
      fetchDependencies({ root: file(`${project}/wit`) }),
    );
    assert.equal(result.ok, false);
    assert.match(result.message ?? "", /wit\.wkg\.path names .*none/);
  });

  test("it is offered where a package is missing, and what it fetches is picked up", async () => {
    const document = await open(`${project}/wit/a.wit`);
    await firstErrors(document.uri);
    const actions = await commands.executeCommand<CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      new Range(2, 10, 2, 10),
    );
    const offered = actions.find(({ title }) => title === "Fetch missing packages with `wkg`");
    assert.equal(offered?.command?.command, "wit.fetchDependencies");
    const [argument] = offered.command.arguments as [FetchArguments];
    const result = await withoutFileEvents(() =>
      withSetting("wkg.path", path.join(tools, "wkg"), async () => fetchDependencies({ ...argument, ask: false })),
    );
    assert.equal(result.ok, true, result.message);
    assert.equal(result.program, "wkg 0.16.1");
    assert.match(result.output, /fetched/);
    assert.deepEqual(JSON.parse(await readFile(file(`${project}/called.json`).fsPath, "utf8")), {
      args: ["wit", "fetch"],
      cwd: file(project).fsPath,
    });
    await eventually("no error any more", () => (errorsOf(document.uri).length === 0 ? true : undefined));
  });

  test("what a fetch would take away is not written over without being asked", async () => {
    const own = file(`${project}/wit/deps/own/own.wit`).fsPath;
    await mkdir(path.dirname(own), { recursive: true });
    await writeFile(own, "package my:things;\n");
    await withSetting("wkg.path", path.join(tools, "wkg"), async () => {
      const refused = await fetchDependencies({ root: file(`${project}/wit`) });
      assert.match(refused.message ?? "", /may not bring back: deps\/own\.$/);
      assert.equal((await fetchDependencies({ root: file(`${project}/wit`), replace: true })).ok, true);
    });
  });

  test("a new project is known at once, with all that its world imports, whatever the editor tells", async () => {
    const { server } = await witTools();
    const asked = { folder: folder(), world: "greeter", guest: "rust", name: "anew", into: folder() };
    try {
      await withoutFileEvents(async () => {
        const made = await commands.executeCommand<NewComponentResult>("wit.newComponent", asked);
        assert.equal(made.ok, true, made.message);
        const params: WorldsParams = { uri: file("anew").toString() };
        const [world] = await server.request<readonly WorldInfo[]>("wit/worlds", params);
        assert.ok(world?.imports.some(({ name }) => name.startsWith("wasi:io/streams@")));
      });
    } finally {
      await removeProject("anew");
    }
  });
});
