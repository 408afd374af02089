// Places are right whatever the text is made of: UTF-16 units for editors, UTF-8 bytes for the reference's columns.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { bytePositionOf, lineIndex, positionOf } from "../../src/base/line-index.ts";
import { rootProblems } from "../../src/semantics/analysis.ts";
import { allAnalyses, testWorkspace } from "../support/workspace.ts";

/** Compares the only problem of a text: what is underlined, its line and character from 0, and the reference's line and column from 1. */
function check(
  name: string,
  text: string,
  underlined: string,
  editor: [number, number],
  reference: [number, number],
): void {
  test(name, () => {
    const workspace = testWorkspace(text);
    const content = workspace.fixture.files[0]!.text;
    const lines = lineIndex(content);
    const found = allAnalyses(workspace).flatMap(analysis =>
      rootProblems(analysis).map(({ problem: { start, end, at } }) => {
        const { line, character } = positionOf(lines, start);
        const place = at === undefined ? undefined : bytePositionOf(lines, at);
        return [content.slice(start, end), [line, character], place && [place.line, place.col]];
      }),
    );
    deepEqual(found, [[underlined, editor, reference]]);
  });
}

const header = "package a:b;\n";
check("plain", `${header}interface i { f: func(x: no); }`, "no", [1, 25], [2, 26]);
check("tabs", `${header}interface i {\n\t\tf: func(x: no);\n}`, "no", [2, 13], [3, 14]);
check("CRLF", `package a:b;\r\ninterface i {\r\n  f: func(x: no);\r\n}\r\n`, "no", [2, 13], [3, 14]);
check("CRLF in a doc comment", `package a:b;\r\n/// é\r\ninterface i { f: func(x: no); }`, "no", [2, 25], [3, 26]);
check("a byte-order mark", `\ufeff${header}interface i { f: func(x: no); }`, "no", [1, 25], [2, 26]);
check(
  "a byte-order mark on the same line",
  "\ufeffpackage a:b; interface i { f: func(x: no); }",
  "no",
  [0, 39],
  [1, 42],
);
check("two bytes", `${header}interface i { /* é */ f: func(x: no); }`, "no", [1, 33], [2, 35]);
check("three bytes", `${header}interface i { /* 名前 */ f: func(x: no); }`, "no", [1, 34], [2, 39]);
check("not in the basic plane", `${header}interface i { /* 😀 */ f: func(x: no); }`, "no", [1, 34], [2, 37]);
check("an emoji in the way", `${header}interface i { f😀: func(); }`, "😀", [1, 15], [2, 16]);
check("behind a broken string", `${header}interface i { @external-id("😀\\q") f: func(); }`, "\\q", [1, 30], [2, 34]);
check("at the end of the file", `${header}interface i // 😀`, "i", [1, 10], [2, 20]);
check("at the end of the file, after a line end", `${header}interface i\n`, "i", [1, 10], [3, 1]);
check(
  "the next token",
  `${header}interface i {\n  type t = u8 // 😀\n  // more\n\n  f: func();\n}`,
  "8",
  [2, 12],
  [6, 3],
);
