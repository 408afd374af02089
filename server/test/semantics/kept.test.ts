// What an edit leaves alone: an item is looked at again only where something that it reads differs.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { analyzeRoot, newAnalysisCache } from "../../src/semantics/analysis.ts";
import { type ParsedFile, reparseFile } from "../../src/syntax/file.ts";
import { maker } from "../support/parser.ts";
import { noFeatures, parse } from "../support/workspace.ts";

const text = `package a:b;
interface shapes { record point { x: u32 } record line { from: point } area: func(l: line) -> f64; }
interface drawing { use shapes.{line}; draw: func(l: line); }
interface apart { type t = u8; }
world painter { import shapes; export drawing; }
`;

/** The items whose analysis is another after the edit. */
function lookedAt(from: string, insert: string): readonly string[] {
  const cache = newAnalysisCache();
  const items = (file: ParsedFile): ReadonlyMap<string, unknown> => {
    const root = { uri: "file:///wit", kind: "folder" as const, main: [file], deps: [], loading: false };
    const [pkg] = analyzeRoot(root, noFeatures, cache).packages;
    return new Map([...pkg!.items].map(([name, item]) => [name, item.analysis]));
  };
  const file = parse("file:///wit/main.wit", text);
  const before = items(file);
  const start = text.indexOf(from);
  const source = { ...file.source, text: text.replace(from, insert) };
  const after = items(reparseFile(file, source, { start, end: start + from.length, insert }, maker));
  return [...after].filter(([name, now]) => now !== before.get(name)).map(([name]) => name);
}

const edits: readonly { edit: [string, string]; again: readonly string[]; why: string }[] = [
  { edit: ["-> f64", "-> f32"], again: ["shapes"], why: "a function's signature is nobody else's matter" },
  { edit: ["record point", "record spot"], again: ["shapes"], why: "nobody else uses that type" },
  {
    edit: ["record line", "record wire"],
    again: ["shapes", "drawing"],
    why: "a `use` names it; the world needs no types",
  },
  { edit: ["type t = u8", "type t = u16"], again: ["apart"], why: "nobody mentions it" },
  {
    edit: ["use shapes.{line};", "type line = u8;"],
    again: ["drawing", "painter"],
    why: "what an export needs changed",
  },
];

for (const { edit, again, why } of edits)
  test(`${edit.join(" → ")}: ${why}`, () => deepEqual(lookedAt(...edit).toSorted(), again.toSorted()));
