// The one place that knows web-tree-sitter: loads the WIT grammar and turns a unit's text into its tree.
import { Language, type Node, Parser } from "web-tree-sitter";

export type SyntaxNode = Node;

/** Parses `text` and gives its root to `use`; the tree is freed when `use` returns, so nothing of it may be kept. */
export type ParseTree = <R>(text: string, use: (root: SyntaxNode) => R) => R;

export interface GrammarBytes {
  /** web-tree-sitter's own WebAssembly module. */
  readonly runtime: Uint8Array;
  /** tree-sitter-wit.wasm. */
  readonly grammar: Uint8Array;
}

/** Loads the grammar; once a process. Fails where the bytes are not what they should be. */
export async function loadParser(bytes: GrammarBytes): Promise<ParseTree> {
  // Asked for its name though the bytes are there: where a worker's script is a blob, the library's own way there fails.
  await Parser.init({ wasmBinary: bytes.runtime, locateFile: (name: string) => name });
  const parser = new Parser();
  parser.setLanguage(await Language.load(bytes.grammar));
  return (text, use) => {
    const tree = parser.parse(text);
    if (tree === null) throw new Error("tree-sitter gave no tree");
    try {
      return use(tree.rootNode);
    } finally {
      tree.delete();
    }
  };
}
