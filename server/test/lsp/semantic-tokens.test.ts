// Semantic tokens as they are sent: what is told of a change gives the whole answer, and the editor has a colour for each kind.
import { deepEqual, equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { SemanticTokensDelta } from "vscode-languageserver/node";
import { tokenModifiers, tokenTypes } from "../../src/features/semantic-tokens/legend.ts";
import type { Encoding } from "../../src/lsp/convert.ts";
import {
  answerSemanticTokens,
  answerSemanticTokensDelta,
  answerSemanticTokensOfRange,
} from "../../src/lsp/semantic-tokens.ts";
import { newSession, type Session } from "../../src/lsp/session.ts";
import { newFiles } from "../../src/workspace/files.ts";
import { maker, repositoryFile } from "../support/parser.ts";

const uri = "file:///w/a.wit";
const textDocument = { uri };

function opened(text: string, encoding: Encoding = "utf-16"): Session {
  const session = newSession({
    files: newFiles(maker),
    encoding,
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

function applied(data: readonly number[], { edits }: SemanticTokensDelta): number[] {
  const list = [...data];
  for (const { start, deleteCount, data: inserted = [] } of edits.toReversed())
    list.splice(start, deleteCount, ...inserted);
  return list;
}

const text =
  "package a:b;\ninterface i {\n  record r { x: u8 }\n  f: func(a: r) -> r;\n}\ninterface j {\n  use i.{r};\n}\n";

/** Makes changes one after another; what is told of each must give what a new session answers. */
function follows(
  name: string,
  source: string,
  changes: readonly [line: number, start: number, end: number, text: string][],
): void {
  test(`what is told of each change gives the whole answer: ${name}`, () => {
    const session = opened(source);
    let known = answerSemanticTokens(session.snapshot(), { textDocument })!;
    for (const [i, [line, start, end, inserted]] of changes.entries()) {
      const range = { start: { line, character: start }, end: { line, character: end } };
      session.change(uri, i + 2, [{ range, text: inserted }]);
      const params = { textDocument, previousResultId: known.resultId! };
      const delta = answerSemanticTokensDelta(session.snapshot(), params)!;
      ok("edits" in delta);
      const data = applied(known.data, delta);
      const now = session.snapshot().file(uri)!.source.text;
      deepEqual(data, answerSemanticTokens(opened(now).snapshot(), { textDocument })!.data);
      known = { data, resultId: delta.resultId! };
    }
  });
}

follows("of names, kinds and lines", text, [
  [2, 9, 10, "rr"],
  [2, 9, 11, "r"],
  [0, 0, 0, "// more\n"],
  [3, 13, 19, ""],
  [3, 2, 8, "enum"],
  [4, 0, 0, "  type t = u8;\n\n"],
]);
follows(
  "of what other items name, through others and as something else",
  `package a:b;
interface i { record r { x: u8 } }
interface j { use i.{r}; }
interface k { use j.{r as s}; use i.{r}; f: func(a: s) -> r; }
world w { use k.{s}; import f: func(a: s); import l: interface { use j.{r}; g: func() -> r; } }
world v { include w with { f as g } }
`,
  [
    [1, 14, 32, "enum r { x }"],
    [1, 14, 14, "@deprecated(version = 1.0.0) "],
    [1, 48, 49, "q"],
    [1, 48, 49, "r"],
    [2, 0, 27, ""],
    [2, 0, 0, "interface j { resource r; }\n"],
    [4, 0, 4, "wor"],
  ],
);
follows("of items on one line", "package a:b; interface i { f: func(); } interface j { use i.{r}; g: func(a: r); }", [
  [0, 23, 24, "longer"],
  [0, 31, 31, "resource r; "],
  [0, 13, 13, "\n"],
]);

test("who names no answer, or not the last one, gets the whole", () => {
  const session = opened(text);
  const ask = (previousResultId: string): unknown =>
    answerSemanticTokensDelta(session.snapshot(), { textDocument, previousResultId });
  const whole = ask("7") as { readonly data: readonly number[]; readonly resultId: string };
  equal(whole.data.length % 5, 0);
  deepEqual(ask(whole.resultId), { resultId: "2", edits: [] });
  ok("data" in (ask(whole.resultId) as object));
});

test("a range gives the tokens of the file that lie in it", () => {
  const session = opened(text);
  const range = { start: { line: 6, character: 0 }, end: { line: 6, character: 20 } };
  deepEqual(
    answerSemanticTokensOfRange(session.snapshot(), { textDocument, range })!.data,
    [6, 6, 1, 1, 0, 0, 3, 1, 3, 0],
  );
});

test("places count as the client counts", () => {
  const source = "package a:b; /* é😀 */ interface i {}";
  const starts = (encoding: Encoding): readonly number[] => {
    const { data } = answerSemanticTokens(opened(source, encoding).snapshot(), { textDocument })!;
    return [data[1]!, data[1]! + data[6]!];
  };
  deepEqual(starts("utf-16"), [8, 33]);
  deepEqual(starts("utf-32"), [8, 32]);
  deepEqual(starts("utf-8"), [8, 36]);
});

test("the page about semantic tokens has a row for each kind and modifier, in order", () => {
  const page = readFileSync(repositoryFile("docs/semantic-tokens.md"), "utf8");
  const rows = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  deepEqual(rows, [...tokenTypes, ...tokenModifiers]);
});

test("VS Code has a scope of the grammar for each kind of token", () => {
  const { contributes } = JSON.parse(readFileSync(repositoryFile("package.json"), "utf8"));
  const { scopes } = contributes.semanticTokenScopes[0] as { readonly scopes: Readonly<Record<string, string[]>> };
  deepEqual(Object.keys(scopes).sort(), [...tokenTypes].sort());
  const grammar = readFileSync(repositoryFile("syntaxes/wit.tmLanguage.json"), "utf8");
  for (const scope of Object.values(scopes).flat()) ok(grammar.includes(`"${scope}"`), scope);
});
