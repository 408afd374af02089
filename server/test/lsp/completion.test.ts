// Completion as it is sent: what all offers replace is said once to clients that take it so, and a long list is a first page.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import type { CompletionList } from "vscode-languageserver/node";
import { answerCompletion } from "../../src/lsp/completion.ts";
import { abilitiesOf } from "../../src/lsp/editor.ts";
import { newSession } from "../../src/lsp/session.ts";
import { newFiles } from "../../src/workspace/files.ts";
import { maker } from "../support/parser.ts";

const uri = "file:///w/a.wit";

/** What is offered at the end of `line` of a text. */
function offered(text: string, line: number, itemDefaults: string[] = []): CompletionList {
  const session = newSession({
    files: newFiles(maker),
    encoding: "utf-16",
    client: abilitiesOf({ textDocument: { completion: { completionList: { itemDefaults } } } }),
    publish: () => {},
    later: () => {},
    now: () => 0,
    log: message => {
      throw new Error(message);
    },
  });
  session.open(uri, 1, text);
  const character = text.split("\n")[line]!.length;
  const found = answerCompletion(session.snapshot(), { textDocument: { uri }, position: { line, character } });
  ok(found);
  return found;
}

const types = "package a:b;\ninterface i {\ntype point = u8;\ntype a = poi\n}\ninterface j { type point-of-j = u8; }\n";
const range = { start: { line: 3, character: 9 }, end: { line: 3, character: 12 } };
const use = {
  range: { start: { line: 1, character: 13 }, end: { line: 1, character: 13 } },
  newText: "\nuse j.{point-of-j};",
};

test("each offer says what it replaces, and what it brings along", () => {
  const { items, itemDefaults, isIncomplete } = offered(types, 3);
  deepEqual(
    items.map(({ label, textEdit, additionalTextEdits }) => ({ label, textEdit, additionalTextEdits })),
    [
      { label: "point", textEdit: { range, newText: "point" }, additionalTextEdits: undefined },
      { label: "point-of-j", textEdit: { range, newText: "point-of-j" }, additionalTextEdits: [use] },
    ],
  );
  equal(itemDefaults, undefined);
  equal(isIncomplete, false);
});

test("a client that takes it is told once what all of them replace", () => {
  const { items, itemDefaults } = offered(types, 3, ["editRange"]);
  deepEqual(itemDefaults, { editRange: range });
  deepEqual(
    items.map(({ label, textEdit, textEditText }) => ({ label, textEdit, textEditText })),
    [
      { label: "point", textEdit: undefined, textEditText: "point" },
      { label: "point-of-j", textEdit: undefined, textEditText: "point-of-j" },
    ],
  );
});

test("of many offers the likeliest are sent, and the rest as the word grows", () => {
  const many = Array.from({ length: 300 }, (_, i) => `type t${i} = u8;`).join("\n");
  const text = (word: string): string => `package a:b;\ninterface i {\nf: func(a: ${word}\n${many}\n}\n`;
  const all = offered(text(""), 2);
  equal(all.items.length, 100);
  equal(all.isIncomplete, true);
  const some = offered(text("t29"), 2);
  equal(some.isIncomplete, false);
  ok(["t29", "t290", "t299"].every(name => some.items.some(({ label }) => label === name)));
});
