// Fetching dependencies: the plans that a client asks for, and the offer beside quick fixes, to clients that can.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { CodeAction } from "vscode-languageserver/node";
import type { FetchPlanInfo } from "../../src/lsp/protocol.ts";
import { type Wire, type WireOptions, withServer } from "../support/wire.ts";

const app = "package a:b;\nworld w {\n  import c:d/e@1.0.0;\n  import x:io/i;\n}\n";
const able: WireOptions = { initializationOptions: { fetchDependencies: true } };

async function offered(wire: Wire): Promise<readonly CodeAction[]> {
  await wire.open("wit/a.wit", app);
  const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 20 } };
  const params = { textDocument: { uri: wire.uri("wit/a.wit") }, range, context: { diagnostics: [] } };
  return (await wire.connection.sendRequest("textDocument/codeAction", params)) as readonly CodeAction[];
}

function plans(wire: Wire, uri?: string): Promise<readonly FetchPlanInfo[]> {
  return wire.connection.sendRequest("wit/fetchPlans", uri === undefined ? {} : { uri });
}

test("one offer for all that is missing, behind what is sure, to clients that can fetch", () =>
  withServer(
    { "wit/a.wit": app, "lib/wit/d.wit": "package c:d@1.0.0;\ninterface e {}\n" },
    async wire => {
      const found = await offered(wire);
      const [copy, fetch] = found;
      equal(copy?.isPreferred, true);
      equal(fetch?.title, "Fetch missing packages with `wkg`");
      equal(fetch.diagnostics?.length, 2);
      deepEqual(fetch.command?.arguments, [{ root: wire.uri("wit"), ask: true }]);
      equal(found.filter(action => action.command).length, 1);
    },
    able,
  ));

test("a client that can't fetch is not offered it", () =>
  withServer({ "wit/a.wit": app }, async wire => {
    deepEqual(
      (await offered(wire)).filter(action => action.command),
      [],
    );
  }));

test("with a deps.toml it is wit-deps that fetches", () =>
  withServer(
    { "wit/a.wit": app, "wit/deps.toml": "" },
    async wire => {
      equal((await offered(wire))[0]?.title, "Fetch the packages of `deps.toml` with `wit-deps`");
    },
    able,
  ));

const lock = 'version = 1\n[[packages]]\nname = "c:d"\n[[packages.versions]]\nversion = "1.0.0"\n';

test("a plan for wkg: where to run it, what is missing, and what it would take away", () =>
  withServer(
    {
      "wkg.lock": lock,
      "wkg.toml": '[overrides]\n"far:away" = { path = "/elsewhere/wit" }\n',
      "wit/a.wit": app,
      "wit/deps/c-d-1.0.0/package.wit": "package c:d@1.0.0;\n",
      "wit/deps/far/x.wit": "package far:away;\n",
      "wit/deps/up-to-2.0.0/package.wit": "package up:to@2.0.0;\n",
      "wit/deps/own/own.wit": "package my:things;\n",
      "alone/one.wit": "package one:one;\n",
      "alone/two.wit": "package two:two;\n",
    },
    async wire => {
      const wanted: FetchPlanInfo = {
        root: wire.uri("wit"),
        tool: "wkg",
        folder: wire.uri("."),
        missing: ["x:io"],
        entries: ["c-d-1.0.0", "far", "own", "up-to-2.0.0"],
        lost: ["own"],
        outside: ["far:away from /elsewhere/wit"],
        isWorkspace: false,
      };
      const all = await plans(wire);
      deepEqual(all, [wanted]);
      deepEqual(await plans(wire, wire.uri("wit/deps/own/own.wit")), all);
      deepEqual(await plans(wire, wire.uri("alone/one.wit")), []);
    },
  ));

test("a plan says when wkg would fill no package's deps", () =>
  withServer({ "wkg.toml": '[workspace]\nmembers = ["wit"]\n', "wit/a.wit": app }, async wire => {
    equal((await plans(wire))[0]?.isWorkspace, true);
  }));

test("a plan for wit-deps: folders that are not as they were locked are written anew, others are left alone", () =>
  withServer(
    {
      "wit/a.wit": app,
      "wit/deps.toml":
        'clocks = "https://example.com/x.tar.gz"\nsame = "https://example.com/y.tar.gz"\nnew = "../new"\n',
      "wit/deps.lock":
        '[clocks]\nsha256 = "00"\n[same]\nsha256 = "c95a934249513f19ed8b4dde9f6753a6eec985296949ff4fa7d8a9a6548c70d0"\n',
      "wit/deps/clocks/x.wit": "package wasi:clocks;\n",
      "wit/deps/same/a.wit": "interface é {}\n",
      "wit/deps/same/b.wit": "package a:b;\n",
      "wit/deps/new/x.wit": "package my:new;\n",
      "wit/deps/own/x.wit": "package my:things;\n",
    },
    async wire => {
      const [plan] = await plans(wire, wire.uri("wit"));
      deepEqual([plan?.tool, plan?.folder, plan?.lost], ["wit-deps", undefined, ["clocks", "new"]]);
    },
  ));
