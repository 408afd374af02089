// Loads the parser's two WebAssembly files from where the build puts them: beside the program.
import { readFile } from "node:fs/promises";
import type { UnitMaker } from "../syntax/cut.ts";
import { loadParser } from "../syntax/parser.ts";
import { unitMaker } from "../syntax/unit.ts";

/** The parser, ready to cut text into units; rejects with advice where its files are missing. */
export async function loadMaker(): Promise<UnitMaker> {
  const [runtime, grammar] = await Promise.all([bytes("web-tree-sitter.wasm"), bytes("tree-sitter-wit.wasm")]);
  return unitMaker(await loadParser({ runtime, grammar }));
}

async function bytes(name: string): Promise<Uint8Array> {
  const url = new URL(name, import.meta.url);
  try {
    return await readFile(url);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${name} belongs beside the program and can't be read (${reason}); install the program again.`);
  }
}
