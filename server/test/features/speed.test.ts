// How long features about a name take in a package of 200 KB, and a rename over 250 files. The bounds are those that people would
// notice, far above what is measured here: what grows with the package rather than with the name breaks them.
import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { callHierarchyItem, incoming } from "../../src/features/call-hierarchy.ts";
import { codeLenses, lensContent } from "../../src/features/code-lens.ts";
import { declaration } from "../../src/features/declaration.ts";
import { definition } from "../../src/features/definition.ts";
import { highlights } from "../../src/features/highlight.ts";
import { implementation } from "../../src/features/implementation.ts";
import { linkedRanges } from "../../src/features/linked-editing.ts";
import { references } from "../../src/features/references.ts";
import { prepareRename, rename } from "../../src/features/rename.ts";
import { signatureHelp } from "../../src/features/signature-help.ts";
import { typeDefinition } from "../../src/features/type-definition.ts";
import { fileOccurrences } from "../../src/semantics/symbols.ts";
import { slowness } from "../support/pace.ts";
import { analysed } from "./support.ts";

function part(i: number): string {
  const before = i === 0 ? "" : `use part-${i - 1}.{item-${i - 1}, fault-${i - 1}};`;
  const used = i === 0 ? "u8" : `item-${i - 1}`;
  return `
    /// Part number ${i}.
    interface part-${i} {
      ${before}
      /// What it is about.
      record item-${i} { a: u32, b: string, c: list<u8>, d: option<tuple<u64, f64>> }
      variant fault-${i} { none, code(u32), text(string) }
      flags rights-${i} { read, write, exec }
      type items-${i} = list<item-${i}>;
      resource handle-${i} {
        constructor(init: item-${i});
        load: func(key: string) -> result<item-${i}, fault-${i}>;
      }
      run: func(p: ${used}, h: borrow<handle-${i}>) -> result<items-${i}, fault-${i}>;
    }
  `;
}

const large = analysed(`package a:b;\n${Array.from({ length: 350 }, (_, i) => part(i)).join("")}`);
const file = large.files[0]!;
const root = large.rootOf(file.source.uri);
const names = fileOccurrences(root, file).filter((_, i) => i % 61 === 0);

const rounds = 20;

/**
 * The least of some measurements, until one is within the bound: other work on the machine is not the feature's. Milliseconds,
 * as on the machine that the bounds are for.
 */
function best(run: () => number, bound: number): number {
  const measure = (): number => run() / slowness();
  let least = measure();
  for (let i = 1; i < rounds && least > bound; i++) least = Math.min(least, measure());
  return least;
}

/** What 95 of 100 calls stay below, in ms, at best. */
function p95<Item>(items: readonly Item[], run: (item: Item) => void): number {
  const round = (): number => {
    const times = items.map(item => {
      const start = performance.now();
      run(item);
      return performance.now() - start;
    });
    return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
  };
  return best(round, 3);
}

const features: Readonly<Record<string, (offset: number) => void>> = {
  definition: offset => definition(root, file, offset, [root]),
  declaration: offset => declaration(root, file, offset, [root]),
  "type definition": offset => typeDefinition(root, file, offset, [root]),
  implementation: offset => implementation(root, file, offset, [root]),
  references: offset => references(root, file, offset, [root]),
  highlights: offset => highlights(root, file, offset),
  "linked editing": offset => linkedRanges(root, file, offset),
  "signature help": offset => signatureHelp(file, offset),
  "what can be renamed": offset => prepareRename(root, file, offset),
  "call hierarchy": offset => {
    const item = callHierarchyItem(root, file, offset, [root]);
    if (item) incoming(root, item.id, [root]);
  },
};

for (const [name, run] of Object.entries(features)) {
  test(`${name} takes at most 3 ms at 200 KB`, () => {
    ok(file.source.text.length > 200_000);
    const time = p95(names, ({ end }) => run(end));
    ok(time <= 3, `${time.toFixed(2)} ms`);
  });
}

test("what a code lens says is found in at most 3 ms", () => {
  const lenses = codeLenses(root, file, [root], { references: "all", worlds: true });
  equal(lenses.length, 350 * 6);
  const time = p95(lenses.slice(0, 400), lens => lensContent(root, [root], lens));
  ok(time <= 3, `${time.toFixed(2)} ms`);
});

test("a rename over 250 files takes at most 100 ms", () => {
  const files = Array.from({ length: 249 }, (_, i) => {
    const text = `interface i${i} { use base.{shared}; record r { a: shared } f: func(x: shared) -> list<shared>; }`;
    return `//- /wit/f${i}.wit\n${text}`;
  });
  const of = analysed(`//- /wit/base.wit\npackage a:b;\ninterface base { type shared = u8; }\n${files.join("\n")}`);
  const base = of.files.find(each => each.source.uri.endsWith("/base.wit"))!;
  const once = (): number => {
    const start = performance.now();
    const offset = base.source.text.indexOf("shared");
    const result = rename(of.roots[0]!, base, offset, "other", of.roots);
    equal(result.kind === "edits" && result.files.length, 250);
    return performance.now() - start;
  };
  const time = best(once, 100);
  ok(time <= 100, `${time.toFixed(0)} ms at best`);
});
