// The committed parser, loaded as the language server loads it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Language, Parser, Query } from "web-tree-sitter";

/** Path of a file in the grammar's folder. */
export function grammarFile(name) {
  return fileURLToPath(new URL(`../../${name}`, import.meta.url));
}

export function readGrammarFile(name) {
  return readFileSync(grammarFile(name), "utf8");
}

await Parser.init();
export const language = await Language.load(readFileSync(grammarFile("tree-sitter-wit.wasm")));
const parser = new Parser();
parser.setLanguage(language);

/** Gives the tree of `text` to `use` and frees it afterwards. */
export function withTree(text, use) {
  const tree = parser.parse(text);
  try {
    return use(tree.rootNode);
  } finally {
    tree.delete();
  }
}

/** The compiled query `queries/NAME.scm`. */
export function loadQuery(name) {
  return new Query(language, readGrammarFile(`queries/${name}.scm`));
}

/** Whether the tree has an error, or a part that the scanner found missing. */
export function isBroken(root) {
  return root.hasError || root.descendantsOfType("missing").length > 0;
}
