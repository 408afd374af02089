// Checks what VS Code does by itself while WIT is typed: snippets, words, new lines, indentation.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { componentEmbed } from "@bytecodealliance/jco-transpile/wasm-tools";
import { repository } from "./support.ts";

function read<Value>(name: string): Value {
  return JSON.parse(readFileSync(path.join(repository, "syntaxes", name), "utf8"));
}

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
}

/** The text that a snippet gives when only Tab is pressed. */
function expanded({ body }: Snippet): string {
  let text = body.join("\n");
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(/\$\{\d+:([^${}]*)\}/g, "$1").replace(/\$\d+/g, "");
  }
  return text;
}

const NEIGHBOURS = "interface interface-name { type type-name = u8; }\nworld world-name {}\n";
const inside = (start: string, text: string): string => `package a:b@0.1.0;\n${NEIGHBOURS}${start} {\n${text}\n}\n`;

/** A whole package around a snippet's text, by the snippet's prefix; an interface has the text by default. */
const PACKAGES: Readonly<Record<string, (text: string) => string>> = {
  package: text => `${text}\nworld world-name {}`,
  interface: text => `package a:b@0.1.0;\n${NEIGHBOURS}${text}`,
  world: text => `package a:b@0.1.0;\n${NEIGHBOURS}${text}`,
  import: text => inside("world w", text),
  export: text => inside("world w", text),
  include: text => inside("world w", text),
  static: text => inside("interface i { resource r", `${text} }`),
  "@since": text => inside("interface i", `${text}\ntype t = u8;`),
  "@unstable": text => inside("interface i", `${text}\ntype t = u8;`),
  "@deprecated": text => inside("interface i", `@since(version = 0.1.0)\n${text}\ntype t = u8;`),
};

for (const [name, snippet] of Object.entries(read<Record<string, Snippet>>("snippets.json"))) {
  test(`the snippet ${name} is WIT that the reference parser takes`, async () => {
    const around = PACKAGES[snippet.prefix] ?? ((text: string) => inside("interface i", text));
    const witSource = around(expanded(snippet));
    const embedded = componentEmbed({ witSource, world: "world-name", dummy: true });
    await assert.doesNotReject(embedded, `not accepted:\n${witSource}`);
  });
}

interface OnEnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly action: { readonly appendText?: string };
}

interface LanguageConfiguration {
  readonly wordPattern: string;
  readonly onEnterRules: readonly OnEnterRule[];
  readonly indentationRules: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
}

const configuration = read<LanguageConfiguration>("language-configuration.json");

test("a word is a whole name, with its % and its hyphens", () => {
  const words = "use wasi:io/error-context.{%my-type}; a- -b u8".match(new RegExp(configuration.wordPattern, "g"));
  assert.deepEqual(words, ["use", "wasi", "io", "error-context", "%my-type", "a", "b", "u8"]);
});

const NEW_LINES: readonly (readonly [before: string, after: string, appended: string | undefined])[] = [
  ["/// Text", "", "/// "],
  ["  /// Text", "", "/// "],
  ["///", "more", "/// "],
  ["///", "", undefined],
  ["//// no documentation", "", undefined],
  ["// a remark", "", undefined],
  ["/** Text", " */", " * "],
  [" * more", "", "* "],
  ["f: func();", "", undefined],
];

for (const [before, after, appended] of NEW_LINES) {
  test(`Enter between ${JSON.stringify(before)} and ${JSON.stringify(after)}`, () => {
    const rule = configuration.onEnterRules.find(
      ({ beforeText, afterText }) =>
        new RegExp(beforeText).test(before) && (afterText === undefined || new RegExp(afterText).test(after)),
    );
    assert.equal(rule?.action.appendText, appended);
  });
}

const INDENTS: readonly (readonly [line: string, deeper: boolean])[] = [
  ["interface i {", true],
  ["interface i { // remark", true],
  ["f: func(", true],
  ["interface i {}", false],
  ["f: func(x: u8);", false],
  ["// a { in a remark", false],
];

for (const [line, deeper] of INDENTS) {
  test(`the line after ${JSON.stringify(line)} is ${deeper ? "" : "not "}indented more`, () => {
    assert.equal(new RegExp(configuration.indentationRules.increaseIndentPattern).test(line), deeper);
  });
}
