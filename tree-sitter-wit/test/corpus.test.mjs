// The corpus tests of the grammar, run on the committed wasm: no tree-sitter command line is needed.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { corpusCases } from "./support/corpus-file.mjs";
import { grammarFile, readGrammarFile, withTree } from "./support/grammar.mjs";

for (const file of readdirSync(grammarFile("test/corpus")).sort()) {
  for (const { name, text, tree } of corpusCases(readGrammarFile(`test/corpus/${file}`))) {
    test(`${file}: ${name}`, () => {
      withTree(text, root => assert.equal(root.toString(), tree));
    });
  }
}
