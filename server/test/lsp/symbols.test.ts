// Document symbols as they are sent: what an edit left alone is sent as before, and equals what is made from scratch.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver/node";
import { lineIndex } from "../../src/base/line-index.ts";
import { toRange } from "../../src/lsp/convert.ts";
import { abilitiesOf } from "../../src/lsp/editor.ts";
import { jsonOf } from "../../src/lsp/kept-json.ts";
import { prepare } from "../../src/lsp/prepare.ts";
import { newSession, type Session } from "../../src/lsp/session.ts";
import { answerSymbols } from "../../src/lsp/symbols.ts";
import { newFiles } from "../../src/workspace/files.ts";
import { valid } from "../features/texts.ts";
import { fixture } from "../support/fixture.ts";
import { maker } from "../support/parser.ts";
import { randomEdit, seeded } from "../support/random.ts";

const uri = "file:///w/a.wit";
const params = { textDocument: { uri } };

function opened(text: string, hierarchicalDocumentSymbolSupport = true): Session {
  const session = newSession({
    files: newFiles(maker),
    encoding: "utf-16",
    client: abilitiesOf({ textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport } } }),
    publish: () => {},
    later: () => {},
    now: () => 0,
    log: message => {
      throw new Error(message);
    },
  });
  session.open(uri, 1, text);
  return session;
}

function treeOf(session: Session): readonly DocumentSymbol[] {
  return answerSymbols(session.snapshot(), params) as DocumentSymbol[];
}

test("after any edit the outline equals one made from scratch", () => {
  const session = opened(fixture(valid).files[0]!.text);
  const next = seeded(7);
  const inserts = ["\n", "x", "interface z { f: func(); }\n", "}", "", "  ", "// c\n", "record r { a: u8, }"];
  for (let version = 2; version < 200; version++) {
    const { text } = session.snapshot().file(uri)!.source;
    const edit = randomEdit(next, text, inserts);
    const lines = lineIndex(text);
    session.change(uri, version, [{ range: toRange(lines, edit, "utf-16"), text: edit.insert }]);
    const tree = treeOf(session);
    deepEqual(tree, treeOf(opened(session.snapshot().file(uri)!.source.text)));
    const answer = { jsonrpc: "2.0", id: version, result: tree };
    deepEqual(JSON.parse(jsonOf(answer)), JSON.parse(JSON.stringify(answer)));
  }
});

test("of an outline only what is new is written out as JSON", () => {
  const session = opened("package a:b;\ninterface i { a: func(); }\ninterface j { b: func(); }\n");
  let written = 0;
  for (const symbol of treeOf(session)) Object.assign(symbol, { toJSON: () => ++written });
  const json = (): string => jsonOf({ id: 1, result: treeOf(session) });
  equal(json(), '{"id":1,"result":[1,2,3]}');
  equal(json(), '{"id":1,"result":[1,2,3]}');
  const range = { start: { line: 2, character: 14 }, end: { line: 2, character: 15 } };
  session.change(uri, 2, [{ range, text: "c" }]);
  ok(json().startsWith('{"id":1,"result":[1,2,{"name":"j",'));
  equal(written, 3);
});

test("what an edit left alone is the same object, above it and, where no line came or went, below", () => {
  const session = opened("package a:b;\ninterface i { a: func(); }\ninterface j { b: func(); }\ninterface k {}\n");
  const before = treeOf(session);
  const range = { start: { line: 2, character: 14 }, end: { line: 2, character: 15 } };
  session.change(uri, 2, [{ range, text: "c" }]);
  const after = treeOf(session);
  deepEqual(
    after.map((symbol, i) => symbol === before[i]),
    [true, true, false, true],
  );
});

test("clients that show no trees get a list", () => {
  const list = answerSymbols(opened("package a:b;\ninterface i { record r { x: u8 } }\n", false).snapshot(), params);
  deepEqual(
    (list as SymbolInformation[]).map(({ name, containerName }) => `${containerName ?? ""} ${name}`),
    [" a:b", " i", "i r", "r x"],
  );
});

test("leaves say nothing of children, and a name that is missing has a mark", () => {
  const [, i] = treeOf(opened("package a:b;\ninterface i { type t = u8; }\n"));
  ok(!("children" in i!.children![0]!));
  equal(i!.children![0]!.detail, "u8");
});

test("what a search needs is made ahead in short slices, until all files are done", () => {
  const session = opened("package a:b;\ninterface i {}\n");
  for (let i = 0; i < 9; i++) session.open(`file:///w/${i}.wit`, 1, "interface x {}\n");
  const turns: (() => void)[] = [];
  let time = 0;
  prepare(
    session.snapshot(),
    run => void turns.push(run),
    () => (time += 2),
  );
  let count = 0;
  for (let run = turns.shift(); run; run = turns.shift()) {
    count++;
    run();
  }
  // Two files a slice, and one look that finds none left.
  equal(count, 6);
});
