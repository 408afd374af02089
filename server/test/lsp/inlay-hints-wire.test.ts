// Inlay hints over the wire: their parts' places, tooltips with them or when asked for, and when clients are told to ask again.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import type { InlayHint } from "vscode-languageserver/node";
import { type Wire, withServer } from "../support/wire.ts";

const files = {
  "wit/a.wit": "package a:b;\ninterface i {\n  use j.{t};\n  type u = t;\n}\n",
  "wit/w.wit": "world w {\n  include v;\n}\nworld v {\n  import i;\n}\n",
  "wit/b.wit": "interface j {\n  type t = u8;\n}\n",
};
const all = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

async function hintsOf(wire: Wire, name = "wit/a.wit"): Promise<readonly InlayHint[]> {
  const textDocument = { uri: wire.uri(name) };
  return (
    (await wire.connection.sendRequest<InlayHint[] | null>("textDocument/inlayHint", { textDocument, range: all })) ??
    []
  );
}

function textOf({ label }: InlayHint): string {
  return typeof label === "string" ? label : label.map(part => part.value).join("");
}

async function opened(wire: Wire): Promise<void> {
  await wire.open("wit/a.wit", files["wit/a.wit"]);
  await wire.diagnostics("wit/a.wit");
}

test("a hint leads to another file", () =>
  withServer(files, async wire => {
    await opened(wire);
    const hints = await hintsOf(wire);
    const location = {
      uri: wire.uri("wit/b.wit"),
      range: { start: { line: 1, character: 7 }, end: { line: 1, character: 8 } },
    };
    const label = [{ value: "→ " }, { value: "u8", location }];
    deepEqual(hints, [{ position: { line: 3, character: 12 }, label, paddingLeft: true }]);
  }));

const tooltip = { kind: "markdown", value: "```wit\nimport a:b/j;\nimport a:b/i;\n```" };

test("a tooltip comes with its hint to clients that don't ask for it", () =>
  withServer(files, async wire => {
    await opened(wire);
    const [hint] = await hintsOf(wire, "wit/w.wit");
    deepEqual([textOf(hint!), hint!.tooltip], ["2 imports", tooltip]);
  }));

test("a tooltip is made when it is asked for, and not where the hint is gone", () =>
  withServer(
    files,
    async wire => {
      await opened(wire);
      await wire.open("wit/w.wit", files["wit/w.wit"]);
      const [hint] = await hintsOf(wire, "wit/w.wit");
      ok(!hint!.tooltip);
      const resolved = await wire.connection.sendRequest<InlayHint>("inlayHint/resolve", hint);
      deepEqual(resolved.tooltip, tooltip);
      await wire.change("wit/w.wit", 2, [{ text: "world v {}\n" }]);
      deepEqual(await wire.connection.sendRequest("inlayHint/resolve", hint), hint);
    },
    { capabilities: { textDocument: { inlayHint: { resolveSupport: { properties: ["tooltip"] } } } } },
  ));

test("the client is told to ask again when another file or a setting changes", async () => {
  const settings = { inlayHints: { aliases: true } };
  await withServer(
    files,
    async wire => {
      let told = 0;
      let wake = (): void => {};
      wire.connection.onRequest("workspace/inlayHint/refresh", () => {
        told++;
        wake();
        return null;
      });
      const next = (): Promise<void> =>
        new Promise(resolve => {
          wake = resolve;
        });
      await opened(wire);
      await wire.open("wit/b.wit", files["wit/b.wit"]);
      await hintsOf(wire);
      let again = next();
      await wire.change("wit/b.wit", 2, [{ range: [1, 11, 1, 13], text: "u16" }]);
      await again;
      deepEqual((await hintsOf(wire)).map(textOf), ["→ u16"]);
      again = next();
      settings.inlayHints.aliases = false;
      await wire.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
      await again;
      deepEqual(await hintsOf(wire), []);
      ok(told >= 2);
    },
    {
      settings,
      capabilities: { workspace: { configuration: true, inlayHint: { refreshSupport: true } } },
    },
  );
  equal(settings.inlayHints.aliases, false);
});
