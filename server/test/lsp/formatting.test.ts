// Formatting over the wire: what is advertised, the client's indentation, and edits of the protocol.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { TextEdit } from "vscode-languageserver/node";
import { type Wire, withServer } from "../support/wire.ts";

const messy = "package a:b;\n/* 😀 */ interface i { f:func();\n  g:func( );\n}\n";

function ask(wire: Wire, method: string, options: object, more: object = {}): Promise<readonly TextEdit[]> {
  const textDocument = { uri: wire.uri("wit/a.wit") };
  return wire.connection.sendRequest(`textDocument/${method}`, { textDocument, options, ...more });
}

const spaces = { tabSize: 4, insertSpaces: true };

/** `line:character-line:character text` for each edit. */
function inWords(edits: readonly TextEdit[]): readonly string[] {
  return edits.map(
    ({ range: { start, end }, newText }) =>
      `${start.line}:${start.character}-${end.line}:${end.character} ${JSON.stringify(newText)}`,
  );
}

test("the server says what it can format", () =>
  withServer({}, async ({ initialized: { capabilities } }) => {
    equal(capabilities.documentFormattingProvider, true);
    deepEqual(capabilities.documentRangeFormattingProvider, { rangesSupport: true });
    deepEqual(capabilities.documentOnTypeFormattingProvider, {
      firstTriggerCharacter: "}",
      moreTriggerCharacter: [";", "\n"],
    });
  }));

test("documents, ranges and what is typed are formatted with the client's indentation", () =>
  withServer({ "wit/a.wit": messy }, async wire => {
    await wire.open("wit/a.wit", messy);
    const first = ['1:22-1:22 "\\n   "', '1:25-1:25 " "'];
    const second = ['2:2-2:2 "  "', '2:4-2:4 " "', '2:9-2:10 ""'];
    deepEqual(inWords(await ask(wire, "formatting", spaces)), [...first, ...second]);
    deepEqual(inWords(await ask(wire, "formatting", { tabSize: 4, insertSpaces: false })), [
      '1:22-1:23 "\\n\\t"',
      '1:25-1:25 " "',
      '2:0-2:2 "\\t"',
      ...second.slice(1),
    ]);
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 12 } };
    deepEqual(inWords(await ask(wire, "rangeFormatting", spaces, { range })), second);
    const start = { start: { line: 1, character: 25 }, end: { line: 1, character: 25 } };
    deepEqual(inWords(await ask(wire, "rangesFormatting", spaces, { ranges: [range, start] })), [...first, ...second]);
    const typed = { position: { line: 2, character: 12 }, ch: ";" };
    deepEqual(inWords(await ask(wire, "onTypeFormatting", spaces, typed)), second);
  }));

test("a client that counts bytes is answered in them", () =>
  withServer(
    { "wit/a.wit": messy },
    async wire => {
      await wire.open("wit/a.wit", messy);
      deepEqual(inWords(await ask(wire, "formatting", spaces)).slice(0, 1), ['1:24-1:24 "\\n   "']);
    },
    { capabilities: { general: { positionEncodings: ["utf-8"] } } },
  ));
