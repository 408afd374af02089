// The setting `wit.baseline` in an editor: problems that come and go, what they were, and one message where it can't be read.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { PublishDiagnosticsParams } from "vscode-languageserver/node";
import { newRepository, type Repository } from "../support/repository.ts";
import { type Wire, type WireOptions, withServer } from "../support/wire.ts";

const text = "package a:b@1.0.0;\ninterface i {\n  f: func(a: u8);\n  g: func();\n}\n";
const withoutG = text.replace("  g: func();\n", "");

interface Setup extends Repository {
  readonly wire: Wire;
  /** Sets the setting, and tells the server. */
  readonly set: (baseline: string) => Promise<void>;
}

/** A server over a repository whose first commit, `v1`, is `text`. */
function withBaseline(
  baseline: string,
  use: (setup: Setup) => Promise<void>,
  options: WireOptions = { initializationOptions: { virtualDocuments: true } },
): Promise<void> {
  const settings = { baseline };
  const prepare = async (folder: string): Promise<void> => {
    const { git, commit } = newRepository(folder);
    await git("init", "--quiet", "--initial-branch=main");
    await commit("v1", {});
  };
  return withServer(
    { "wit/a.wit": text },
    wire =>
      use({
        ...newRepository(wire.folder),
        wire,
        set: async name => {
          settings.baseline = name;
          await wire.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
        },
      }),
    { ...options, settings, prepare },
  );
}

async function until(isTrue: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !isTrue() && Date.now() < end; ) await sleep(20);
}

function breaks(count: number): (params: PublishDiagnosticsParams) => boolean {
  return ({ diagnostics }) => diagnostics.filter(({ code }) => code === "breaking-change").length === count;
}

test("what breaks is told with its version, and goes when it is mended", () =>
  withBaseline("v1", async ({ wire }) => {
    await wire.open("wit/a.wit", text);
    await wire.change("wit/a.wit", 2, [{ range: [3, 0, 4, 0], text: "" }]);
    const { diagnostics } = await wire.diagnostics("wit/a.wit", breaks(1));
    const [gone] = diagnostics;
    deepEqual(gone!.range, { start: { line: 1, character: 10 }, end: { line: 1, character: 11 } });
    equal(gone!.severity, 2);
    match(
      String(gone!.message),
      /^`g` is gone from `i`, which breaks whoever imports `i` and needs it; the version is still 1\.0\.0/,
    );
    equal(gone!.codeDescription?.href, "https://wit-tools.github.io/diagnostics/breaking-change");
    const [was] = gone!.relatedInformation ?? [];
    match(was!.location.uri, /^wit-baseline:\/.*\/wit\/a%20\(v1\)\.wit\?v1&file/);
    deepEqual(was!.location.range.start, { line: 3, character: 2 });
    equal(await wire.connection.sendRequest("wit/virtualDocument", { uri: was!.location.uri }), text);
    // Once it is read, each change is answered at once, by the problems of its own version.
    await wire.change("wit/a.wit", 3, [{ range: [2, 13, 2, 15], text: "u16" }]);
    equal((await wire.diagnostics("wit/a.wit", breaks(2))).version, 3);
    await wire.change("wit/a.wit", 4, [{ range: [0, 12, 0, 17], text: "2.0.0" }]);
    equal((await wire.diagnostics("wit/a.wit", breaks(0))).version, 4);
  }));

test("the setting comes, changes and goes; files that no editor shows are told of too", () =>
  withBaseline("", async ({ wire, set, commit }) => {
    await commit("v2", { "wit/a.wit": withoutG });
    await wire.changedOnDisk("wit/a.wit");
    await set("v1");
    equal((await wire.diagnostics("wit/a.wit", breaks(1))).version, undefined);
    await set("v2");
    await wire.diagnostics("wit/a.wit", breaks(0));
    await set("HEAD~1");
    await wire.diagnostics("wit/a.wit", breaks(1));
    await set("");
    await wire.diagnostics("wit/a.wit", breaks(0));
  }));

test("a branch that moved counts when something is saved", () =>
  withBaseline("main", async ({ wire, commit }) => {
    await wire.open("wit/a.wit", withoutG);
    await wire.diagnostics("wit/a.wit", breaks(1));
    await commit("v2", { "wit/a.wit": withoutG });
    await wire.connection.sendNotification("textDocument/didSave", { textDocument: { uri: wire.uri("wit/a.wit") } });
    await wire.diagnostics("wit/a.wit", breaks(0));
  }));

test("a folder that changes is read again; its own packages are compared with nothing", () =>
  withBaseline("./old", async ({ wire, write }) => {
    await write({ "old/wit/a.wit": text });
    await wire.changedOnDisk("old/wit/a.wit");
    await wire.open("wit/a.wit", withoutG);
    const { diagnostics } = await wire.diagnostics("wit/a.wit", breaks(1));
    equal(diagnostics[0]!.relatedInformation?.[0]?.location.uri, wire.uri("old/wit/a.wit"));
    await write({ "old/wit/a.wit": withoutG });
    await wire.changedOnDisk("old/wit/a.wit");
    await wire.diagnostics("wit/a.wit", breaks(0));
    ok(!wire.published.some(params => params.uri === wire.uri("old/wit/a.wit") && !breaks(0)(params)));
  }));

test("what can't be read is told once", () =>
  withBaseline("v9", async ({ wire, set }) => {
    await wire.open("wit/a.wit", withoutG);
    await until(() => wire.shown.length > 0);
    await wire.changedOnDisk("wit/a.wit");
    await wire.connection.sendNotification("textDocument/didSave", { textDocument: { uri: wire.uri("wit/a.wit") } });
    await set("v1");
    await wire.diagnostics("wit/a.wit", breaks(1));
    deepEqual(wire.shown, [
      "Packages are not compared with the baseline `v9` (setting `wit.baseline`): `v9` is no revision of the git repository, nor is there a folder of that name.",
    ]);
  }));

test("a client that can't show a revision's files gets the problem without them", () =>
  withBaseline(
    "v1",
    async ({ wire }) => {
      await wire.open("wit/a.wit", withoutG);
      const { diagnostics } = await wire.diagnostics("wit/a.wit", breaks(1));
      equal(diagnostics[0]!.relatedInformation, undefined);
    },
    {},
  ));

test("fixes bring the version forward, and back what is gone", () =>
  withBaseline("v1", async ({ wire }) => {
    await wire.open("wit/a.wit", withoutG);
    const { diagnostics } = await wire.diagnostics("wit/a.wit", breaks(1));
    const params = {
      textDocument: { uri: wire.uri("wit/a.wit") },
      range: diagnostics[0]!.range,
      context: { diagnostics: [] },
    };
    const actions = (await wire.connection.sendRequest("textDocument/codeAction", params)) as { title: string }[];
    deepEqual(
      actions.map(({ title }) => title).filter(title => !title.startsWith("Allow")),
      ["Put `g` back as it was in `v1`", "Raise the version to 2.0.0, which may break"],
    );
  }));
