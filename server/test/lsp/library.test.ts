// The built server's own copies of WASI's releases.
import { deepEqual, ok } from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { CompletionList } from "vscode-languageserver/node";
import type { Release } from "../../src/workspace/library.ts";
import { repositoryFile } from "../support/parser.ts";
import { withServer } from "../support/wire.ts";

const releasesAt = "node_modules/@bytecodealliance/jco/lib/wit/builtin/";

test("each release has all its packages, each after those that it needs", async () => {
  const { releases } = (await import(repositoryFile("server/dist/wasi.js").href)) as { releases: readonly Release[] };
  for (const { version, packages } of releases) {
    const there = readdirSync(repositoryFile(`${releasesAt}${version}`)).map(name => name.replace("wasi-", ""));
    deepEqual(Object.keys(packages).sort(), there.sort());
    const seen = new Set<string>();
    for (const [name, text] of Object.entries(packages)) {
      seen.add(name);
      const needed = [...text.matchAll(/\bwasi:([a-z]+)\/[a-z-]+@/g)].map(match => match[1]!);
      deepEqual(
        needed.filter(other => !seen.has(other)),
        [],
        `${name}@${version} comes after what it needs`,
      );
    }
  }
});

test("WASI is offered in a workspace without dependencies, with its files", () =>
  withServer({ "wit/a.wit": "package a:b;\n" }, async wire => {
    await wire.open("wit/a.wit", "package a:b;\nworld w {\n  import wasi:http/\n}\n");
    const textDocument = { uri: wire.uri("wit/a.wit") };
    const params = { textDocument, position: { line: 2, character: 19 } };
    let labels: readonly string[] = [];
    let command: CompletionList["items"][number]["command"];
    const isThere = (): boolean => labels.includes("wasi:http/handler@0.3.0");
    for (const end = Date.now() + 10_000; !isThere() && Date.now() < end; await wait(50)) {
      const list = await wire.connection.sendRequest<CompletionList>("textDocument/completion", params);
      labels = list.items.map(({ label }) => label);
      command = list.items[0]?.command;
    }
    ok(labels.includes("wasi:http/types@0.2.12"), labels.join());
    ok(isThere(), labels.join());
    const made = new Promise<readonly string[]>(resolve =>
      wire.connection.onRequest(
        "workspace/applyEdit",
        ({ edit }: { edit: { documentChanges: { uri?: string }[] } }) => {
          resolve(edit.documentChanges.flatMap(({ uri }) => uri ?? []));
          return { applied: true };
        },
      ),
    );
    void wire.connection.sendRequest("workspace/executeCommand", command);
    ok((await made).includes(wire.uri("wit/deps/http/package.wit")));
  }));
