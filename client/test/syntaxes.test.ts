// Checks the TextMate grammars: each file of syntaxes/test says below its lines, in comments, which scopes stand there.
//   // ^^^ scope   the characters above the carets have the scope (its ".wit" may be left out)
//   // <- scope    the same for the line's first character
//   // ^^^ - scope they do not have it
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar, type IRawGrammar } from "vscode-textmate";
import { repository } from "./support.ts";

const folder = path.join(repository, "syntaxes");

// VS Code's own Markdown grammar is not here: this stands in for its top level, into which the fences are injected.
const MARKDOWN: IRawGrammar = {
  scopeName: "text.html.markdown",
  patterns: [],
  repository: {} as IRawGrammar["repository"],
};

const files: Readonly<Record<string, string>> = {
  "source.wit": "wit.tmLanguage.json",
  "markdown.wit.codeblock": "wit-markdown-injection.json",
};

async function loadRegistry(): Promise<textmate.Registry> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm);
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
      createOnigString: text => new oniguruma.OnigString(text),
    }),
    loadGrammar: async scope => {
      const file = files[scope];
      if (file === undefined) return scope === MARKDOWN.scopeName ? MARKDOWN : null;
      return textmate.parseRawGrammar(readFileSync(path.join(folder, file), "utf8"), file);
    },
    getInjections: scope => (scope === MARKDOWN.scopeName ? ["markdown.wit.codeblock"] : undefined),
  });
}

const registry = loadRegistry();

/** For each line, the scopes of each of its UTF-16 units. */
function scopesOf(grammar: IGrammar, lines: readonly string[]): readonly (readonly string[][])[] {
  let state = textmate.INITIAL;
  return lines.map(line => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap(token => Array.from({ length: token.endIndex - token.startIndex }, () => token.scopes));
  });
}

interface Expectation {
  /** The line below which the expectation stands. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly scope: string;
  readonly wanted: boolean;
}

const EXPECTATION = /^\s*(?:\/\/|<!--)\s*(?:(<-)|(\^+))\s+(-\s+)?([\w.-]+)/;

function expectationsIn(lines: readonly string[]): readonly Expectation[] {
  let above = 0;
  return lines.flatMap((text, line) => {
    const match = EXPECTATION.exec(text);
    if (match === null) {
      above = line;
      return [];
    }
    const from = match[1] === undefined ? text.indexOf("^") : 0;
    const to = from + (match[2]?.length ?? 1);
    return [{ line: above, from, to, scope: match[4]!, wanted: match[3] === undefined }];
  });
}

for (const name of readdirSync(path.join(folder, "test")).sort()) {
  test(`highlighting of ${name}`, async () => {
    const scopeName = name.endsWith(".md") ? MARKDOWN.scopeName : "source.wit";
    const grammar = await (await registry).loadGrammar(scopeName);
    assert.ok(grammar, `no grammar ${scopeName}`);
    const lines = readFileSync(path.join(folder, "test", name), "utf8").split("\n");
    const scopes = scopesOf(grammar, lines);
    const expectations = expectationsIn(lines);
    assert.ok(expectations.length > 0, "the file expects nothing");
    assert.deepEqual(
      expectations.flatMap(expected => failure(expected, lines, scopes)),
      [],
    );
  });
}

function failure(
  { line, from, to, scope, wanted }: Expectation,
  lines: readonly string[],
  scopes: readonly (readonly string[][])[],
): readonly string[] {
  const has = (one: string): boolean => one === scope || one === `${scope}.wit` || one.startsWith(`${scope}.`);
  const units = scopes[line]!.slice(from, to);
  const good = units.length > 0 && units.every(unit => unit.some(has) === wanted);
  if (good) return [];
  const text = lines[line]!.slice(from, to);
  return [
    `line ${line + 1}, "${text}": ${wanted ? "" : "not "}${scope} expected, there is ${units.at(0)?.slice(1).join(" ") ?? "nothing"}`,
  ];
}
